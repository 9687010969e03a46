import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deed } from '../api-types';
import { isDeed, type DeedStore } from '../deed-store';
import { deedAddress, formatDate, formatNumber } from '../language';
import { saved } from '../saved';
import { mostCompared, rowsOf, type Row } from '../saved-state';
import { t } from '../texts';
import { PageElement } from './element';
import './save-button';

/** Which deeds are chosen for comparison, in the order they were chosen. */
export class ComparisonChosen extends CustomEvent<readonly string[]> {
  constructor(ids: readonly string[]) {
    super('kt-chosen', { detail: ids, bubbles: true });
  }
}

/** A list of deeds by their ids. One's own can be ordered and shortened; from any, deeds can be chosen. Fires `kt-chosen`. */
@customElement('kt-saved-list')
export class SavedListElement extends PageElement {
  @property({ attribute: false }) ids: readonly string[] = [];
  @property({ attribute: false }) store?: DeedStore;
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Boolean }) isOwn = false;

  /** Where the deeds stood that were taken out since the page was loaded. */
  @state() private removed: ReadonlyMap<string, number> = new Map();
  @state() private told = '';

  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.store?.addEventListener('change', this.refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store?.removeEventListener('change', this.refresh);
  }

  private titleOf(id: string): string {
    const deed = this.store?.get(id);
    return isDeed(deed) ? deed.title : id;
  }

  // Once the page around has given this list its new ids, and all of it is shown: a microtask or two from now.
  private async focusOn(id: string, selector: string): Promise<void> {
    await new Promise((shown) => setTimeout(shown));
    const row = [...this.querySelectorAll<HTMLElement>('[data-id]')].find(
      (one) => one.dataset['id'] === id,
    );
    row?.querySelector<HTMLElement>(selector)?.focus();
  }

  private takeOut(id: string, place: number): void {
    this.removed = new Map(this.removed).set(id, place);
    if (this.chosen.includes(id)) this.choose(id, false);
    saved.remove(id);
    this.told = `${t.saved.removed} ${this.titleOf(id)}`;
    void this.focusOn(id, '.undo');
  }

  private undo(id: string): void {
    const rows = rowsOf(this.ids, this.removed);
    const before = rows.slice(
      0,
      rows.findIndex((one) => one.id === id),
    );
    const removed = new Map(this.removed);
    removed.delete(id);
    this.removed = removed;
    saved.put(id, before.filter((one) => !one.isRemoved).length);
    this.told = '';
    void this.focusOn(id, 'a, .remove');
  }

  private move(id: string, step: 1 | -1): void {
    const place = this.ids.indexOf(id) + step;
    saved.put(id, place);
    this.told = t.saved.moved(
      this.titleOf(id),
      formatNumber(place + 1),
      formatNumber(this.ids.length),
    );
    // At an end the button that was pressed is no longer there to press.
    const isAtEnd = place === 0 || place === this.ids.length - 1;
    const other = step === 1 ? '.up' : '.down';
    void this.focusOn(id, isAtEnd ? other : step === 1 ? '.down' : '.up');
  }

  private choose(id: string, on: boolean): void {
    const others = this.chosen.filter((one) => one !== id);
    this.dispatchEvent(new ComparisonChosen(on ? [...others, id] : others));
  }

  protected override render() {
    const rows = rowsOf(this.ids, this.removed);
    return html`<p class="visually-hidden" role="status">${this.told}</p>
      <ol class="saved-list plain">
        ${repeat(
          rows,
          (row) => row.id,
          (row, place) =>
            html`<li data-id=${row.id}>
              ${row.isRemoved ? this.removedRow(row) : this.row(row, place)}
            </li>`,
        )}
      </ol>`;
  }

  private removedRow({ id }: Row) {
    return html`<div class="saved-row is-removed soft no-print">
      <p>${t.saved.removed} ${this.titleOf(id)}</p>
      <button type="button" class="button secondary undo" @click=${() => this.undo(id)}>
        ${t.saved.undo}
      </button>
    </div>`;
  }

  private row({ id }: Row, place: number) {
    return html`<article class="saved-row">
      ${this.content(id)}
      <div class="saved-tools no-print">
        ${this.chooser(id)} ${this.isOwn ? this.tools(id, place) : this.saver(id)}
      </div>
    </article>`;
  }

  private content(id: string): TemplateResult {
    const deed = this.store?.get(id);
    if (isDeed(deed)) return this.facts(deed);
    if (deed === undefined) return html`<p class="soft">${t.saved.loading}</p>`;
    return html`<p class="soft">${deed === 'gone' ? t.saved.gone(id) : t.saved.unread(id)}</p>`;
  }

  private facts(deed: Deed) {
    const names = deed.organisations.map((one) => one.name).join(', ');
    const facts = [names, deed.published ? formatDate(deed.published) : t.hit.undated];
    return html`<div class="saved-deed">
      <h2 lang=${deed.language}><a href=${deedAddress(deed.id)}>${deed.title}</a></h2>
      <p class="hit-facts">${facts.filter(Boolean).map((one) => html`<span>${one}</span> `)}</p>
      <p class="saved-summary" lang=${deed.language}>${deed.summary}</p>
      <p class="saved-address">${location.origin}/deeds/${deed.id}</p>
    </div>`;
  }

  private chooser(id: string) {
    if (!isDeed(this.store?.get(id))) return nothing;
    const isChosen = this.chosen.includes(id);
    return html`<label class="chooser">
      <input
        type="checkbox"
        .checked=${isChosen}
        ?disabled=${!isChosen && this.chosen.length >= mostCompared}
        @change=${(event: Event) => this.choose(id, (event.target as HTMLInputElement).checked)}
      />
      ${t.saved.choose}<span class="visually-hidden">: ${this.titleOf(id)}</span>
    </label>`;
  }

  private saver(id: string) {
    return isDeed(this.store?.get(id))
      ? html`<kt-save deed=${id} name=${this.titleOf(id)}></kt-save>`
      : nothing;
  }

  private tools(id: string, place: number) {
    const title = this.titleOf(id);
    const index = this.ids.indexOf(id);
    const mover = (step: 1 | -1, name: string, label: string) =>
      html`<button
        type="button"
        class="quiet mover ${name}"
        aria-label=${`${label}: ${title}`}
        title=${label}
        ?disabled=${step === 1 ? index === this.ids.length - 1 : index === 0}
        @click=${() => this.move(id, step)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d=${step === 1 ? 'M3 6l5 5 5-5' : 'M3 10l5-5 5 5'} />
        </svg>
      </button>`;
    return html`${mover(-1, 'up', t.saved.up)} ${mover(1, 'down', t.saved.down)}
      <button
        type="button"
        class="quiet remove"
        aria-label=${`${t.saved.remove}: ${title}`}
        @click=${() => this.takeOut(id, place)}
      >
        ${t.saved.remove}
      </button>`;
  }
}
