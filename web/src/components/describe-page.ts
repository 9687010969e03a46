import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, type Problem } from '../api';
import type { SimilarDeed, Vocabulary } from '../api-types';
import {
  mostSimilar,
  noDescription,
  readDescription,
  similarParams,
  textOfFragment,
  type Description,
  type Reach,
} from '../description';
import { t } from '../texts';
import { themeNames, vocabulary, type Names } from '../vocabulary';
import './description-form';
import type { DescriptionFormElement, DescriptionGiven } from './description-form';
import { PageElement } from './element';
import './hit';
import { problemNotice } from './problem';
import { reasons } from './reasons';

const step = 10;
const firstReach: Reach = { shown: step, distance: 'close' };

/** Deeds similar to a problem in one's own words. The text is sent when the form is, never before. */
@customElement('kt-describe-page')
export class DescribePageElement extends PageElement {
  @state() private description: Description = noDescription;
  @state() private reach = firstReach;
  @state() private vocabulary?: Vocabulary;
  @state() private names: Names = new Map();
  @state() private hits?: readonly SimilarDeed[];
  @state() private problem?: Problem;
  @state() private isLoading = false;
  @query('kt-description-form') private readonly form!: DescriptionFormElement;
  @query('#similar-title') private readonly resultsTitle?: HTMLElement;

  private request?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${t.describe.heading} – kiertoon`;
    void this.loadNames();
    const brought = textOfFragment(location.hash);
    const before = readDescription(history.state);
    if (brought) {
      this.description = { ...noDescription, text: brought };
      history.replaceState(null, '', location.pathname + location.search);
    } else if (before) {
      // Back from a deed: the same results again.
      this.description = before;
      void this.load();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  private async loadNames(): Promise<void> {
    const answer = await vocabulary();
    if (answer.ok) this.vocabulary = answer.value;
    this.names = await themeNames();
  }

  private async load(): Promise<void> {
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    this.isLoading = true;
    const params = similarParams(this.description, this.reach);
    const body = { text: this.description.text };
    const answer = await api.similarTo(body, params, { signal: request.signal });
    if (request.signal.aborted) return;
    this.isLoading = false;
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.hits = answer.value.hits;
  }

  private async onDescription(event: DescriptionGiven): Promise<void> {
    this.description = event.detail;
    this.reach = firstReach;
    history.replaceState({ description: event.detail }, '');
    await this.search();
  }

  private async search(): Promise<void> {
    await this.load();
    await this.updateComplete;
    this.resultsTitle?.focus({ preventScroll: true });
    this.resultsTitle?.scrollIntoView({ block: 'start' });
  }

  // The focus goes to the first of the deeds that came.
  private async widen(change: Partial<Reach>): Promise<void> {
    const shown = this.querySelectorAll('kt-hit').length;
    this.reach = { ...this.reach, ...change };
    await this.load();
    await this.updateComplete;
    const next = this.querySelectorAll<HTMLElement>('kt-hit')[shown];
    await (next as (HTMLElement & { updateComplete: Promise<boolean> }) | undefined)
      ?.updateComplete;
    (next?.querySelector('a') ?? this.resultsTitle)?.focus();
  }

  protected override render() {
    return html`<div class="wide page">
      <h1>${t.describe.heading}</h1>
      <p class="lead">${t.describe.lead}</p>
      <kt-description-form
        .description=${this.description}
        .vocabulary=${this.vocabulary}
        @kt-description=${this.onDescription}
      ></kt-description-form>
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.result()}
    </div>`;
  }

  private get headline(): string {
    const shown = Math.min(this.hits?.length ?? 0, this.reach.shown);
    return shown ? t.describe.total(shown) : t.describe.none;
  }

  private get announcement(): string {
    if (this.isLoading) return t.describe.searching;
    return this.hits && !this.problem ? this.headline : '';
  }

  private result() {
    const { hits } = this;
    if (this.problem) return problemNotice(this.problem, () => void this.search());
    if (!hits) return this.isLoading ? html`<p class="soft">${t.describe.searching}</p>` : nothing;
    return html`<section
      class="described"
      aria-labelledby="similar-title"
      aria-busy=${this.isLoading ? 'true' : 'false'}
    >
      <div class="results-bar">
        <h2 id="similar-title" tabindex="-1">${this.headline}</h2>
        <button type="button" class="quiet no-print" @click=${() => this.form.focusField()}>
          ${t.describe.refine}
        </button>
      </div>
      ${hits.length ? nothing : html`<p>${t.describe.noneHint}</p>`}
      <ol class="hits plain">
        ${hits.slice(0, this.reach.shown).map(
          (hit) =>
            html`<li>
              <kt-hit
                .deed=${hit}
                .themeNames=${this.names}
                .note=${reasons(hit, this.names)}
                .noted=${hit.shared.themes}
              ></kt-hit>
            </li>`,
        )}
      </ol>
      ${this.ways(hits.length)}
    </section>`;
  }

  // More deeds; once all close ones are shown, further ones.
  private ways(found: number) {
    const { shown, distance } = this.reach;
    if (found > shown) return this.widener(t.describe.more, { shown: shown + step });
    if (distance === 'any' || found >= mostSimilar) return nothing;
    return this.widener(t.describe.farther, { distance: 'any', shown: shown + step });
  }

  private widener(label: string, change: Partial<Reach>) {
    return html`<p class="no-print">
      <button type="button" class="button secondary" @click=${() => this.widen(change)}>
        ${label}
      </button>
    </p>`;
  }
}
