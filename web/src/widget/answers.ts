// Answers of the API as the widgets need them. On somebody else's page nothing may go wrong whatever a server answers, so each
// field is looked at: what is missing has a plain default, a deed without id or title is left out, and what is no answer at all
// is undefined.

import type { AwardKind, Filter, Segment, Suggestion, SuggestionKind } from '../api-types';
import { webAddress } from './settings';

export interface ShownDeed {
  id: string;
  /** Its page at its source; an address of the web. */
  url?: string;
  language: string;
  title: Segment[];
  snippet: Segment[];
  organisations: string[];
  published?: string;
  awards: { kind: AwardKind; year: string }[];
  /** What a similar deed has in common with what it is similar to; themes by slug. */
  shared: { terms: string[]; themes: string[] };
}

export interface SearchResult {
  total: number;
  isExact: boolean;
  deeds: ShownDeed[];
  /** Near in subject, without the words; not counted in `total`. */
  related: ShownDeed[];
  /** The text that was, or could be, searched for instead. */
  corrected?: string;
  correction?: 'applied' | 'offered';
}

type Fields = Record<string, unknown>;

const awardKinds: readonly AwardKind[] = ['winner', 'honourable_mention', 'finalist'];
const suggestionKinds: readonly SuggestionKind[] = [
  'word',
  'phrase',
  'deed',
  'organisation',
  'theme',
];

/** Longer titles and snippets than these are cut. */
const longestTitle = 300;
const longestSnippet = 600;
/** A list is read so far. */
const mostEntries = 50;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf<T>(value: unknown, read: (one: unknown) => T | undefined): T[] {
  const list: T[] = [];
  for (const one of Array.isArray(value) ? value.slice(0, mostEntries) : []) {
    const known = read(one);
    if (known !== undefined) list.push(known);
  }
  return list;
}

function texts(value: unknown): string[] {
  return listOf(value, (one) => textOf(one) || undefined);
}

function readSegments(value: unknown, longest: number): Segment[] {
  const segments: Segment[] = [];
  let room = longest;
  for (const one of listOf(value, fieldsOf)) {
    const text = textOf(one.text);
    if (!text || room <= 0) continue;
    const isLong = text.length > room;
    segments.push({
      text: isLong ? `${text.slice(0, room)}…` : text,
      match: one.match === true,
    });
    room -= text.length;
  }
  return segments;
}

function readAward(value: unknown) {
  const { kind, year } = fieldsOf(value);
  const known = awardKinds.find((one) => one === kind);
  return known && typeof year === 'number' ? { kind: known, year: String(year) } : undefined;
}

function readDeed(value: unknown): ShownDeed | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields.id);
  const title = readSegments(fields.title, longestTitle);
  if (!id || !title.length) return undefined;
  const shared = fieldsOf(fields.shared);
  return {
    id,
    url: webAddress(fields.url),
    language: textOf(fields.language),
    title,
    snippet: readSegments(fields.snippet, longestSnippet),
    organisations: listOf(fields.organisations, (one) => textOf(fieldsOf(one).name) || undefined),
    published: textOf(fields.published) || undefined,
    awards: listOf(fields.awards, readAward),
    shared: { terms: texts(shared.terms), themes: texts(shared.themes) },
  };
}

export function readSearch(answer: unknown): SearchResult | undefined {
  const { total, hits, related, query, total_is_exact: isExact } = fieldsOf(answer);
  if (typeof total !== 'number' || !(total >= 0) || !Array.isArray(hits)) return undefined;
  const { corrected, correction } = fieldsOf(query);
  const isKnown = correction === 'applied' || correction === 'offered';
  return {
    total,
    isExact: isExact !== false,
    deeds: listOf(hits, readDeed),
    related: listOf(related, readDeed),
    corrected: textOf(corrected) || undefined,
    correction: isKnown ? correction : undefined,
  };
}

export function readSimilar(answer: unknown): ShownDeed[] | undefined {
  const { hits } = fieldsOf(answer);
  return Array.isArray(hits) ? listOf(hits, readDeed) : undefined;
}

function readFilter(value: unknown): Filter | null {
  const { theme, organisation } = fieldsOf(value);
  if (textOf(theme)) return { theme: textOf(theme) };
  return textOf(organisation) ? { organisation: textOf(organisation) } : null;
}

// A suggestion without what choosing it needs is none.
function readSuggestion(value: unknown): Suggestion | undefined {
  const fields = fieldsOf(value);
  const kind = suggestionKinds.find((one) => one === fields.kind);
  const text = readSegments(fields.text, longestTitle);
  const completion = textOf(fields.completion);
  const count = typeof fields.count === 'number' ? fields.count : 0;
  const id = textOf(fields.id) || null;
  const filter = readFilter(fields.filter);
  const needed = {
    word: completion,
    phrase: completion,
    deed: id,
    organisation: filter,
    theme: filter,
  };
  if (!kind || !text.length || !needed[kind]) return undefined;
  return { kind, text, completion, count, id, filter };
}

export function readSuggestions(answer: unknown): Suggestion[] {
  return listOf(fieldsOf(answer).suggestions, readSuggestion);
}

/** Names of themes by slug, from the facets of a search. */
export function readThemeNames(answer: unknown): ReadonlyMap<string, string> {
  const facets = fieldsOf(fieldsOf(answer).facets);
  const pairs = listOf(facets.theme, (one) => {
    const { value, label } = fieldsOf(one);
    return [textOf(value), textOf(label)] as const;
  });
  return new Map(pairs.filter(([slug, name]) => slug && name));
}
