import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { api } from '../api';
import type { Filter, Suggestion } from '../api-types';
import { Combobox, type ComboboxHost } from '../combobox';
import { deedAddress, formatNumber, language } from '../language';
import { mostSuggestions, suggestionsWithinMs } from '../suggestions';
import { t } from '../texts';
import { comboboxField, fieldId, type ComboboxTexts } from './combobox';
import { PageElement } from './element';

/** The text to search for, and with it a filter when a name was chosen. */
export class SearchRequested extends CustomEvent<{ text: string; filter: Filter }> {
  constructor(text: string, filter: Filter = {}) {
    super('kt-search', { detail: { text, filter }, bubbles: true });
  }
}

const texts: ComboboxTexts = {
  ...t.search,
  deeds: (count) => t.filters.count(formatNumber(count)),
  number: formatNumber,
};

/** The search field with suggestions. Fires `kt-search`. */
@customElement('kt-search-box')
export class SearchBoxElement extends PageElement implements ComboboxHost {
  /** What was searched for. */
  @property() text = '';
  /** Filters that suggestions keep to. */
  @property({ attribute: false }) filters = new URLSearchParams();

  @query('input') readonly input!: HTMLInputElement;

  private readonly combobox = new Combobox(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.combobox.close();
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const asked = new URLSearchParams(this.filters);
    asked.set('q', text);
    asked.set('limit', String(mostSuggestions));
    asked.set('lang', language);
    const answer = await api.suggest(asked, { signal, timeoutMs: suggestionsWithinMs });
    return answer.ok ? (answer.value.suggestions ?? []) : [];
  }

  choose(suggestion: Suggestion): void {
    if (suggestion.id !== null && suggestion.id !== undefined) {
      location.assign(deedAddress(suggestion.id));
      return;
    }
    const { completion, filter } = suggestion;
    this.dispatchEvent(new SearchRequested(completion.trim(), filter ?? {}));
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('text')) this.combobox.write(this.text);
    this.combobox.drawn();
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.combobox.close();
    this.dispatchEvent(new SearchRequested(this.input.value.trim()));
  }

  protected override render() {
    return html`<form
      role="search"
      class="search-box"
      action="/"
      method="get"
      @submit=${this.submit}
    >
      <label class="visually-hidden" for=${fieldId}>${t.search.label}</label>
      ${comboboxField(this.combobox, texts)}
      ${language === 'fi' ? nothing : html`<input type="hidden" name="lang" value=${language} />`}
      <button class="button">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="6" />
          <path d="M13 13l5 5" />
        </svg>
        <span>${t.search.submit}</span>
      </button>
    </form>`;
  }
}
