import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as state from '../src/state';

const read = (address: string) => state.readState(new URLSearchParams(address));

test('an address says the same again after it was read', () => {
  const address = 'q=sijainen&theme=johtaminen&theme=viestinta&year=2021..2024&sort=title&page=3';
  assert.equal(state.stateParams(read(address)).toString(), address);
});

test('what an address should not have is left out', () => {
  for (const bad of ['page=0', 'page=-1', 'page=x', 'sort=best', 'theme=', 'exact=yes', 'x=1']) {
    assert.equal(state.stateParams(read(bad)).toString(), '', bad);
  }
});

test('no page beyond the last that the server answers is asked for', () => {
  assert.equal(read('page=99999').page, 500);
});

test('a text is cut to what the server takes', () => {
  assert.equal(read(`q=${'a'.repeat(2000)}`).text.length, 1000);
});

test('without a text the newest come first, with one the best', () => {
  assert.equal(state.effectiveSort(read('')), 'newest');
  assert.equal(state.effectiveSort(read('q=a')), 'relevance');
  assert.equal(state.effectiveSort(read('q=a&sort=oldest')), 'oldest');
});

test('a change of filters leads to the first page', () => {
  const changed = state.withFilter(read('q=a&page=4'), 'theme', 'johtaminen', true);
  assert.equal(state.stateParams(changed).toString(), 'q=a&theme=johtaminen');
});

test('a filter taken away leaves the others', () => {
  const changed = state.withFilter(read('theme=a&theme=b&year=2021'), 'theme', 'a', false);
  assert.equal(state.stateParams(changed).toString(), 'theme=b&year=2021');
});

test('a year is taken out of a range', () => {
  const years = state.withYears(read('year=2021..2022'), ['2021', '2022']);
  const changed = state.withFilter(years, 'year', '2022', false);
  assert.equal(state.stateParams(changed).toString(), 'year=2021');
});

test('links keep the language, and the feed has the search without its page', () => {
  assert.equal(state.stateAddress(read('q=a')), '/?q=a&lang=sv');
  assert.equal(state.feedAddress(read('q=a&page=2&sort=title')), '/feeds/search.atom?q=a&lang=sv');
});

test('only an address that asks nothing is the first view', () => {
  assert.equal(state.isStart(read('lang=sv')), true);
  for (const asked of ['q=a', 'sort=newest', 'page=2', 'award=winner']) {
    assert.equal(state.isStart(read(asked)), false, asked);
  }
});
