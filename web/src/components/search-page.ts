import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Problem } from '../api';
import type { SearchAnswer } from '../api-types';
import { showInHead } from '../head';
import { formatNumber, pageAddress } from '../language';
import { SearchLoader } from '../search-loader';
import * as search from '../state';
import { step } from '../steps';
import { t } from '../texts';
import { chips } from './chips';
import { PageElement } from './element';
import { emptyResults } from './empty';
import './filters';
import { shownFacets, type FilterToggled } from './filters';
import './hit';
import { notices } from './notices';
import { pager } from './pager';
import { problemNotice } from './problem';
import './related';
import './search-box';
import type { SearchRequested } from './search-box';
import { examples, startView } from './start';

/** Where the focus goes once the answer is there: it stays, or moves to the heading of the results. */
type Focus = 'stay' | 'results';

const longestHeadline = 80;

function shortened(text: string): string {
  return text.length > longestHeadline ? `${text.slice(0, longestHeadline).trimEnd()}…` : text;
}

/** The search page: shows what the address says, and changes the address on what people do. */
@customElement('kt-search-page')
export class SearchPageElement extends PageElement {
  @state() private shown = search.readState(new URLSearchParams(location.search));
  @state() private answer?: SearchAnswer;
  /** The state that `answer` answers. */
  @state() private answered?: search.SearchState;
  @state() private problem?: Problem;
  @state() private isLoading = false;
  @query('#results-title') private readonly resultsTitle?: HTMLElement;

  private readonly loader = new SearchLoader(shownFacets);
  private readonly onBack = () => void this.showAddress('stay');

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.onBack);
    this.addEventListener('click', this.onClick);
    void this.showAddress('stay');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.onBack);
    this.removeEventListener('click', this.onClick);
    this.loader.giveUp();
  }

  // `list` is what chose the address, when that was a list of choices.
  private go(address: string, focus: Focus, list?: EventTarget | null): void {
    if (address !== location.pathname + location.search) step(address, list);
    dispatchEvent(new Event('kt-navigated'));
    void this.showAddress(focus);
  }

  private async showAddress(focus: Focus): Promise<void> {
    this.shown = search.readState(new URLSearchParams(location.search));
    showInHead(this.shown);
    const recalled = this.loader.recall(this.shown);
    if (recalled) {
      this.loader.giveUp();
      this.show(recalled);
    } else if (!(await this.load())) return;
    await this.updateComplete;
    if (focus === 'results') this.focusResults();
  }

  // Whether something came of it; not when another question took its place.
  private async load(): Promise<boolean> {
    this.isLoading = true;
    const answer = await this.loader.load(this.shown);
    if (answer.ok) this.show(answer.value);
    else if (answer.problem.kind === 'aborted') return false;
    else this.problem = answer.problem;
    this.isLoading = false;
    return true;
  }

  private show(answer: SearchAnswer): void {
    this.answer = answer;
    this.answered = this.shown;
    this.problem = undefined;
    this.isLoading = false;
  }

  private focusResults(): void {
    this.resultsTitle?.focus({ preventScroll: true });
    this.resultsTitle?.scrollIntoView({ block: 'start' });
  }

  // A link to another state of this page does not load the page anew.
  private readonly onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!target || !isPlain || event.button !== 0 || event.defaultPrevented) return;
    const url = new URL(target.href);
    if (url.origin !== location.origin || url.pathname !== location.pathname) return;
    event.preventDefault();
    this.go(url.pathname + url.search, 'results');
  };

  private onSearch(event: SearchRequested): void {
    const { text, filter } = event.detail;
    const next = search.withFilters(search.changed(this.shown, { text, exact: false }), filter);
    // On a touch screen the keyboard would cover the results.
    const covers = matchMedia('(pointer: coarse)').matches;
    this.go(search.stateAddress(next), covers ? 'results' : 'stay');
  }

  private onFilter(event: FilterToggled): void {
    const { name, value, on } = event.detail;
    const years = (this.answer?.facets.year ?? []).filter((one) => one.selected);
    const base =
      name === 'year'
        ? search.withYears(
            this.shown,
            years.map((one) => one.value),
          )
        : this.shown;
    this.go(search.stateAddress(search.withFilter(base, name, value, on)), 'stay');
  }

  private onSort(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const sort = search.sortNames.find((name) => name === value);
    this.go(search.stateAddress(search.changed(this.shown, { sort })), 'stay', event.target);
  }

  protected override render() {
    const isStart = search.isStart(this.shown);
    return html`<div class=${isStart ? 'hero' : 'hero is-compact'}>
        <div class="wide">
          <h1 class=${isStart ? '' : 'visually-hidden'}>
            ${isStart ? t.search.heading : t.search.title}
          </h1>
          ${isStart ? html`<p class="hero-lead">${t.search.lead}</p>` : nothing}
          <kt-search-box
            .text=${this.shown.text}
            .filters=${search.filterParams(this.shown)}
            @kt-search=${this.onSearch}
          ></kt-search-box>
          ${isStart ? examples() : nothing}
        </div>
      </div>
      <p class="visually-hidden" role="status">${isStart ? '' : this.announcement()}</p>
      ${this.body(isStart)}`;
  }

  private body(isStart: boolean) {
    const { answer, answered } = this;
    if (this.problem) {
      return html`<div class="wide page">
        ${problemNotice(this.problem, () => void this.load())} ${chips(this.shown, {})}
        <p class="after-problem"><a href=${pageAddress('/')}>${t.problems.startOver}</a></p>
      </div>`;
    }
    if (!answer || !answered || search.isStart(answered) !== isStart) {
      return html`<div class="wide page waiting">${isStart ? '' : t.results.searching}</div>`;
    }
    return isStart ? startView(answer, this.themeNames(answer)) : this.results(answer, answered);
  }

  private themeNames(answer: SearchAnswer): ReadonlyMap<string, string> {
    return new Map((answer.facets.theme ?? []).map((one) => [one.value, one.label]));
  }

  private announcement(): string {
    if (this.isLoading || !this.answer || this.problem) return '';
    return this.answer.total ? this.headline(this.answer) : t.empty.title;
  }

  private headline(answer: SearchAnswer): string {
    const number = formatNumber(answer.total);
    const total = answer.total_is_exact
      ? t.results.total(answer.total, number)
      : t.results.about(number);
    const text = this.answered?.text;
    return text ? `${total} ${t.results.forText(shortened(text))}` : total;
  }

  private results(answer: SearchAnswer, answered: search.SearchState) {
    const chosen = [...search.filterParams(this.shown)].length;
    const names = this.themeNames(answer);
    const hasFacets = shownFacets.some((name) => answer.facets[name]?.length);
    const themeAddress = (slug: string) =>
      search.stateAddress(search.withFilter(answered, 'theme', slug, true));
    return html`<div class="wide page results" @kt-show=${this.focusResults}>
      <kt-filters
        ?hidden=${!hasFacets}
        .facets=${answer.facets}
        .total=${answer.total}
        .chosen=${chosen}
        @kt-filter=${this.onFilter}
      ></kt-filters>
      <section aria-labelledby="results-title" aria-busy=${this.isLoading ? 'true' : 'false'}>
        <div class="results-bar">
          <h2 id="results-title" tabindex="-1">
            ${answer.total ? this.headline(answer) : t.empty.title}
          </h2>
          ${answer.total > 1 ? this.sorting() : nothing}
        </div>
        ${chips(this.shown, answer.facets)} ${notices(answer.query, answered)}
        ${answer.hits.length ? nothing : emptyResults(answer, answered)}
        <ol class="hits plain" start=${(answer.page - 1) * answer.per_page + 1}>
          ${answer.hits.map(
            (hit) =>
              html`<li>
                <kt-hit
                  .deed=${hit}
                  .matched=${hit.matched}
                  .themeNames=${names}
                  .themeAddress=${themeAddress}
                ></kt-hit>
              </li>`,
          )}
        </ol>
        ${pager(answered, answer.total)}
        <kt-related
          .deeds=${answer.related ?? []}
          .names=${names}
          .themeAddress=${themeAddress}
        ></kt-related>
        <p class="feed no-print small">
          <a href=${search.feedAddress(answered)}>${t.results.feed}</a>
        </p>
      </section>
    </div>`;
  }

  private sorting() {
    const current = search.effectiveSort(this.shown);
    return html`<label class="sorting no-print">
      <span>${t.results.order}</span>
      <select @change=${this.onSort}>
        ${search.sortNames
          .filter((name) => name !== 'relevance' || this.shown.text)
          .map(
            (name) =>
              html`<option
                value=${name}
                ?selected=${name === current}
                .selected=${name === current}
              >
                ${t.results.sorts[name]}
              </option>`,
          )}
      </select>
    </label>`;
  }
}
