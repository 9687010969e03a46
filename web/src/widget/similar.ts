import { html, nothing } from 'lit/html.js';
import type { Answer, Problem } from '../http';
import type { ShownDeed } from './answers';
import { deedList } from './deeds';
import { WidgetElement } from './element';
import { textFrom } from './page-text';
import { readLevel, readLimit } from './settings';

/** Fewer characters than these say too little to compare. */
const shortestText = 20;
const mostSharedTerms = 5;

/** The attributes that the answer hangs on. */
const questionAttributes = [
  'deed',
  'text-from',
  'endpoint',
  'lang',
  'theme',
  'organisation',
  'limit',
];

/** `<kiertoon-similar>`: deeds like a deed, or like what the page says, each with its reason. Nothing at all when there are none. */
export class SimilarWidget extends WidgetElement {
  private deeds: readonly ShownDeed[] = [];
  private themeNames: ReadonlyMap<string, string> = new Map();
  private problem?: Problem;
  private isAnswered = false;
  /** The question, as its attributes ask it, that is answered or about to be. */
  private asked?: string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked = undefined;
  }

  protected override drawn(): void {
    const question = questionAttributes.map((name) => this.attribute(name)).join('\n');
    if (question === this.asked) return;
    this.asked = question;
    void this.load();
  }

  // Undefined when the attributes name nothing to compare with.
  private ask(signal: AbortSignal): Promise<Answer<ShownDeed[]>> | undefined {
    const query = this.fixedParams;
    query.set('limit', String(readLimit(this.attribute('limit'))));
    const id = this.attribute('deed');
    if (id) return this.client.similarToDeed(id, { query, signal });
    const selector = this.attribute('text-from');
    const text = selector ? textFrom(selector) : '';
    if (text === undefined) console.warn(`${this.localName}: '${selector}' is no CSS selector`);
    if (!text || text.length < shortestText) return undefined;
    return this.client.similarToText(text, { query, signal });
  }

  private async load(): Promise<void> {
    const signal = this.nextQuestion();
    const answer = (await this.ask(signal)) ?? { ok: true, value: [] };
    if (signal.aborted) return;
    this.isAnswered = true;
    this.deeds = answer.ok ? answer.value : [];
    // A deed that the service does not have is like no other.
    this.problem = answer.ok || answer.problem.status === 404 ? undefined : answer.problem;
    if (!answer.ok) this.report(answer.problem);
    this.requestUpdate();
    if (this.deeds.some((deed) => deed.shared.themes.length)) await this.nameThemes(signal);
  }

  private async nameThemes(signal: AbortSignal): Promise<void> {
    const names = await this.client.themeNames(signal);
    if (signal.aborted) return;
    this.themeNames = names;
    this.requestUpdate();
  }

  private retry(): void {
    // The button goes away; the focus stays here.
    this.root.querySelector<HTMLElement>('.heading')?.focus();
    void this.load();
  }

  private reason({ shared }: ShownDeed): string {
    const themes = shared.themes.map((slug) => this.themeNames.get(slug) ?? '').filter(Boolean);
    const terms = shared.terms.slice(0, mostSharedTerms);
    return [themes.join(', '), terms.join(', ')].filter(Boolean).join(' · ');
  }

  protected override template() {
    const content = this.content();
    if (content === nothing) return nothing;
    return html`<div class="widget" part="widget" lang=${this.language}>
      <div
        class="heading"
        part="heading"
        role="heading"
        aria-level=${readLevel(this.attribute('heading-level'))}
        tabindex="-1"
      >
        ${this.attribute('heading') || this.texts.similar}
      </div>
      ${content}
    </div>`;
  }

  private content() {
    if (this.problem) return this.problemNotice(this.problem, () => this.retry());
    if (this.deeds.length) {
      return deedList(this.deeds.slice(0, readLimit(this.attribute('limit'))), {
        texts: this.texts,
        language: this.language,
        link: (deed, title) => this.deedLink(deed, title),
        reason: (deed) => this.reason(deed),
      });
    }
    const message = this.isAnswered ? this.attribute('empty-text') : '';
    return message ? html`<p class="soft" part="message">${message}</p>` : nothing;
  }
}
