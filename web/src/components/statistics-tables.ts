// Tables of statistics with bars. Every table says its rule, and its lines add up to its last.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatNumber, language } from '../language';
import { monthName } from '../periods';
import type { Figure, Statistics, StatisticsRow, StatisticsTable, Total } from '../report-types';
import { t } from '../texts';

/** What is worth a line only when there is any. */
const rareTotals = new Set([
  'undated',
  'contradicting_types',
  'awards_of_other_years',
  'awards_outside',
  'finalists',
  'partners',
]);

/** Names of the two columns of numbers; `before` is undefined where there is no period to compare with. */
export interface Columns {
  current: string;
  before?: string;
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}

function number(n: number | null): string {
  return n === null ? '–' : formatNumber(n);
}

function cells(figure: Figure, columns: Columns) {
  return html`<td>${number(figure.count)}</td>
    ${columns.before === undefined ? nothing : html`<td class="before">${number(figure.before)}</td>`}`;
}

// "2017–2020" may break after its dash.
function head(columns: Columns) {
  const names = [columns.current, columns.before].filter((one) => one !== undefined);
  return html`<thead>
    <tr>
      <td></td>
      ${names.map((one) => html`<th scope="col">${one.replace('–', '–\u200b')}</th>`)}
    </tr>
  </thead>`;
}

function bar(name: string, value: number | null, largest: number, [y, height]: [number, number]) {
  if (!value) return nothing;
  const width = `${Math.max((100 * value) / largest, 0.5)}%`;
  return svg`<rect class=${name} y=${y} width=${width} height=${height} rx="2"></rect>`;
}

// The numbers stand beside the bars, so the drawing says nothing new to a screen reader.
function bars(row: Figure, largest: number) {
  return html`<svg class=${row.before === null ? 'bars' : 'bars two'} aria-hidden="true">
    ${bar('now', row.count, largest, [0, 7])} ${bar('before', row.before, largest, [8, 4])}
  </svg>`;
}

// What closes a table, so that its lines add up: rows + without - counted again = total.
function foot(table: StatisticsTable, columns: Columns) {
  const line = (label: string, figure: Figure, sign: 1 | -1 = 1) => {
    const before = figure.before === null ? null : sign * figure.before;
    return html`<tr class=${figure === table.total ? 'sum' : ''}>
      <th scope="row">${label}</th>
      ${cells({ count: sign * figure.count, before }, columns)}
    </tr>`;
  };
  const isAny = (figure: Figure) => figure.count || figure.before;
  return html`<tfoot>
    ${isAny(table.without) ? line(table.without.label, table.without) : nothing}
    ${isAny(table.counted_again) ? line(t.statistics.again, table.counted_again, -1) : nothing}
    ${line(t.statistics.sum, table.total)}
  </tfoot>`;
}

function rowLabel(name: string, row: StatisticsRow): string {
  const label = name === 'deeds_by_month' ? monthName(row.value, 'long') : row.label;
  return `${row.rank ? `${row.rank}. ` : ''}${capital(label)}`;
}

interface Card {
  name: string;
  source: { title: string; rule: string; rows: StatisticsRow[] };
  columns: Columns;
  closing: TemplateResult | typeof nothing;
  note?: string;
}

function card({ name, source, columns, closing, note }: Card) {
  const largest = Math.max(...source.rows.map((row) => Math.max(row.count, row.before ?? 0)), 1);
  return html`<section class="card" id=${name}>
    <table>
      <caption>
        ${source.title}
      </caption>
      ${head(columns)}
      <tbody>
        ${source.rows.map(
          (row) =>
            html`<tr>
              <th scope="row"><span>${rowLabel(name, row)}</span>${bars(row, largest)}</th>
              ${cells(row, columns)}
            </tr>`,
        )}
      </tbody>
      ${closing}
    </table>
    <p class="rule">${[source.rule, note].filter(Boolean).join(' ')}</p>
  </section>`;
}

/** The totals, each with its rule. */
export function totalsCard(totals: Statistics['totals'], columns: Columns): TemplateResult {
  const shown = Object.entries(totals)
    .filter(([name, one]) => one && (!rareTotals.has(name) || one.count || one.before))
    .map(([, one]) => one as Total);
  return html`<section class="card" id="all-totals">
    <table>
      <caption>
        ${t.statistics.key}
      </caption>
      ${head(columns)}
      <tbody>
        ${shown.map(
          (one) =>
            html`<tr>
              <th scope="row">${one.title}</th>
              ${cells(one, columns)}
            </tr>`,
        )}
      </tbody>
    </table>
    <h3>${t.statistics.rule}</h3>
    <dl class="rules">
      ${shown.map(
        (one) =>
          html`<div>
            <dt>${one.title}</dt>
            <dd>${one.rule}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

// Worth showing: not a table without rows, nor the years of a single year or the programmes of a single programme.
function isTelling(name: string, table: StatisticsTable): boolean {
  if (name === 'deeds_by_programme') return table.rows.filter((row) => row.count).length > 1;
  const isTime = name === 'deeds_by_year' || name === 'deeds_by_month';
  return table.rows.length > (isTime ? 1 : 0);
}

/** All tables that tell something, the most active organisations first. */
export function tableCards(answer: Statistics, columns: Columns): TemplateResult[] {
  const active = answer.most_active;
  const note = active.left_out ? t.statistics.leftOut(active.left_out) : '';
  const first = active.rows.length
    ? [card({ name: 'most_active', source: active, columns, closing: nothing, note })]
    : [];
  const others = Object.entries(answer.tables).flatMap(([name, table]) =>
    table && isTelling(name, table)
      ? [card({ name, source: table, columns, closing: foot(table, columns) })]
      : [],
  );
  return [...first, ...others];
}
