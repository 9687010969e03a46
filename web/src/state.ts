// What a search page shows, as its address says it.

import { facetNames, type FacetName, type Filter } from './api-types';
import { language, pageAddress } from './language';

export const sortNames = ['relevance', 'newest', 'oldest', 'title'] as const;
export type SortName = (typeof sortNames)[number];

export interface SearchState {
  text: string;
  filters: Partial<Record<FacetName, readonly string[]>>;
  /** Undefined: relevance with a text, newest first without. */
  sort?: SortName;
  /** From 1. */
  page: number;
  /** As written: no corrections, synonyms or translations. */
  exact: boolean;
}

export const perPage = 20;
/** The server answers no hits beyond these. */
export const reachableHits = 10_000;
const lastPage = reachableHits / perPage;
const longestText = 1000;

export function readState(params: URLSearchParams): SearchState {
  const filters: SearchState['filters'] = {};
  for (const name of facetNames) {
    const values = [...new Set(params.getAll(name).filter(Boolean))];
    if (values.length) filters[name] = values;
  }
  const page = Number(params.get('page') ?? 1);
  return {
    text: (params.get('q') ?? '').trim().slice(0, longestText),
    filters,
    sort: sortNames.find((name) => name === params.get('sort')),
    page: Number.isInteger(page) ? Math.min(Math.max(page, 1), lastPage) : 1,
    exact: params.get('exact') === 'true',
  };
}

/** Filters alone, as parameters of the API and of addresses. */
export function filterParams(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of facetNames) {
    for (const value of state.filters[name] ?? []) params.append(name, value);
  }
  return params;
}

/** The state as parameters of an address; what is as usual is left out. */
export function stateParams(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.text) params.set('q', state.text);
  for (const [name, value] of filterParams(state)) params.append(name, value);
  if (state.sort) params.set('sort', state.sort);
  if (state.exact) params.set('exact', 'true');
  if (state.page > 1) params.set('page', String(state.page));
  return params;
}

export function stateAddress(state: SearchState): string {
  return pageAddress('/', stateParams(state));
}

export function effectiveSort(state: SearchState): SortName {
  return state.sort ?? (state.text ? 'relevance' : 'newest');
}

/** What the API is asked for this state, facets aside. */
export function searchParams(state: SearchState): URLSearchParams {
  const params = stateParams(state);
  params.set('sort', effectiveSort(state));
  params.set('lang', language);
  return params;
}

/** The Atom feed of the same search. */
export function feedAddress(state: SearchState): string {
  const params = stateParams({ ...state, page: 1, sort: undefined });
  params.set('lang', language);
  return `/feeds/search.atom?${params}`;
}

/** Whether nothing is asked yet: the first view. */
export function isStart(state: SearchState): boolean {
  return stateParams(state).toString() === '';
}

/** The state with some of it changed, from the first page on. */
export function changed(state: SearchState, changes: Partial<SearchState>): SearchState {
  return { ...state, page: 1, ...changes };
}

export function withFilter(state: SearchState, name: FacetName, value: string, on: boolean) {
  const others = (state.filters[name] ?? []).filter((one) => one !== value);
  const values = on ? [...others, value] : others;
  const { [name]: _, ...rest } = state.filters;
  return changed(state, { filters: values.length ? { ...rest, [name]: values } : rest });
}

/** Years one by one in place of ranges, so that one of them can be taken away. */
export function withYears(state: SearchState, years: readonly string[]): SearchState {
  return { ...state, filters: { ...state.filters, year: years } };
}

export function withFilters(state: SearchState, filter: Filter): SearchState {
  const pairs = Object.entries(filter) as [FacetName, string][];
  return pairs.reduce((sum, [name, value]) => withFilter(sum, name, value, true), state);
}
