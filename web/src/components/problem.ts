import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api';
import { facetNames } from '../api-types';
import { t } from '../texts';

// A filter of the address whose value the server does not know.
function refusedFilter(problem: Problem) {
  return facetNames.find((name) => name === problem.parameter);
}

function sentence(problem: Problem): string {
  const filter = refusedFilter(problem);
  if (filter) return t.problems.refusedFilter(t.filters.names[filter]);
  return problem.kind === 'aborted' ? t.problems.timeout : t.problems[problem.kind];
}

// The button goes away when it helps: the focus waits at the beginning of the content.
function retryButton(retry: () => void) {
  const onClick = () => {
    document.getElementById('main')?.focus({ preventScroll: true });
    retry();
  };
  return html`<p>
    <button type="button" class="button secondary" @click=${onClick}>${t.problems.retry}</button>
  </p>`;
}

/** What went wrong, and a way to try again where that can help. The server's own sentence is in English. */
export function problemNotice(problem: Problem, retry: () => void): TemplateResult {
  const isFilter = refusedFilter(problem) !== undefined;
  return html`<div class="problem" role="alert">
    <h2>${t.problems.title}</h2>
    <p>${sentence(problem)}</p>
    ${problem.detail && !isFilter ? html`<p class="small" lang="en">${problem.detail}</p>` : nothing}
    ${isFilter ? nothing : retryButton(retry)}
  </div>`;
}
