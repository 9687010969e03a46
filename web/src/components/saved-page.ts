import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { DeedStore, isDeed } from '../deed-store';
import { formatNumber, pageAddress } from '../language';
import { saved } from '../saved';
import { readSavedState, savedAddress, type SavedState } from '../saved-state';
import { t } from '../texts';
import { themeNames, type Names } from '../vocabulary';
import { comparison } from './comparison';
import './copy-button';
import { PageElement } from './element';
import { problemNotice } from './problem';
import './saved-list';
import type { ComparisonChosen } from './saved-list';

/** The deeds kept in this browser, or those of a shared link: a list, and some of them side by side. */
@customElement('kt-saved-page')
export class SavedPageElement extends PageElement {
  @state() private shown: SavedState = readSavedState(new URLSearchParams(location.search));
  @state() private chosen: readonly string[] = [];
  @state() private names: Names = new Map();
  @state() private isTakenOver = false;
  @query('h1') private readonly heading!: HTMLElement;

  private readonly store = new DeedStore();
  private readonly refresh = () => this.requestUpdate();
  private readonly onBack = () => void this.showAddress();

  override connectedCallback(): void {
    super.connectedCallback();
    saved.addEventListener('change', this.refresh);
    this.store.addEventListener('change', this.refresh);
    addEventListener('popstate', this.onBack);
    this.chosen = this.shown.compared;
    void themeNames().then((names) => (this.names = names));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    saved.removeEventListener('change', this.refresh);
    this.store.removeEventListener('change', this.refresh);
    removeEventListener('popstate', this.onBack);
  }

  private get ids(): readonly string[] {
    return this.shown.shared ?? saved.ids();
  }

  private get headline(): string {
    if (this.shown.compared.length) return t.saved.compareHeading;
    return this.shown.shared ? t.saved.sharedHeading : t.saved.heading;
  }

  protected override willUpdate(): void {
    this.store.want([...this.shown.compared, ...this.ids]);
    document.title = `${this.headline} – kiertoon`;
  }

  private go(event: MouseEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain) return;
    event.preventDefault();
    history.pushState(null, '', (event.currentTarget as HTMLAnchorElement).href);
    dispatchEvent(new Event('kt-navigated'));
    void this.showAddress();
  }

  private async showAddress(): Promise<void> {
    this.shown = readSavedState(new URLSearchParams(location.search));
    await this.updateComplete;
    this.heading.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  private takeOver(): void {
    saved.add(this.ids);
    this.isTakenOver = true;
  }

  protected override render() {
    return html`<div class="wide page">
      <h1 id="comparison-title" tabindex="-1">${this.headline}</h1>
      ${this.failure()} ${this.shown.compared.length ? this.compared() : this.list()}
    </div>`;
  }

  private failure() {
    const { problem } = this.store;
    return problem ? problemNotice(problem, () => this.store.retry()) : nothing;
  }

  private compared() {
    const loaded = this.shown.compared.map((id) => this.store.get(id));
    return html`<p class="no-print">
        <a href=${savedAddress({ ...this.shown, compared: [] })} @click=${this.go}
          >${t.saved.backToList}</a
        >
      </p>
      ${
        loaded.includes(undefined)
          ? html`<p class="soft" role="status">${t.saved.loading}</p>`
          : comparison(loaded.filter(isDeed), this.names)
      }`;
  }

  private list() {
    const { shared } = this.shown;
    return html`<p class="lead no-print">${shared ? t.saved.sharedLead : t.saved.lead}</p>
      ${shared || saved.isKept ? nothing : html`<p class="notice">${t.saved.notKept}</p>`}
      ${this.ids.length ? this.tools() : this.empty()}
      <kt-saved-list
        .ids=${this.ids}
        .store=${this.store}
        .chosen=${this.chosen}
        .isOwn=${!shared}
        @kt-chosen=${(event: ComparisonChosen) => (this.chosen = event.detail)}
      ></kt-saved-list>
      ${this.ids.length > 1 ? this.comparing() : nothing}`;
  }

  private empty() {
    if (this.shown.shared) return html`<p class="notice">${t.saved.sharedEmpty}</p>`;
    return html`<div class="empty card">
      <p>${t.saved.empty}</p>
      <p class="soft">${t.saved.emptyHint}</p>
      <p><a class="button secondary" href=${pageAddress('/')}>${t.saved.toSearch}</a></p>
    </div>`;
  }

  private tools() {
    const total = html`<h2 class="saved-total">${t.saved.total(this.ids.length)}</h2>`;
    const isShared = this.shown.shared !== undefined;
    return html`<div class="saved-bar">
      ${total}
      <div class="actions no-print">
        ${isShared ? this.takeOverButton() : nothing}
        <a class="button secondary" href=${this.briefingAddress()}>${t.saved.briefing}</a>
        <button type="button" class="button secondary" @click=${() => window.print()}>
          ${t.deed.print}
        </button>
        <kt-copy
          label=${t.saved.copyLinks}
          done=${t.saved.linksCopied}
          .text=${this.links()}
        ></kt-copy>
        <kt-copy
          label=${t.saved.share}
          done=${t.saved.shareCopied}
          .text=${location.origin + savedAddress({ shared: this.ids, compared: [] })}
        ></kt-copy>
        ${isShared ? html`<a href=${pageAddress('/saved')}>${t.saved.own}</a>` : nothing}
      </div>
    </div>`;
  }

  private takeOverButton() {
    return html`<button type="button" class="button" @click=${this.takeOver}>
        ${t.saved.takeOver}
      </button>
      <span
        role="status"
        class="copied soft small"
        .textContent=${this.isTakenOver ? t.saved.takenOver : ''}
      ></span>`;
  }

  private briefingAddress(): string {
    const there = this.ids.filter((id) => this.store.get(id) !== 'gone');
    return pageAddress('/briefing', { ids: there.join(',') });
  }

  private links(): string {
    return this.ids
      .map((id) => this.store.get(id))
      .filter(isDeed)
      .map((deed) => `${deed.title}\n${location.origin}/deeds/${deed.id}`)
      .join('\n\n');
  }

  private comparing() {
    const address = savedAddress({ ...this.shown, compared: this.chosen });
    return html`<div
      class=${this.chosen.length ? 'comparing is-near no-print' : 'comparing no-print'}
    >
      ${
        this.chosen.length > 1
          ? html`<a class="button" href=${address} @click=${this.go}
              >${t.saved.compare(formatNumber(this.chosen.length))}</a
            >`
          : html`<p class="soft">${t.saved.compareHint}</p>`
      }
    </div>`;
  }
}
