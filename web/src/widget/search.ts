import { html, nothing } from 'lit/html.js';
import type { Filter, Suggestion } from '../api-types';
import { Combobox, type ComboboxHost } from '../combobox';
import { comboboxField, fieldId, type ComboboxTexts } from '../components/combobox';
import { plainText } from '../components/segments';
import type { Problem } from '../http';
import type { SearchResult, ShownDeed } from './answers';
import { deedList } from './deeds';
import { WidgetElement } from './element';
import { filterParams, readLimit } from './settings';

/** Below the deeds found there is room for so many others. */
const mostRelated = 3;

/** A question and what came of it. */
interface Search {
  text: string;
  /** The text and the filters, as parameters. */
  params: URLSearchParams;
  result?: SearchResult;
  problem?: Problem;
}

/** `<kiertoon-search>`: a search field with suggestions, and the first results below it. */
export class SearchWidget extends WidgetElement implements ComboboxHost {
  /** The search shown. */
  private shown?: Search;
  private isLoading = false;
  /** A filter that a suggestion set, and its name. */
  private chosen?: { filter: Filter; name: string };

  private readonly combobox = new Combobox(this);

  get input(): HTMLInputElement {
    return this.root.querySelector('input') as HTMLInputElement;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isLoading = false;
    this.combobox.close();
  }

  protected override drawn(): void {
    this.combobox.drawn();
  }

  async suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const list = await this.client.suggest({ query: this.params(text), signal });
    // A name beside those that the editor has set would widen the search, not narrow it.
    const { theme, organisation } = this.fixedFilters;
    return list.filter(
      ({ filter }) =>
        !(filter?.theme && theme.length) && !(filter?.organisation && organisation.length),
    );
  }

  choose(suggestion: Suggestion): void {
    const { kind, id, filter, completion, text } = suggestion;
    if (kind === 'deed' && id) {
      this.open(this.deedAddress(id));
      return;
    }
    if (filter) this.chosen = { filter, name: plainText(text) };
    void this.search(completion.trim());
  }

  private open(address: string): void {
    if (this.opensNew) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  private params(text: string): URLSearchParams {
    const params = filterParams(this.fixedFilters, this.chosen?.filter);
    if (text) params.set('q', text);
    return params;
  }

  private async search(text: string): Promise<void> {
    const params = this.params(text);
    const signal = this.nextQuestion();
    this.isLoading = true;
    this.requestUpdate();
    const query = new URLSearchParams(params);
    query.set('per_page', String(readLimit(this.attribute('limit'))));
    query.set('sort', text ? 'relevance' : 'newest');
    const answer = await this.client.search({ query, signal });
    if (signal.aborted) return;
    this.isLoading = false;
    if (answer.ok) this.shown = { text, params, result: answer.value };
    else {
      this.shown = { text, params, problem: answer.problem };
      this.report(answer.problem);
    }
    this.requestUpdate();
  }

  // The buttons that do these vanish with it: the focus goes to the field.
  private searchFor(text: string): void {
    this.combobox.write(text);
    this.input.focus();
    void this.search(text);
  }

  private dropChosen(): void {
    this.chosen = undefined;
    this.searchFor(this.input.value.trim());
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.combobox.close();
    void this.search(this.input.value.trim());
  }

  private get fieldTexts(): ComboboxTexts {
    const { field, results } = this.texts;
    const number = (n: number) => this.formatNumber(n);
    return {
      ...field,
      placeholder: this.attribute('placeholder') || field.placeholder,
      deeds: (n) => results.total(n, number(n)),
      number,
    };
  }

  protected override template() {
    const label = this.attribute('label') || this.texts.field.label;
    return html`<div class="widget" part="widget" lang=${this.language}>
      <form
        class="search-box"
        part="form"
        role="search"
        aria-label=${label}
        @submit=${(event: Event) => this.submit(event)}
      >
        <label class="label" part="label" for=${fieldId}>${label}</label>
        ${comboboxField(this.combobox, this.fieldTexts)}
        <button class="button" part="button">${this.texts.field.submit}</button>
      </form>
      ${this.chip()}
      <p class="visually-hidden" role="status">${this.announcement()}</p>
      <div class="results" aria-busy=${this.isLoading ? 'true' : 'false'}>${this.body()}</div>
    </div>`;
  }

  private chip() {
    if (!this.chosen) return nothing;
    const { name } = this.chosen;
    return html`<button
      type="button"
      class="chip"
      part="chip"
      aria-label=${`${this.texts.removeFilter}: ${name}`}
      @click=${() => this.dropChosen()}
    >
      ${name} <span aria-hidden="true">×</span>
    </button>`;
  }

  private announcement(): string {
    if (this.isLoading) return this.texts.results.searching;
    if (this.shown?.problem) return this.problemText(this.shown.problem);
    return this.shown?.result ? this.headline(this.shown.result) : '';
  }

  private headline({ total, isExact }: SearchResult): string {
    const number = this.formatNumber(total);
    if (!total) return this.texts.none;
    const { results } = this.texts;
    return isExact ? results.total(total, number) : results.about(number);
  }

  private body() {
    const { shown } = this;
    if (shown?.result) return this.results(shown, shown.result);
    if (this.isLoading)
      return html`<p class="soft" part="message">${this.texts.results.searching}</p>`;
    if (!shown?.problem) return nothing;
    return this.problemNotice(shown.problem, () => this.searchFor(shown.text));
  }

  private results(search: Search, result: SearchResult) {
    return html`${this.notice(search, result)}
      <p class="headline" part="count">${this.headline(result)}</p>
      ${result.total ? nothing : html`<p class="soft" part="message">${this.texts.hint}</p>`}
      ${result.deeds.length ? this.deeds(result.deeds) : nothing} ${this.allLink(search, result)}
      ${this.related(result)}`;
  }

  private notice({ text }: Search, { corrected, correction }: SearchResult) {
    if (!corrected || !correction) return nothing;
    if (correction === 'applied') {
      return html`<p class="notice" part="notice">
        ${this.texts.correction.applied(text)} <strong>”${corrected}”</strong>.
      </p>`;
    }
    return html`<p class="notice" part="notice">
      ${this.texts.correction.didYouMean}
      <button type="button" class="quiet" @click=${() => this.searchFor(corrected)}>
        ${corrected}</button
      >?
    </p>`;
  }

  private related({ deeds, related }: SearchResult) {
    const room = Math.max(0, readLimit(this.attribute('limit')) - deeds.length);
    const shown = related.slice(0, Math.min(room, mostRelated));
    if (!shown.length) return nothing;
    return html`<p class="headline" part="related">${this.texts.related}</p>
      ${this.deeds(shown)}`;
  }

  private deeds(deeds: readonly ShownDeed[]) {
    return deedList(deeds.slice(0, readLimit(this.attribute('limit'))), {
      texts: this.texts,
      language: this.language,
      link: (deed, title) => this.deedLink(deed, title),
    });
  }

  // To the whole search page: with all results, or, when there are none, without the filters.
  private allLink({ text, params }: Search, { total, deeds }: SearchResult) {
    if (total > 0 && total <= deeds.length) return nothing;
    const asked = total ? new URLSearchParams(params) : new URLSearchParams(text && { q: text });
    const label = total ? this.texts.all(this.formatNumber(total)) : this.texts.wholeSearch;
    return html`<p>${this.link(this.address('/', asked), label, 'all')}</p>`;
  }
}
