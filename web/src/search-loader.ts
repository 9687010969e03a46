// Asks the API for a state of the search page: one question at a time, recent answers kept so that going back is at once.

import { api, type Answer } from './api';
import type { SearchAnswer } from './api-types';
import { isStart, searchParams, type SearchState } from './state';

const keptAnswers = 20;
const newestShown = 5;

export class SearchLoader {
  private readonly kept = new Map<string, SearchAnswer>();
  private request?: AbortController;

  constructor(private readonly facets: readonly string[]) {}

  private params(state: SearchState): URLSearchParams {
    const params = searchParams(state);
    params.set('facets', isStart(state) ? 'theme' : this.facets.join());
    if (isStart(state)) params.set('per_page', String(newestShown));
    return params;
  }

  /** The answer for a state that was shown a while ago. */
  recall(state: SearchState): SearchAnswer | undefined {
    return this.kept.get(this.params(state).toString());
  }

  /** Gives up the question before; that one's answer is then a problem of kind `aborted`. */
  async load(state: SearchState): Promise<Answer<SearchAnswer>> {
    this.giveUp();
    this.request = new AbortController();
    const params = this.params(state);
    const answer = await api.search(params, { signal: this.request.signal });
    if (answer.ok) this.keep(params.toString(), answer.value);
    return answer;
  }

  giveUp(): void {
    this.request?.abort();
  }

  private keep(key: string, answer: SearchAnswer): void {
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptAnswers && oldest !== undefined) this.kept.delete(oldest);
  }
}
