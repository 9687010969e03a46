// The HTTP API as functions. Nothing here throws: what goes wrong is a `Problem`, a value.

import type { Deed, SearchAnswer, SimilarAnswer, SuggestAnswer, Vocabulary } from './api-types';
import { ask, type Answer, type CallOptions } from './http';
import type { Briefing, Statistics } from './report-types';
import type { Site } from './statement/statement';

export type { Answer, CallOptions, Problem } from './http';

type Query = URLSearchParams | Record<string, string>;

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
    return ask(this.address(route, query), { headers: { Accept: 'application/json' } }, options);
  }

  private post<T>(
    route: string,
    body: unknown,
    query: Query,
    options: CallOptions = {},
  ): Promise<Answer<T>> {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return ask(this.address(route, query), init, options);
  }
}

/** The API of the server that sent this page. */
export const api = new Api();
