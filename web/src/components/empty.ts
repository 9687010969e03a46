import { html, nothing, type TemplateResult } from 'lit';
import type { SearchAnswer, SearchHelp } from '../api-types';
import { textFragment } from '../description';
import { deedAddress, formatNumber, pageAddress } from '../language';
import { changed, filterParams, stateAddress, type SearchState } from '../state';
import { t } from '../texts';

function words(help: SearchHelp, state: SearchState) {
  if (!help.words?.length) return nothing;
  return html`<h3>${t.empty.words}</h3>
    <ul class="empty-words plain">
      ${help.words.map(({ word, found }) =>
        found
          ? html`<li>
              <a href=${stateAddress(changed(state, { text: word }))}>${word}</a>
              <span class="soft">${t.empty.found}</span>
            </li>`
          : html`<li><del>${word}</del> <span class="soft">${t.empty.notFound}</span></li>`,
      )}
    </ul>`;
}

function themes(help: SearchHelp) {
  if (!help.themes?.length) return nothing;
  return html`<h3>${t.empty.themes}</h3>
    <ul class="chips">
      ${help.themes.map(
        (one) =>
          html`<li>
            <a class="chip" href=${pageAddress('/', { theme: one.value })}
              >${one.label} <span class="soft">${formatNumber(one.count)}</span></a
            >
          </li>`,
      )}
    </ul>`;
}

function similar(help: SearchHelp) {
  if (!help.similar?.length) return nothing;
  return html`<h3>${t.empty.similar}</h3>
    <ul class="empty-similar plain">
      ${help.similar.map(
        (one) =>
          html`<li>
            <a href=${deedAddress(one.id)}>${one.title}</a>
            <span class="soft">
              ${[one.organisations?.map((each) => each.name).join(', '), one.published?.slice(0, 4)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>`,
      )}
    </ul>`;
}

/** What to do when nothing was found, or when the page is beyond the last hit. */
export function emptyResults(answer: SearchAnswer, state: SearchState): TemplateResult {
  if (answer.total > 0) {
    return html`<div class="empty card">
      <p>${t.empty.beyond}</p>
      <p><a href=${stateAddress({ ...state, page: 1 })}>${t.empty.firstPage}</a></p>
    </div>`;
  }
  const isFiltered = filterParams(state).toString() !== '';
  const wider = stateAddress(changed(state, { filters: {} }));
  return html`<div class="empty card">
    <p>${t.empty.hint}</p>
    ${
      isFiltered
        ? html`<p><a class="button secondary" href=${wider}>${t.empty.withoutFilters}</a></p>`
        : nothing
    }
    ${
      answer.help
        ? html`${words(answer.help, state)} ${similar(answer.help)} ${themes(answer.help)}`
        : nothing
    }
    <p><a href=${pageAddress('/describe') + textFragment(state.text)}>${t.empty.describe}</a></p>
  </div>`;
}
