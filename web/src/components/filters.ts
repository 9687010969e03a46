import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FacetName, FacetValue, SearchAnswer } from '../api-types';
import { formatNumber } from '../language';
import { t } from '../texts';
import { PageElement } from './element';

/** A value of a filter was chosen or taken away. */
export class FilterToggled extends CustomEvent<{ name: FacetName; value: string; on: boolean }> {
  constructor(name: FacetName, value: string, on: boolean) {
    super('kt-filter', { detail: { name, value, on }, bubbles: true });
  }
}

/** The facets shown, in this order, and which of them are unfolded at first. */
export const shownFacets: readonly FacetName[] = [
  'theme',
  'organisation_type',
  'organisation',
  'sector',
  'year',
  'award',
  'programme',
  'language',
];
const unfolded: readonly FacetName[] = ['theme', 'organisation_type', 'year'];
const shownValues = 6;
/** From here on a list is worth a field to find in it. */
const manyValues = 20;
const wideScreen = matchMedia('(min-width: 56rem)');

function ordered(name: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  return name === 'year' ? [...values].sort((a, b) => b.value.localeCompare(a.value)) : values;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The facets of an answer as filters, in a disclosure on narrow screens. Fires `kt-filter`, and `kt-show` to go to the results. */
@customElement('kt-filters')
export class FiltersElement extends PageElement {
  @property({ attribute: false }) facets: SearchAnswer['facets'] = {};
  @property({ type: Number }) total = 0;
  /** How many filters are chosen. */
  @property({ type: Number }) chosen = 0;

  @state() private whole: ReadonlySet<FacetName> = new Set();
  @state() private finds: Partial<Record<FacetName, string>> = {};
  @state() private isOpen = wideScreen.matches;

  private readonly onWidth = () => (this.isOpen = wideScreen.matches);

  override connectedCallback(): void {
    super.connectedCallback();
    wideScreen.addEventListener('change', this.onWidth);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wideScreen.removeEventListener('change', this.onWidth);
  }

  private onToggle(event: Event): void {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
  }

  private goToResults(): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent('kt-show', { bubbles: true }));
  }

  protected override render() {
    return html`<details class="filters no-print" ?open=${this.isOpen} @toggle=${this.onToggle}>
      <summary>
        <h2>${t.filters.title}</h2>
        ${this.chosen ? html`<span class="badge">${this.chosen}</span>` : nothing}
      </summary>
      <div class="filters-body">
        ${repeat(
          shownFacets.filter((name) => this.facets[name]?.length),
          (name) => name,
          (name) => this.facet(name, ordered(name, this.facets[name] ?? [])),
        )}
        <button type="button" class="button filters-show" @click=${this.goToResults}>
          ${t.filters.show(formatNumber(this.total))}
        </button>
      </div>
    </details>`;
  }

  private facet(name: FacetName, values: readonly FacetValue[]) {
    const isLong = values.length > shownValues + 2;
    const isWhole = this.whole.has(name) || !isLong;
    const find = this.finds[name]?.toLowerCase() ?? '';
    const shown = values.filter((one, place) =>
      isWhole ? one.label.toLowerCase().includes(find) : one.selected || place < shownValues,
    );
    const isUnfolded = unfolded.includes(name) || values.some((one) => one.selected);
    return html`<details class="facet" ?open=${isUnfolded}>
      <summary><h3>${t.filters.names[name]}</h3></summary>
      <div role="group" aria-label=${t.filters.names[name]}>
        ${isWhole && values.length > manyValues ? this.finder(name) : nothing}
        <ul class="plain">
          ${repeat(
            shown,
            (one) => one.value,
            (one) => this.value(name, one),
          )}
        </ul>
        ${isLong ? this.more(name, values.length) : nothing}
      </div>
    </details>`;
  }

  private value(name: FacetName, one: FacetValue) {
    const toggle = (event: Event) =>
      this.dispatchEvent(
        new FilterToggled(name, one.value, (event.target as HTMLInputElement).checked),
      );
    return html`<li>
      <label class="facet-value">
        <input type="checkbox" .checked=${one.selected} @change=${toggle} />
        <span>${capital(one.label)}</span>
        <span class="facet-count">${formatNumber(one.count)}</span>
      </label>
    </li>`;
  }

  private finder(name: FacetName) {
    const label = t.filters.find(t.filters.names[name]);
    const find = (event: Event) =>
      (this.finds = { ...this.finds, [name]: (event.target as HTMLInputElement).value });
    return html`<input
      class="field facet-find"
      type="search"
      aria-label=${label}
      placeholder=${label}
      .value=${this.finds[name] ?? ''}
      @input=${find}
    />`;
  }

  private more(name: FacetName, count: number) {
    const isWhole = this.whole.has(name);
    const toggle = () => {
      const whole = new Set(this.whole);
      if (!whole.delete(name)) whole.add(name);
      this.whole = whole;
      this.finds = { ...this.finds, [name]: '' };
    };
    return html`<button
      type="button"
      class="quiet"
      aria-expanded=${isWhole ? 'true' : 'false'}
      @click=${toggle}
    >
      ${isWhole ? t.filters.showLess : t.filters.showAll(formatNumber(count))}
    </button>`;
  }
}
