// What the page of saved deeds shows, as its address says it, and lists as they are shown.

import { pageAddress } from './language';
import { validIds } from './saved';

export const mostCompared = 4;

export interface SavedState {
  /** The deeds of a list that somebody shared; undefined: one's own. */
  shared?: readonly string[];
  /** The deeds compared; empty: the list. */
  compared: readonly string[];
}

function listOf(params: URLSearchParams, name: string): string[] {
  return validIds((params.get(name) ?? '').split(','));
}

export function readSavedState(params: URLSearchParams): SavedState {
  const compared = listOf(params, 'compare').slice(0, mostCompared);
  return {
    shared: params.has('ids') ? listOf(params, 'ids') : undefined,
    compared: compared.length > 1 ? compared : [],
  };
}

export function savedAddress({ shared, compared }: SavedState): string {
  const lists = { ids: shared ?? [], compare: compared };
  const text = Object.entries(lists)
    .filter(([, ids]) => ids.length)
    .map(([name, ids]) => `${name}=${ids.join(',')}`)
    .join('&');
  // Commas stay as they are: ids hold none, and the address stays short enough to send.
  const address = pageAddress('/saved');
  return text ? `${address}${address.includes('?') ? '&' : '?'}${text}` : address;
}

/** A row of the list; a deed just taken out keeps its row, so that it can be put back. */
export interface Row {
  id: string;
  isRemoved: boolean;
}

/** The rows of a list of ids; `removed` tells at which place each deed that was taken out stood. */
export function rowsOf(ids: readonly string[], removed: ReadonlyMap<string, number>): Row[] {
  const rows: Row[] = ids.map((id) => ({ id, isRemoved: false }));
  const places = [...removed].filter(([id]) => !ids.includes(id)).sort(([, a], [, b]) => a - b);
  for (const [id, place] of places) rows.splice(place, 0, { id, isRemoved: true });
  return rows;
}

/** The values that every list has. */
export function common(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((value) => others.every((list) => list.includes(value)));
}
