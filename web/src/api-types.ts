// What the API answers. Fields that a server of an earlier version leaves out are optional: pages do without them.

import type { Language } from './language';

/** A piece of plain text, never markup; `match` where a word of the query was found. */
export interface Segment {
  text: string;
  match?: boolean;
}

export type OrganisationType =
  'municipality' | 'joint_authority' | 'wellbeing_county' | 'company' | 'other';

export interface Organisation {
  slug: string;
  name: string;
  type: OrganisationType;
  role: 'lead' | 'member' | 'partner';
}

export type AwardKind = 'winner' | 'honourable_mention' | 'finalist';

export interface Award {
  year: number;
  kind: AwardKind;
  category: string | null;
}

export type MatchKind =
  | 'base_form'
  | 'surface_form'
  | 'stem'
  | 'word_part'
  | 'root'
  | 'prefix'
  | 'synonym'
  | 'translation'
  | 'correction';

export interface WordMatch {
  word: string;
  as: string;
  how: MatchKind;
}

/** What every list of deeds shows of a deed. */
export interface ListedDeed {
  id: string;
  url: string | null;
  language: Language;
  title: Segment[];
  snippet: Segment[];
  organisations: Organisation[];
  themes: string[];
  sectors: string[];
  published: string | null;
  awards: Award[];
}

export interface Hit extends ListedDeed {
  score: number;
  matched: WordMatch[];
}

export const facetNames = [
  'theme',
  'sector',
  'organisation',
  'organisation_type',
  'programme',
  'language',
  'award',
  'keyword',
  'year',
] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

/** Filters as they stand in an address: the value of each. */
export type Filter = Partial<Record<FacetName, string>>;

export interface Recognised {
  kind: string;
  text: string;
  label: string;
  filter: Filter;
}

export interface QueryReading {
  text: string;
  corrected: string | null;
  /** `applied`: the hits are those of `corrected`; `offered`: `corrected` would find more. */
  correction?: 'applied' | 'offered' | null;
  changes?: { from: string; to: string }[];
  translated?: { word: string; language: string; as: string[] }[];
  synonyms?: { word: string; as: string[] }[];
  recognised?: Recognised[];
}

export interface SearchHelp {
  words: { word: string; found: boolean; tried: string[] }[];
  themes: { value: string; label: string; count: number }[];
  similar: { id: string; title: string; organisations: Organisation[]; published: string | null }[];
}

export interface SearchAnswer {
  query: QueryReading;
  total: number;
  total_is_exact: boolean;
  page: number;
  per_page: number;
  took_ms: number;
  hits: Hit[];
  facets: Partial<Record<FacetName, FacetValue[]>>;
  /** Near in subject, without the words; not counted in `total`. */
  related?: Hit[];
  help?: SearchHelp | null;
}

export type SuggestionKind = 'word' | 'phrase' | 'deed' | 'organisation' | 'theme';

export interface Suggestion {
  kind: SuggestionKind;
  text: Segment[];
  /** The whole text for the search box; for names, what is left of it without them. */
  completion: string;
  count: number;
  /** Of a deed. */
  id: string | null;
  /** Of an organisation or a theme. */
  filter: Filter | null;
}

export interface SuggestAnswer {
  query: { text: string };
  took_ms: number;
  suggestions: Suggestion[];
}

export interface SimilarDeed extends ListedDeed {
  similarity: number;
  closeness: 'very_close' | 'same_theme' | 'loosely_related';
  shared: { terms: string[]; themes: string[] };
  duplicate_of: string | null;
  duplicates: string[];
}

export interface SimilarAnswer {
  ids: string[];
  took_ms: number;
  hits: SimilarDeed[];
}

export interface Section {
  kind: 'background' | 'goal' | 'implementation' | 'results' | 'lessons' | 'other';
  text: string;
}

export interface Deed {
  id: string;
  url: string | null;
  language: Language;
  title: string;
  summary: string;
  sections: Section[];
  organisations: Organisation[];
  themes: string[];
  sectors: string[];
  keywords: string[];
  published: string | null;
  modified: string | null;
  programme: string | null;
  awards: Award[];
  source: string | null;
  contacts?: { name: string; email: string | null; phone: string | null }[];
}

export type Names = Record<Language, string>;

export interface VocabularyEntry {
  slug: string;
  names: Names;
  count: number;
}

export interface Vocabulary {
  themes: VocabularyEntry[];
  sectors: VocabularyEntry[];
  organisation_types: VocabularyEntry[];
  programmes: (VocabularyEntry & { first_year: number; last_year: number | null })[];
  organisations: (VocabularyEntry & { type: OrganisationType | null })[];
  years: { year: string; count: number }[];
}
