// The HTTP API as functions. Nothing here throws: what goes wrong is a `Problem`, a value.

import type { Deed, SearchAnswer, SimilarAnswer, SuggestAnswer, Vocabulary } from './api-types';
import type { Briefing, Statistics } from './report-types';
import type { Site } from './statement/statement';

export interface Problem {
  /** `refused`: the server says what is wrong; `unreadable`: the answer is not what was promised. */
  kind: 'aborted' | 'timeout' | 'unreachable' | 'refused' | 'unreadable';
  /** HTTP status; null when there was no answer. */
  status: number | null;
  /** The server's own sentence, in English; empty when it gave none. */
  detail: string;
  /** The parameter that the server does not take, when it is one. */
  parameter?: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** How one call is made. A call given up by `signal` answers a problem of kind `aborted`. */
export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

type Query = URLSearchParams | Record<string, string>;

const defaultTimeoutMs = 15_000;

function failed<T>(kind: Problem['kind'], status: number | null = null, detail = ''): Answer<T> {
  return { ok: false, problem: { kind, status, detail } };
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const content: unknown = await response.json().catch(() => undefined);
  if (typeof content !== 'object' || content === null) {
    return failed('unreadable', response.status);
  }
  if (response.ok) return { ok: true, value: content as T };
  const { detail, parameter } = content as { detail?: unknown; parameter?: unknown };
  const sentence = typeof detail === 'string' ? detail : '';
  const answer = failed<T>('refused', response.status, sentence);
  if (!answer.ok && typeof parameter === 'string') answer.problem.parameter = parameter;
  return answer;
}

async function call<T>(url: string, init: RequestInit, options: CallOptions): Promise<Answer<T>> {
  const giveUp = new AbortController();
  const follow = () => giveUp.abort();
  if (options.signal?.aborted) return failed('aborted');
  options.signal?.addEventListener('abort', follow);
  const timer = setTimeout(follow, options.timeoutMs ?? defaultTimeoutMs);
  const why = (otherwise: Problem['kind']): Problem['kind'] => {
    if (options.signal?.aborted) return 'aborted';
    return giveUp.signal.aborted ? 'timeout' : otherwise;
  };
  try {
    const answer = await readAnswer<T>(await fetch(url, { ...init, signal: giveUp.signal }));
    return giveUp.signal.aborted ? failed(why('unreachable')) : answer;
  } catch {
    return failed(why('unreachable'));
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', follow);
  }
}

/** The API of one server; `base` is its address without a slash at the end, empty for one's own. */
export class Api {
  constructor(private readonly base = '') {}

  search(query: Query, options?: CallOptions): Promise<Answer<SearchAnswer>> {
    return this.get('deeds', query, options);
  }

  suggest(query: Query, options?: CallOptions): Promise<Answer<SuggestAnswer>> {
    return this.get('suggest', query, options);
  }

  deed(id: string, options?: CallOptions): Promise<Answer<Deed>> {
    return this.get(`deeds/${encodeURIComponent(id)}`, {}, options);
  }

  similarToDeed(id: string, query: Query, options?: CallOptions): Promise<Answer<SimilarAnswer>> {
    return this.get(`deeds/${encodeURIComponent(id)}/similar`, query, options);
  }

  similarTo(
    body: { text?: string; ids?: string[] },
    query: Query,
    options?: CallOptions,
  ): Promise<Answer<SimilarAnswer>> {
    return this.post('similar', body, query, options);
  }

  vocabulary(options?: CallOptions): Promise<Answer<Vocabulary>> {
    return this.get('vocabulary', {}, options);
  }

  site(options?: CallOptions): Promise<Answer<Site>> {
    return this.get('site', {}, options);
  }

  statistics(query: Query, options?: CallOptions): Promise<Answer<Statistics>> {
    return this.get('statistics', query, options);
  }

  briefing(query: Query, options?: CallOptions): Promise<Answer<Briefing>> {
    const asked = new URLSearchParams(query);
    asked.set('format', 'json');
    return this.get('briefings', asked, options);
  }

  /** The address of a route, for links: downloads, printable pages. */
  address(route: string, query: Query = {}): string {
    const text = new URLSearchParams(query).toString();
    return `${this.base}/api/v1/${route}${text && '?'}${text}`;
  }

  private get<T>(route: string, query: Query, options: CallOptions = {}): Promise<Answer<T>> {
    return call(this.address(route, query), { headers: { Accept: 'application/json' } }, options);
  }

  private post<T>(
    route: string,
    body: unknown,
    query: Query,
    options: CallOptions = {},
  ): Promise<Answer<T>> {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return call(this.address(route, query), init, options);
  }
}

/** The API of the server that sent this page. */
export const api = new Api();
