import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../language';
import { perPage, stateAddress, type SearchState } from '../state';
import { t } from '../texts';

const reachable = 10_000;
/** Pages shown on either side of the current one. */
const around = 2;

export function lastPageOf(total: number): number {
  return Math.max(1, Math.ceil(Math.min(total, reachable) / perPage));
}

/** The pages to show: first, last, and those around the current one; undefined where some are left out. */
export function pagesToShow(page: number, last: number): (number | undefined)[] {
  const shown: (number | undefined)[] = [];
  for (let one = 1; one <= last; ++one) {
    if (one === 1 || one === last || Math.abs(one - page) <= around) shown.push(one);
    else if (shown[shown.length - 1] !== undefined) shown.push(undefined);
  }
  return shown;
}

/** Links to the other pages of the results. */
export function pager(state: SearchState, total: number): TemplateResult | typeof nothing {
  const last = lastPageOf(total);
  if (last < 2) return nothing;
  const address = (page: number) => stateAddress({ ...state, page });
  const turn = (page: number, text: string, rel: string) =>
    page < 1 || page > last
      ? nothing
      : html`<li><a class="button secondary" rel=${rel} href=${address(page)}>${text}</a></li>`;
  const number = (page: number | undefined) => {
    if (page === undefined) return html`<li class="pager-number" aria-hidden="true">…</li>`;
    const current = page === state.page ? 'page' : nothing;
    const label = t.results.page(formatNumber(page), formatNumber(last));
    return html`<li class="pager-number">
      <a href=${address(page)} aria-current=${current} aria-label=${label}>${formatNumber(page)}</a>
    </li>`;
  };
  return html`<nav class="pager no-print" aria-label=${t.results.pages}>
    <ul>
      ${turn(state.page - 1, t.results.previous, 'prev')}
      <li class="pager-place">${t.results.page(formatNumber(state.page), formatNumber(last))}</li>
      ${pagesToShow(state.page, last).map(number)} ${turn(state.page + 1, t.results.next, 'next')}
    </ul>
  </nav>`;
}
