import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Filter, Suggestion } from '../api-types';
import { deedAddress, formatNumber, language } from '../language';
import { groupSuggestions, Suggester, type SuggestionGroup } from '../suggestions';
import { t } from '../texts';
import { PageElement } from './element';
import { plainText, segments } from './segments';

/** The text to search for, and with it a filter when a name was chosen. */
export class SearchRequested extends CustomEvent<{ text: string; filter: Filter }> {
  constructor(text: string, filter: Filter = {}) {
    super('kt-search', { detail: { text, filter }, bubbles: true });
  }
}

const listId = 'kt-suggestions';
const optionId = (place: number) => `${listId}-${place}`;

/** The search field: an ARIA combobox with list autocompletion, manual selection. Fires `kt-search`. */
@customElement('kt-search-box')
export class SearchBoxElement extends PageElement {
  /** What was searched for. */
  @property() text = '';
  /** Filters that suggestions keep to. */
  @property({ attribute: false }) filters = new URLSearchParams();

  @state() private groups: SuggestionGroup[] = [];
  @state() private active?: number;
  @state() private isOpen = false;
  @state() private isEmpty = true;
  @query('input') private readonly input!: HTMLInputElement;

  private readonly suggester = new Suggester((list) => this.show(list));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.suggester.cancel();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('text')) {
      this.input.value = this.text;
      this.isEmpty = !this.text;
    }
    if (changed.has('active') && this.active !== undefined) {
      document.getElementById(optionId(this.active))?.scrollIntoView({ block: 'nearest' });
    }
  }

  private get entries() {
    return this.groups.flatMap((group) => group.entries);
  }

  private show(list: readonly Suggestion[]): void {
    this.groups = groupSuggestions(list);
    this.active = undefined;
    this.isOpen = list.length > 0 && document.activeElement === this.input;
  }

  private close(): void {
    this.suggester.cancel();
    this.isOpen = false;
    this.active = undefined;
  }

  private submit(event?: Event): void {
    event?.preventDefault();
    this.close();
    this.dispatchEvent(new SearchRequested(this.input.value.trim()));
  }

  private choose(suggestion: Suggestion): void {
    if (suggestion.id !== null && suggestion.id !== undefined) {
      location.assign(deedAddress(suggestion.id));
      return;
    }
    this.input.value = suggestion.completion;
    this.close();
    this.dispatchEvent(new SearchRequested(suggestion.completion.trim(), suggestion.filter ?? {}));
  }

  private move(step: 1 | -1): void {
    const count = this.entries.length;
    // The field itself is one of the stops of the round.
    const stop = ((this.active ?? -1) + step + 1 + count + 1) % (count + 1);
    this.active = stop === 0 ? undefined : stop - 1;
  }

  private onInput(): void {
    this.isEmpty = !this.input.value;
    this.active = undefined;
    this.suggester.ask(this.input.value, this.filters);
  }

  private onArrow(event: KeyboardEvent, step: 1 | -1): void {
    event.preventDefault();
    if (event.altKey) {
      if (step === -1) this.close();
      else this.suggester.ask(this.input.value, this.filters, 0);
    } else if (this.isOpen) this.move(step);
    else this.suggester.ask(this.input.value, this.filters, 0);
  }

  private onEscape(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.isOpen) this.close();
    else this.clear();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const chosen = this.entries.find((one) => one.place === this.active)?.suggestion;
    if (event.key === 'ArrowDown') this.onArrow(event, 1);
    else if (event.key === 'ArrowUp') this.onArrow(event, -1);
    else if (event.key === 'Escape') this.onEscape(event);
    else if (event.key === 'Enter' && this.isOpen && chosen) {
      event.preventDefault();
      this.choose(chosen);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.active = undefined;
    }
  }

  private clear(): void {
    this.input.value = '';
    this.isEmpty = true;
    this.show([]);
    this.close();
    this.input.focus();
  }

  protected override render() {
    const active = this.active === undefined ? nothing : optionId(this.active);
    return html`<form
      role="search"
      class="search-box"
      action="/"
      method="get"
      @submit=${this.submit}
    >
      <label class="visually-hidden" for="kt-q">${t.search.label}</label>
      <div class="search-field">
        <input
          id="kt-q"
          name="q"
          type="text"
          role="combobox"
          maxlength="1000"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          placeholder=${t.search.placeholder}
          aria-autocomplete="list"
          aria-controls=${listId}
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-activedescendant=${active}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @blur=${this.close}
        />
        ${this.isEmpty ? nothing : this.clearButton()} ${this.list()}
      </div>
      ${language === 'fi' ? nothing : html`<input type="hidden" name="lang" value=${language} />`}
      <button class="button">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="6" />
          <path d="M13 13l5 5" />
        </svg>
        <span>${t.search.submit}</span>
      </button>
      <p class="visually-hidden" role="status">
        ${this.isOpen ? t.search.suggested(this.entries.length) : ''}
      </p>
    </form>`;
  }

  private clearButton() {
    return html`<button
      type="button"
      class="search-clear quiet"
      aria-label=${t.search.clear}
      @click=${this.clear}
    >
      <svg viewBox="0 0 12 12" width="14" height="14" aria-hidden="true">
        <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="2" />
      </svg>
    </button>`;
  }

  // Kept in the page while closed, so that what aria-controls names is always there.
  private list() {
    return html`<div
      id=${listId}
      role="listbox"
      class="suggestions"
      aria-label=${t.search.suggestions}
      ?hidden=${!this.isOpen}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${this.groups.map(
        ({ kind, entries }) =>
          html`<div role="group" aria-labelledby=${`${listId}-${kind}`}>
            <div id=${`${listId}-${kind}`} role="presentation" class="suggestions-kind">
              ${t.search.suggestionKinds[kind] ?? ''}
            </div>
            ${entries.map(({ place, suggestion }) => this.option(place, suggestion))}
          </div>`,
      )}
    </div>`;
  }

  private option(place: number, suggestion: Suggestion) {
    const count = suggestion.kind === 'deed' ? '' : t.filters.count(formatNumber(suggestion.count));
    return html`<div
      id=${optionId(place)}
      role="option"
      class="suggestion"
      aria-selected=${place === this.active ? 'true' : 'false'}
      aria-label=${[plainText(suggestion.text), count].filter(Boolean).join(', ')}
      @click=${() => this.choose(suggestion)}
    >
      <span>${segments(suggestion.text)}</span>
      ${count ? html`<span class="suggestion-count">${formatNumber(suggestion.count)}</span>` : nothing}
    </div>`;
  }
}
