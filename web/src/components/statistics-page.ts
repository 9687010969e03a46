import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type Problem } from '../api';
import { formatNumber, language, pageAddress } from '../language';
import { lastDayOf, monthName, monthsOf, periodLabel, periodNames, wholeMonth } from '../periods';
import type { Statistics } from '../report-types';
import { t } from '../texts';
import { optionGroup, options, type Choices } from './options';
import { problemNotice } from './problem';
import { ReportPage } from './report-page';
import { capital, tableCards, totalsCard } from './statistics-tables';

function asked(params: URLSearchParams, more: Record<string, string> = {}): URLSearchParams {
  const query = new URLSearchParams([...params].filter(([, value]) => value));
  for (const [name, value] of Object.entries({ lang: language, ...more })) query.set(name, value);
  return query;
}

/** The deeds of a period in numbers, the period before beside them. */
@customElement('kt-statistics-page')
export class StatisticsPageElement extends ReportPage {
  /** Without any filter: what there is to choose. */
  @state() private all?: Statistics;
  @state() private answer?: Statistics;

  protected override heading(): string {
    return t.statistics.heading;
  }

  protected override async load(signal: AbortSignal): Promise<Problem | undefined> {
    const [all, answer] = await Promise.all([
      this.all
        ? ({ ok: true, value: this.all } as const)
        : api.statistics({ lang: language }, { signal }),
      api.statistics(asked(this.params), { signal }),
    ]);
    if (all.ok) this.all = all.value;
    if (answer.ok && !signal.aborted) this.answer = answer.value;
    return answer.ok ? undefined : answer.problem;
  }

  // Names one period in place of any other; empty values name none.
  private choosePeriod(period: Record<string, string>, list: EventTarget | null): void {
    const params = new URLSearchParams(this.params);
    for (const name of periodNames) params.delete(name);
    for (const [name, value] of Object.entries(period)) if (value) params.set(name, value);
    this.go(pageAddress('/statistics', params), list);
  }

  private onPeriod(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.choosePeriod(Object.fromEntries(new URLSearchParams(value)), event.target);
  }

  private onMonth(event: Event, year: string): void {
    const month = (event.target as HTMLSelectElement).value;
    const period: Record<string, string> = month
      ? { from: `${month}-01`, to: lastDayOf(month) }
      : { year };
    this.choosePeriod(period, event.target);
  }

  private onType(event: Event): void {
    const params = new URLSearchParams(this.params);
    params.delete('organisation_type');
    const { value } = event.target as HTMLSelectElement;
    if (value) params.set('organisation_type', value);
    this.go(pageAddress('/statistics', params), event.target);
  }

  protected override render() {
    return html`<div class="wide page">
      <h1>${t.statistics.heading}</h1>
      <form class="choices no-print" @submit=${(event: Event) => event.preventDefault()}>
        ${this.all ? this.choices(this.all) : nothing}
        <a class="download" href=${api.address('statistics', asked(this.params, { format: 'csv' }))}
          >${t.statistics.csv}</a
        >
      </form>
      ${this.problem ? problemNotice(this.problem, this.showAddress) : this.figures()}
    </div>`;
  }

  private choices(all: Statistics) {
    const { params } = this;
    const month = wholeMonth(params.get('from'), params.get('to'));
    const named = params.get('year')?.match(/^\d{4}$/)?.[0];
    const year = month?.slice(0, 4) ?? named ?? '';
    const types = (all.tables.deeds_by_organisation_type?.rows ?? []).map(
      (row) => [row.value, capital(row.label)] as const,
    );
    return html`<label
        >${t.statistics.period}
        <select @change=${this.onPeriod}>
          ${this.periods(all, year)}
        </select></label
      >
      ${year ? this.months(year, month ?? '') : nothing}
      <label
        >${t.statistics.type}
        <select @change=${this.onType}>
          ${options([['', t.statistics.anyType], ...types], params.get('organisation_type') ?? '')}
        </select></label
      >`;
  }

  private periods(all: Statistics, year: string) {
    const rows = (name: string, parameter: string): Choices =>
      (all.tables[name]?.rows ?? []).map((row) => [`${parameter}=${row.value}`, row.label]);
    const years = [...rows('deeds_by_year', 'year')].reverse();
    const programmes = rows('deeds_by_programme', 'programme');
    const names: readonly string[] = periodNames;
    const other = new URLSearchParams([...this.params].filter(([name]) => names.includes(name)));
    const chosen = year ? `year=${year}` : other.toString();
    const isListed = [...programmes, ...years].some(([value]) => value === chosen);
    const rest: Choices = [[chosen, [...other.values()].join(' – ')]];
    return html`${options([['', t.statistics.all]], chosen)}
    ${optionGroup(t.statistics.programmes, programmes, chosen)}
    ${optionGroup(t.statistics.years, years, chosen)}
    ${chosen && !isListed ? optionGroup(t.statistics.other, rest, chosen) : nothing}`;
  }

  private months(year: string, chosen: string) {
    const months = monthsOf(year).map((one) => [one, monthName(one, 'long')] as const);
    return html`<label
      >${t.statistics.month}
      <select @change=${(event: Event) => this.onMonth(event, year)}>
        ${options([['', t.statistics.wholeYear], ...months], chosen)}
      </select></label
    >`;
  }

  private figures() {
    const { answer } = this;
    if (!answer) return html`<p class="waiting">${t.results.searching}</p>`;
    const { count, before } = answer.totals.deeds;
    const columns = {
      current: periodLabel(answer.period, 'numeric'),
      before: answer.before ? periodLabel(answer.before, 'numeric') : undefined,
    };
    return html`<section
      class="figures"
      aria-labelledby="total"
      aria-busy=${this.isLoading ? 'true' : 'false'}
    >
      <div role="status">
        <h2 id="total">
          ${capital(periodLabel(answer.period, 'long'))}:
          ${t.results.total(count, formatNumber(count))}
        </h2>
      </div>
      <p class="soft">
        ${
          answer.before
            ? t.statistics.compared(periodLabel(answer.before, 'long'))
            : t.statistics.alone
        }
      </p>
      ${count === 0 ? html`<p class="notice">${t.statistics.none}</p>` : nothing}
      ${
        count || before
          ? html`${totalsCard(answer.totals, columns)}
              <div class="tables">${tableCards(answer, columns)}</div>`
          : nothing
      }
    </section>`;
  }
}
