import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api';
import { t } from '../texts';

function sentence(problem: Problem): string {
  return problem.kind === 'aborted' ? t.problems.timeout : t.problems[problem.kind];
}

/** What went wrong and a way to try again. The server's own sentence is in English. */
export function problemNotice(problem: Problem, retry: () => void): TemplateResult {
  return html`<div class="problem" role="alert">
    <h2>${t.problems.title}</h2>
    <p>${sentence(problem)}</p>
    ${problem.detail ? html`<p class="small" lang="en">${problem.detail}</p>` : nothing}
    <p>
      <button type="button" class="button secondary" @click=${retry}>${t.problems.retry}</button>
    </p>
  </div>`;
}
