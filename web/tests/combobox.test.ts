import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Suggestion } from '../src/api-types';
import { Combobox } from '../src/combobox';

const word = (completion: string): Suggestion => ({
  kind: 'word',
  text: [{ text: completion }],
  completion,
  count: 1,
  id: null,
  filter: null,
});

function key(name: string, more: Partial<KeyboardEvent> = {}) {
  let isTaken = false;
  const event = { key: name, preventDefault: () => (isTaken = true), ...more } as KeyboardEvent;
  return { event, isTaken: () => isTaken };
}

/** A field that has the focus, with suggestions for whatever is in it. */
function field(list: readonly Suggestion[]) {
  const chosen: Suggestion[] = [];
  const input = { value: 'ty', matches: () => true, focus: () => undefined };
  const box = new Combobox({
    input: input as unknown as HTMLInputElement,
    suggest: () => Promise.resolve(list),
    choose: (suggestion) => void chosen.push(suggestion),
    requestUpdate: () => undefined,
  });
  const press = (name: string, more?: Partial<KeyboardEvent>) => {
    const pressed = key(name, more);
    box.onKey(pressed.event);
    return pressed.isTaken();
  };
  return { box, input, chosen, press };
}

const answered = () => new Promise((done) => setTimeout(done, 5));

async function opened(...words: string[]) {
  const one = field(words.map(word));
  one.press('ArrowDown');
  await answered();
  return one;
}

test('arrows go round the suggestions and the field', async () => {
  const { box, press } = await opened('a', 'b');
  const places = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home'].map((name) => {
    press(name);
    return box.active;
  });
  assert.deepEqual(places, [0, 1, undefined, 1, undefined]);
});

test('Enter chooses the active suggestion, and without one is left to the form', async () => {
  const { box, chosen, input, press } = await opened('työpaja');
  assert.equal(press('Enter'), false);
  press('ArrowDown');
  assert.equal(press('Enter'), true);
  assert.deepEqual([chosen.length, input.value, box.isOpen], [1, 'työpaja', false]);
});

test('a deed does not change what is written', async () => {
  const { box, input } = await opened('x');
  box.choose({ ...word('x'), kind: 'deed', id: 'a' });
  assert.equal(input.value, 'ty');
});

test('Escape closes the list, and empties the field when it is closed', async () => {
  const { box, input, press } = await opened('a');
  press('Escape');
  assert.deepEqual([box.isOpen, input.value], [false, 'ty']);
  press('Escape');
  assert.equal(input.value, '');
});

test('keys of an input method are left alone', async () => {
  const { box, press } = await opened('a');
  assert.equal(press('ArrowDown', { isComposing: true }), false);
  assert.equal(box.active, undefined);
});

test('no suggestions, no list', async () => {
  const { box } = await opened();
  assert.equal(box.isOpen, false);
});

test('an answer that comes after the list was closed is not shown', async () => {
  const { box, press } = field([word('a')]);
  press('ArrowDown');
  box.close();
  await answered();
  assert.equal(box.isOpen, false);
});
