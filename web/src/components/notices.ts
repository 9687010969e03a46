import { html, nothing, type TemplateResult } from 'lit';
import type { QueryReading, Recognised } from '../api-types';
import { formatNumber } from '../language';
import { changed, stateAddress, withFilters, type SearchState } from '../state';
import { t } from '../texts';
import { inTurn, widenedWords, type WidenedWord } from '../widened';

/** So many of the words searched for besides are named at once. */
const few = 4;

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

function widenedWord({ word, synonyms, translations }: WidenedWord) {
  return html`<div>
    <dt>${word}</dt>
    <dd>
      ${synonyms.join(', ')}
      ${
        translations.length
          ? html`<span class="soft">${t.notices.translations}:</span> ${translations.join(', ')}`
          : nothing
      }
    </dd>
  </div>`;
}

function widened(reading: QueryReading, state: SearchState) {
  const words = widenedWords(reading);
  const all = inTurn(words);
  if (!all.length) return nothing;
  const isCut = all.length > few;
  return html`<p>
      ${t.notices.widened}: <strong>${all.slice(0, few).join(', ')}</strong>${isCut ? '…' : '.'}
      <a href=${exactly(state)}>${t.notices.onlyWritten}</a>
    </p>
    ${
      isCut
        ? html`<details class="widened">
            <summary>${t.notices.allWords(formatNumber(all.length))}</summary>
            <dl>${words.map(widenedWord)}</dl>
          </details>`
        : nothing
    }`;
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
