import { html, type TemplateResult } from 'lit';
import type { SearchAnswer } from '../api-types';
import { formatNumber, pageAddress } from '../language';
import { t } from '../texts';
import './hit';

/** Examples of searches, below the search field of the first view. */
export function examples(): TemplateResult {
  return html`<div class="examples">
    <p id="examples">${t.start.examplesTitle}:</p>
    <ul class="plain" aria-labelledby="examples">
      ${t.start.examples.map(
        (text) => html`<li><a href=${pageAddress('/', { q: text })}>${text}</a></li>`,
      )}
    </ul>
  </div>`;
}

/** The first view, when nothing is asked: ways in, and what is new. `answer` is a search for all deeds, newest first. */
export function startView(
  answer: SearchAnswer,
  themeNames: ReadonlyMap<string, string>,
): TemplateResult {
  return html`<div class="start wide">
    <section class="start-newest" aria-labelledby="newest">
      <h2 id="newest">${t.start.newestTitle}</h2>
      <ol class="hits plain">
        ${answer.hits.map(
          (hit) => html`<li><kt-hit .deed=${hit} .themeNames=${themeNames}></kt-hit></li>`,
        )}
      </ol>
      <p>
        <a class="button secondary" href=${pageAddress('/', { sort: 'newest' })}
          >${t.start.all(formatNumber(answer.total))}</a
        >
      </p>
    </section>
    <div class="start-aside">
      <section class="start-describe" aria-labelledby="describe">
        <h2 id="describe">${t.start.describeTitle}</h2>
        <p><a class="button" href=${pageAddress('/describe')}>${t.start.describe}</a></p>
      </section>
      <section aria-labelledby="themes">
        <h2 id="themes">${t.start.themesTitle}</h2>
        <ul class="themes plain">
          ${(answer.facets.theme ?? [])
            .filter((one) => one.count)
            .map(
              (one) =>
                html`<li>
                  <a href=${pageAddress('/', { theme: one.value })}
                    ><span>${one.label}</span>
                    <span class="facet-count">${formatNumber(one.count)}</span></a
                  >
                </li>`,
            )}
        </ul>
      </section>
    </div>
  </div>`;
}
