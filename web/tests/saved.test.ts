import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { saved } from '../src/saved';
import * as state from '../src/saved-state';

const key = 'kiertoon.saved';

beforeEach(() => {
  localStorage.setItem(key, '[]');
  saved.refresh();
});

test('a saved deed can be taken out again', () => {
  assert.equal(saved.toggle('esim-1'), true);
  assert.equal(saved.toggle('esim-2'), true);
  assert.equal(saved.toggle('esim-1'), false);
  assert.deepEqual(saved.ids(), ['esim-2']);
});

test('a list that somebody spoilt is read for what it still holds', () => {
  for (const [content, ids] of [
    ['["a", 3, "b/c", "a", "d"]', ['a', 'd']],
    ['{"a": 1}', []],
    ['[', []],
  ] as const) {
    localStorage.setItem(key, content);
    saved.refresh();
    assert.deepEqual(saved.ids(), ids, content);
  }
});

test('what another page saved meanwhile is not lost', () => {
  saved.add(['a']);
  localStorage.setItem(key, '["a", "other"]');
  saved.add(['b', 'a']);
  assert.equal(localStorage.getItem(key), '["a","other","b"]');
});

test('a deed is put where it is wanted, wherever it was', () => {
  saved.add(['a', 'b', 'c']);
  saved.put('c', 0);
  assert.deepEqual(saved.ids(), ['c', 'a', 'b']);
  saved.put('c', 1);
  assert.deepEqual(saved.ids(), ['a', 'c', 'b']);
  saved.put('new', 9);
  assert.deepEqual(saved.ids(), ['a', 'c', 'b', 'new']);
});

test('where the browser keeps nothing, the list lives on in the page', (context) => {
  const refuse = () => {
    throw new Error('full');
  };
  assert.equal(saved.isKept, true);
  context.mock.method(localStorage, 'setItem', refuse);
  saved.add(['a']);
  saved.add(['b']);
  assert.equal(saved.isKept, false);
  assert.deepEqual(saved.ids(), ['a', 'b']);
});

test('an address of saved deeds says the same again after it was read', () => {
  const read = state.readSavedState(new URLSearchParams('ids=a,b,c&compare=c,a'));
  assert.deepEqual(read, { shared: ['a', 'b', 'c'], compared: ['c', 'a'] });
  assert.equal(state.savedAddress(read), '/saved?lang=sv&ids=a,b,c&compare=c,a');
});

test('an address of saved deeds is read for what makes sense', () => {
  const read = (text: string) => state.readSavedState(new URLSearchParams(text));
  assert.deepEqual(read(''), { shared: undefined, compared: [] });
  assert.deepEqual(read('ids='), { shared: [], compared: [] });
  assert.deepEqual(read('ids=a,%3Cb%3E,a'), { shared: ['a'], compared: [] });
  assert.deepEqual(read('compare=a').compared, []);
  assert.deepEqual(read('compare=a,b,c,d,e').compared, ['a', 'b', 'c', 'd']);
});

test('a deed taken out keeps its row until it is saved again', () => {
  const shown = (ids: string[], removed: [string, number][]) =>
    state.rowsOf(ids, new Map(removed)).map((row) => (row.isRemoved ? `-${row.id}` : row.id));
  assert.deepEqual(shown(['a', 'c'], [['b', 1]]), ['a', '-b', 'c']);
  assert.deepEqual(
    shown(
      [],
      [
        ['b', 1],
        ['a', 0],
      ],
    ),
    ['-a', '-b'],
  );
  assert.deepEqual(shown(['a', 'b'], [['b', 0]]), ['a', 'b']);
  assert.deepEqual(shown(['a'], [['z', 7]]), ['a', '-z']);
});

test('common are the values of all lists', () => {
  assert.deepEqual(state.common([['a', 'b'], ['b', 'c'], ['b']]), ['b']);
  assert.deepEqual(state.common([['a'], []]), []);
  assert.deepEqual(state.common([]), []);
});
