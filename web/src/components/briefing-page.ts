import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, type Problem } from '../api';
import type { Vocabulary, VocabularyEntry } from '../api-types';
import { readIds } from '../deed-ids';
import { deedAddress, language, pageAddress } from '../language';
import type { Briefing } from '../report-types';
import { t } from '../texts';
import { options, type Choices } from './options';
import { problemNotice } from './problem';
import { ReportPage } from './report-page';

/** The server takes a request line of 8,000 bytes. */
const longestAddress = 7800;
/** Briefing all deeds of many years takes its time. */
const timeoutMs = 60_000;
const downloads = ['csv', 'md', 'json'] as const;

function used(entries: readonly VocabularyEntry[]): Choices {
  return entries.filter((one) => one.count).map((one) => [one.slug, one.names[language]]);
}

/** Chooses candidates, shows what the briefing holds, opens it for print or downloads it. */
@customElement('kt-briefing-page')
export class BriefingPageElement extends ReportPage {
  @state() private vocabulary?: Vocabulary;
  @state() private answer?: Briefing;
  @state() private isTooLong = false;
  @query('form') private readonly form!: HTMLFormElement;

  protected override heading(): string {
    return t.briefing.heading;
  }

  private get isChosen(): boolean {
    return [...this.params].some(
      ([name, value]) => value && name !== 'lang' && name !== 'neighbours',
    );
  }

  private asked(more: Record<string, string> = {}): URLSearchParams {
    const asked = new URLSearchParams([...this.params].filter(([, value]) => value));
    for (const [name, value] of Object.entries({ lang: language, ...more })) asked.set(name, value);
    return asked;
  }

  protected override async load(signal: AbortSignal): Promise<Problem | undefined> {
    this.isTooLong = false;
    if (!this.isChosen) this.answer = undefined;
    if (!this.vocabulary) {
      const vocabulary = await api.vocabulary({ signal });
      if (!vocabulary.ok) return vocabulary.problem;
      this.vocabulary = vocabulary.value;
    }
    if (!this.isChosen) return undefined;
    const answer = await api.briefing(this.asked(), { signal, timeoutMs });
    if (answer.ok && !signal.aborted) this.answer = answer.value;
    return answer.ok ? undefined : answer.problem;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const given = new FormData(this.form);
    const text = (name: string) => String(given.get(name) ?? '');
    const ids = readIds(text('ids')).join(',');
    const names = ids ? [] : ['year', 'theme', 'organisation_type'];
    const chosen = new URLSearchParams(ids ? { ids } : {});
    for (const name of names) if (text(name)) chosen.set(name, text(name));
    const neighbours = this.params.get('neighbours');
    if (neighbours) chosen.set('neighbours', neighbours);
    const address = pageAddress('/briefing', chosen);
    if (address.length > longestAddress) this.isTooLong = true;
    else this.go(address);
  }

  protected override render() {
    return html`<div class="wide page">
      <h1>${t.briefing.heading}</h1>
      <p class="lead">${t.briefing.lead}</p>
      <form class="choices no-print" @submit=${this.onSubmit}>
        ${this.vocabulary ? this.choices(this.vocabulary) : nothing}
      </form>
      ${this.result()}
    </div>`;
  }

  private choices(vocabulary: Vocabulary) {
    const years = vocabulary.years
      .filter((one) => one.count)
      .map((one) => [one.year, one.year] as const)
      .reverse();
    const choice = (name: string, label: string, any: string, choices: Choices) =>
      html`<label
        >${label}
        <select name=${name}>
          ${options([['', any], ...choices], this.params.get(name) ?? '')}
        </select></label
      >`;
    const ids = (this.params.get('ids') ?? '').replaceAll(',', '\n');
    return html`${choice('year', t.filters.names.year, t.briefing.anyYear, years)}
      ${choice('theme', t.filters.names.theme, t.briefing.anyTheme, used(vocabulary.themes))}
      ${choice(
        'organisation_type',
        t.statistics.type,
        t.statistics.anyType,
        used(vocabulary.organisation_types),
      )}
      <label class="whole"
        >${t.briefing.ids}
        <textarea
          class="field"
          name="ids"
          aria-describedby="kt-ids-hint"
          rows="3"
          spellcheck="false"
          autocomplete="off"
          .value=${ids}
        ></textarea>
      </label>
      <p id="kt-ids-hint" class="hint soft small">${t.briefing.idsHint}</p>
      <button class="button">${t.briefing.make}</button>`;
  }

  private result() {
    if (this.isTooLong) return html`<p class="problem" role="alert">${t.briefing.tooLong}</p>`;
    if (this.problem) return problemNotice(this.problem, this.showAddress);
    if (!this.isChosen) return html`<p class="notice">${t.briefing.start}</p>`;
    const { answer } = this;
    const total = answer?.candidates.length ?? 0;
    const headline = this.isLoading || !answer ? t.briefing.working : t.briefing.total(total);
    return html`<section aria-labelledby="total" aria-busy=${this.isLoading ? 'true' : 'false'}>
      <div role="status"><h2 id="total">${headline}</h2></div>
      ${
        answer && !this.isLoading
          ? total
            ? this.briefing(answer)
            : html`<p class="notice">${t.briefing.none}</p>`
          : nothing
      }
    </section>`;
  }

  private briefing(answer: Briefing) {
    const address = (format: string) => api.address('briefings', this.asked({ format }));
    return html`<p class="downloads">
        <a class="button" target="_blank" rel="noopener" href=${address('html')}
          >${t.briefing.formats.html}</a
        >
        ${downloads.map(
          (one) => html`<a class="download" href=${address(one)}>${t.briefing.formats[one]}</a>`,
        )}
      </p>
      ${
        answer.warnings.length
          ? html`<ul class="warnings">
              ${answer.warnings.map((one) => html`<li>${one.text}</li>`)}
            </ul>`
          : nothing
      }
      ${answer.groups.map((one) => this.group(answer, one))}`;
  }

  private group(answer: Briefing, { label, candidates }: Briefing['groups'][number]) {
    if (!candidates.length) return nothing;
    return html`<section class="card">
      <h3>${label}</h3>
      <p class="soft small">${t.results.total(candidates.length, String(candidates.length))}</p>
      <ul class="candidates plain">
        ${candidates.map((number) => {
          const candidate = answer.candidates[number - 1];
          if (!candidate) return nothing;
          const { deed, novelty } = candidate;
          return html`<li>
            <a href=${deedAddress(deed.id)}>${number}. ${deed.title}</a>
            <p class="soft small">${novelty.text}</p>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}
