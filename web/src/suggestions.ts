// Suggestions while one types: asked for a little after the last key, in the order in which they are shown.

import type { Suggestion, SuggestionKind } from './api-types';

const pauseMs = 90;
const shortest = 2;
/** How many a field shows, and how long it waits for them. */
export const mostSuggestions = 10;
export const suggestionsWithinMs = 3000;

/** `word` and `phrase` are told apart by the server, not by people. */
function groupOf(kind: SuggestionKind): SuggestionKind {
  return kind === 'phrase' ? 'word' : kind;
}

export interface SuggestionGroup {
  kind: SuggestionKind;
  /** Each with its place in the whole list. */
  entries: { place: number; suggestion: Suggestion }[];
}

/** Kinds together, in the order in which each first comes. */
export function groupSuggestions(list: readonly Suggestion[]): SuggestionGroup[] {
  const groups = new Map<SuggestionKind, Suggestion[]>();
  for (const one of list) {
    const kind = groupOf(one.kind);
    groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  let place = 0;
  return [...groups].map(([kind, suggestions]) => ({
    kind,
    entries: suggestions.map((suggestion) => ({ place: place++, suggestion })),
  }));
}

/** Answers suggestions for a text, none when there are none to be had; never rejects. */
export type SuggestionSource = (
  text: string,
  signal: AbortSignal,
) => Promise<readonly Suggestion[]>;

/** Asks for suggestions, one question at a time; `show` gets each answer. */
export class Suggester {
  private timer?: ReturnType<typeof setTimeout>;
  private request?: AbortController;

  constructor(
    private readonly source: SuggestionSource,
    private readonly show: (suggestions: readonly Suggestion[]) => void,
  ) {}

  ask(text: string, pause = pauseMs): void {
    this.cancel();
    if (text.trim().length < shortest) {
      this.show([]);
      return;
    }
    this.timer = setTimeout(() => void this.fetch(text), pause);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async fetch(text: string): Promise<void> {
    const { signal } = (this.request = new AbortController());
    const suggestions = await this.source(text, signal);
    if (!signal.aborted) this.show(suggestions);
  }
}
