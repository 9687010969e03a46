// What the widgets ask the service. Nobody else is asked: a redirection is not followed, and no cookie and no referrer is sent.
// Nothing here throws.

import type { Suggestion } from '../api-types';
import { ask, failed, type Answer } from '../http';
import type { Language } from '../language';
import { mostSuggestions, suggestionsWithinMs } from '../suggestions';
import {
  readSearch,
  readSimilar,
  readSuggestions,
  readThemeNames,
  type SearchResult,
  type ShownDeed,
} from './answers';

const answersWithinMs = 8000;
const maxBytes = 512 * 1024;

/** A question: which deeds, and the signal that gives it up. */
export interface Question {
  query: URLSearchParams;
  signal: AbortSignal;
}

interface Extras {
  timeoutMs?: number;
  /** Sent by POST. */
  body?: unknown;
}

function understood<T>(
  answer: Answer<unknown>,
  read: (value: unknown) => T | undefined,
): Answer<T> {
  if (!answer.ok) return answer;
  const value = read(answer.value);
  return value === undefined ? failed('unreadable') : { ok: true, value };
}

export class Client {
  constructor(
    private readonly endpoint: string,
    private readonly language: Language,
  ) {}

  async search({ query, signal }: Question): Promise<Answer<SearchResult>> {
    const asked = this.labelled(query);
    return understood(await this.send('deeds', { query: asked, signal }), readSearch);
  }

  async suggest({ query, signal }: Question): Promise<Suggestion[]> {
    const asked = this.labelled(query);
    asked.set('limit', String(mostSuggestions));
    const question = { query: asked, signal };
    const answer = await this.send('suggest', question, { timeoutMs: suggestionsWithinMs });
    return answer.ok ? readSuggestions(answer.value) : [];
  }

  async similarToDeed(id: string, question: Question): Promise<Answer<ShownDeed[]>> {
    const route = `deeds/${encodeURIComponent(id)}/similar`;
    return understood(await this.send(route, question), readSimilar);
  }

  async similarToText(text: string, question: Question): Promise<Answer<ShownDeed[]>> {
    return understood(await this.send('similar', question, { body: { text } }), readSimilar);
  }

  /** Names of themes by slug; empty when they cannot be had. */
  async themeNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const query = this.labelled({ per_page: '1', facets: 'theme' });
    const answer = await this.send('deeds', { query, signal }, { timeoutMs: suggestionsWithinMs });
    return readThemeNames(answer.ok ? answer.value : undefined);
  }

  private labelled(query: URLSearchParams | Record<string, string>): URLSearchParams {
    const asked = new URLSearchParams(query);
    asked.set('lang', this.language);
    return asked;
  }

  private send(
    route: string,
    { query, signal }: Question,
    { timeoutMs = answersWithinMs, body }: Extras = {},
  ): Promise<Answer<unknown>> {
    const init: RequestInit = {
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json' },
    };
    if (body !== undefined) {
      init.method = 'POST';
      init.headers = { ...init.headers, 'Content-Type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    return ask(`${this.endpoint}/api/v1/${route}?${query}`, init, { signal, timeoutMs, maxBytes });
  }
}
