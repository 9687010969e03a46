import { html, nothing, type TemplateResult } from 'lit';
import type { QueryReading, Recognised } from '../api-types';
import { changed, stateAddress, withFilters, type SearchState } from '../state';
import { t } from '../texts';

type Spread = { word: string; as: string[] }[] | undefined;

function exactly(state: SearchState) {
  return stateAddress(changed(state, { exact: true }));
}

// `applied`: the hits are those of the corrected text already; `offered`: they would be more.
function correction(reading: QueryReading, state: SearchState) {
  const { corrected } = reading;
  if (!corrected) return nothing;
  if (reading.correction === 'offered') {
    const address = stateAddress(changed(state, { text: corrected }));
    return html`<p>${t.notices.didYouMean} <a class="strong" href=${address}>${corrected}</a>?</p>`;
  }
  return html`<p>
    ${t.notices.applied(reading.text)} <strong>${corrected}</strong>.
    <a href=${exactly(state)}>${t.notices.exactly(reading.text)}</a>
  </p>`;
}

function spread(label: string, words: Spread) {
  if (!words?.length) return nothing;
  return html`<p>
    ${label}:
    ${words.map(
      (one, place) => html`${place ? '; ' : ''}${one.word} → <strong>${one.as.join(', ')}</strong>`,
    )}
  </p>`;
}

function widened(reading: QueryReading, state: SearchState) {
  if (!reading.translated?.length && !reading.synonyms?.length) return nothing;
  return html`${spread(t.notices.translated, reading.translated)}
    ${spread(t.notices.synonyms, reading.synonyms)}
    <p><a href=${exactly(state)}>${t.notices.onlyWritten}</a></p>`;
}

// The name leaves the text when it becomes a filter.
function recognisedAddress(one: Recognised, state: SearchState): string {
  const text = state.text.replace(one.text, ' ').replace(/\s+/g, ' ').trim();
  return stateAddress(withFilters({ ...state, text }, one.filter));
}

function recognised(reading: QueryReading, state: SearchState) {
  if (!reading.recognised?.length) return nothing;
  return html`<div class="recognised">
    <span id="recognised">${t.notices.recognised}:</span>
    <ul class="chips" aria-labelledby="recognised">
      ${reading.recognised.map(
        (one) =>
          html`<li>
            <a class="chip" href=${recognisedAddress(one, state)}>+ ${one.label}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** How the server read the query, with ways to have it read otherwise; nothing when it was read as written. */
export function notices(reading: QueryReading, state: SearchState): TemplateResult {
  const parts = state.exact
    ? html`<p>
        ${t.notices.exactNow}
        <a href=${stateAddress(changed(state, { exact: false }))}>${t.notices.loosely}</a>
      </p>`
    : html`${correction(reading, state)} ${widened(reading, state)}`;
  const isTold =
    (state.exact && state.text !== '') ||
    reading.corrected ||
    reading.translated?.length ||
    reading.synonyms?.length;
  return html`${isTold ? html`<div class="notice">${parts}</div>` : nothing}
  ${recognised(reading, state)}`;
}
