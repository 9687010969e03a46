import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../texts';
import { PageElement } from './element';
import { options, type Choices } from './options';

/** Chooses some of many names, one after the other. Fires `kt-picked` with all that are chosen. */
@customElement('kt-picker')
export class PickerElement extends PageElement {
  @property() label = '';
  @property({ attribute: false }) choices: Choices = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @query('select') private readonly select!: HTMLSelectElement;

  private pick(chosen: readonly string[]): void {
    // A chip that was pressed goes away: the focus stays here.
    this.select.focus();
    this.dispatchEvent(new CustomEvent('kt-picked', { detail: chosen, bubbles: true }));
  }

  private add(): void {
    const { value } = this.select;
    if (value) this.pick([...this.chosen, value]);
  }

  protected override render() {
    const rest = this.choices.filter(([value]) => !this.chosen.includes(value));
    return html`<label
        >${this.label}
        <select>
          ${options([['', t.widget.everything], ...rest], '')}
        </select></label
      >
      <button
        type="button"
        class="button secondary"
        aria-label=${t.widget.addTo(this.label)}
        @click=${this.add}
      >
        ${t.widget.add}
      </button>
      ${this.chips()}`;
  }

  private chips() {
    if (!this.chosen.length) return nothing;
    const names = new Map(this.choices);
    return html`<ul class="chips" aria-label=${this.label}>
      ${this.chosen.map(
        (value) =>
          html`<li>
            <button
              type="button"
              class="chip is-chosen"
              @click=${() => this.pick(this.chosen.filter((one) => one !== value))}
            >
              <span class="visually-hidden">${t.filters.remove}:</span>
              ${names.get(value) ?? value}
              <svg class="cross" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M1 1l10 10M11 1L1 11" />
              </svg>
            </button>
          </li>`,
      )}
    </ul>`;
  }
}
