// The words that the server searched for besides those of the query: a few to name at once, all of them on demand.

import type { QueryReading } from './api-types';

export interface WidenedWord {
  /** As written in the query. */
  word: string;
  synonyms: readonly string[];
  translations: readonly string[];
}

type Spread = QueryReading['synonyms'];

function collect(entries: Spread): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { word, as } of entries ?? []) {
    words.set(word, new Set([...(words.get(word) ?? []), ...as]));
  }
  return words;
}

/** By the words of the query, each word once. */
export function widenedWords(reading: QueryReading): WidenedWord[] {
  const synonyms = collect(reading.synonyms);
  const translations = collect(reading.translated);
  return [...new Set([...synonyms.keys(), ...translations.keys()])].map((word) => ({
    word,
    synonyms: [...(synonyms.get(word) ?? [])],
    translations: [...(translations.get(word) ?? [])],
  }));
}

/** All of the words, each once: the first of every word of the query, then the second of every one, and so on. */
export function inTurn(words: readonly WidenedWord[]): string[] {
  const lists = words.map((one) => [...one.synonyms, ...one.translations]);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rounds = Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list.slice(place, place + 1)),
  );
  return [...new Set(rounds.flat())];
}
