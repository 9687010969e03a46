import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../language';
import { lastPageOf, pagesToShow } from '../paging';
import { stateAddress, type SearchState } from '../state';
import { t } from '../texts';

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
