import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Suggestion, SuggestionKind } from '../api-types';
import type { Combobox } from '../combobox';
import { plainText, segments } from './segments';

/** What a search field says. */
export interface ComboboxTexts {
  placeholder: string;
  clear: string;
  suggestions: string;
  suggestionKinds: Record<SuggestionKind, string>;
  suggested(count: number): string;
  /** A number of deeds, with and without the word. */
  deeds(count: number): string;
  number(count: number): string;
}

/** The id of the field, for its label. One combobox a document or shadow root. */
export const fieldId = 'kt-q';
const listId = 'kt-suggestions';
const optionId = (place: number) => `${listId}-${place}`;

function clearButton(box: Combobox, texts: ComboboxTexts) {
  return html`<button
    type="button"
    class="search-clear quiet"
    aria-label=${texts.clear}
    @click=${() => box.clear()}
  >
    <svg viewBox="0 0 12 12" width="14" height="14" aria-hidden="true">
      <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="2" />
    </svg>
  </button>`;
}

function option(box: Combobox, place: number, suggestion: Suggestion, texts: ComboboxTexts) {
  const { count, kind, text } = suggestion;
  const counted = kind === 'deed' ? '' : texts.deeds(count);
  return html`<div
    id=${optionId(place)}
    role="option"
    class="suggestion"
    part="suggestion"
    aria-selected=${place === box.active ? 'true' : 'false'}
    aria-label=${[plainText(text), counted].filter(Boolean).join(', ')}
    @click=${() => box.choose(suggestion)}
  >
    <span>${segments(text)}</span>
    ${counted ? html`<span class="suggestion-count">${texts.number(count)}</span>` : nothing}
  </div>`;
}

// Kept in the page while closed, so that what aria-controls names is always there.
function list(box: Combobox, texts: ComboboxTexts) {
  return html`<div
    id=${listId}
    role="listbox"
    class="suggestions"
    part="suggestions"
    aria-label=${texts.suggestions}
    ?hidden=${!box.isOpen}
    @mousedown=${(event: Event) => event.preventDefault()}
  >
    ${box.groups.map(
      ({ kind, entries }) =>
        html`<div role="group" aria-labelledby=${`${listId}-${kind}`}>
          <div id=${`${listId}-${kind}`} role="presentation" class="suggestions-kind">
            ${texts.suggestionKinds[kind] ?? ''}
          </div>
          ${entries.map(({ place, suggestion }) => option(box, place, suggestion, texts))}
        </div>`,
    )}
  </div>`;
}

/** The field with its suggestions, for a form that has a label for `fieldId`. */
export function comboboxField(box: Combobox, texts: ComboboxTexts): TemplateResult {
  return html`<div class="search-field">
      <input
        id=${fieldId}
        name="q"
        type="text"
        part="input"
        role="combobox"
        maxlength="1000"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
        placeholder=${texts.placeholder}
        aria-autocomplete="list"
        aria-controls=${listId}
        aria-expanded=${box.isOpen ? 'true' : 'false'}
        aria-activedescendant=${box.active === undefined ? nothing : optionId(box.active)}
        @input=${() => box.onInput()}
        @keydown=${(event: KeyboardEvent) => box.onKey(event)}
        @blur=${() => box.close()}
      />
      ${box.isEmpty ? nothing : clearButton(box, texts)} ${list(box, texts)}
    </div>
    <p class="visually-hidden" role="status">${box.isOpen ? texts.suggested(box.count) : ''}</p>`;
}
