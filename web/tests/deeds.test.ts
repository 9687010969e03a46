import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deed } from '../src/api-types';
import { DeedStore, isDeed, type Loaded } from '../src/deed-store';
import * as description from '../src/description';

const deed = (id: string) => ({ id, title: id }) as Deed;
const down: Loaded = { kind: 'unreachable', status: null, detail: '' };
const soon = () => new Promise((done) => setTimeout(done));

test('each deed is asked for once, a few at a time', async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const store = new DeedStore((id) => {
    asked.push(id);
    return new Promise((answer) => answers.push(() => answer(deed(id))));
  });
  const ids = Array.from({ length: 8 }, (_, place) => `deed-${place}`);
  store.want(ids);
  store.want(ids);
  assert.deepEqual(asked, ids.slice(0, 6));
  while (answers.length) {
    answers.shift()?.();
    await soon();
  }
  assert.deepEqual(asked, ids);
  assert.ok(ids.every((id) => isDeed(store.get(id))));
});

test('what failed is asked for again only when it shall be', async () => {
  const outcomes: Loaded[] = [down, 'gone', deed('a')];
  const store = new DeedStore(async () => outcomes.shift());
  store.want(['a', 'b']);
  await soon();
  assert.equal(store.problem, down);
  assert.equal(store.get('b'), 'gone');
  store.want(['a', 'b']);
  await soon();
  assert.equal(store.problem, down);
  store.retry();
  await soon();
  assert.equal(store.problem, undefined);
  assert.ok(isDeed(store.get('a')));
  assert.equal(store.get('b'), 'gone');
});

const given = { ...description.noDescription, text: 'sairaudet' };

test('a text is measured in the bytes that are sent', () => {
  assert.equal(description.shareOfSpace('a'.repeat(64 * 1024)), 1);
  assert.equal(description.shareOfSpace('ä'.repeat(32 * 1024)), 1);
  assert.ok(description.shareOfSpace('ä'.repeat(32 * 1024 + 1)) > 1);
});

test('one deed more than shown is asked for, as far as the server goes', () => {
  const params = (shown: number) =>
    description.similarParams(given, { shown, distance: 'close' }).toString();
  assert.equal(params(10), 'limit=11');
  assert.equal(params(50), 'limit=50');
});

test('filters are parameters, the text is none', () => {
  const filtered = { ...given, theme: 'johtaminen', organisationType: 'company', since: '2021' };
  assert.equal(
    description.similarParams(filtered, { shown: 10, distance: 'any' }).toString(),
    'limit=11&distance=any&theme=johtaminen&organisation_type=company&year=2021..',
  );
});

test('a text travels in the part of an address that is not sent', () => {
  for (const text of ['yö & päivä #1', 'a=b', '50 %', '']) {
    const { hash, search } = new URL(`https://a.example/describe${description.textFragment(text)}`);
    assert.equal(description.textOfFragment(hash), text);
    assert.equal(search, '');
  }
  assert.equal(description.textOfFragment('#main'), '');
});

test("only a whole description is taken from a page's place in the history", () => {
  assert.deepEqual(description.readDescription({ description: given }), given);
  for (const state of [null, 3, {}, { description: null }, { description: { text: 'a' } }]) {
    assert.equal(description.readDescription(state), undefined);
  }
});
