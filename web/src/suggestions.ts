// Suggestions while one types: asked for a little after the last key, in the order in which they are shown.

import { api } from './api';
import type { Suggestion, SuggestionKind } from './api-types';
import { language } from './language';

const pauseMs = 90;
const shortest = 2;
const most = 10;

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

/** Asks for suggestions, one question at a time; `show` gets each answer, an empty list when there is none. */
export class Suggester {
  private timer?: ReturnType<typeof setTimeout>;
  private request?: AbortController;

  constructor(private readonly show: (suggestions: readonly Suggestion[]) => void) {}

  ask(text: string, filters: URLSearchParams, pause = pauseMs): void {
    this.cancel();
    if (text.trim().length < shortest) {
      this.show([]);
      return;
    }
    this.timer = setTimeout(() => void this.fetch(text, filters), pause);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async fetch(text: string, filters: URLSearchParams): Promise<void> {
    const request = new AbortController();
    this.request = request;
    const asked = new URLSearchParams(filters);
    for (const [name, value] of [
      ['q', text],
      ['limit', String(most)],
      ['lang', language],
    ] as const) {
      asked.set(name, value);
    }
    const answer = await api.suggest(asked, { signal: request.signal, timeoutMs: 3000 });
    if (!request.signal.aborted) this.show(answer.ok ? (answer.value.suggestions ?? []) : []);
  }
}
