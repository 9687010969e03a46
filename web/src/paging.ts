// Pages of results.

import { perPage, reachableHits } from './state';

/** Pages shown on either side of the current one. */
const around = 2;

export function lastPageOf(total: number): number {
  return Math.max(1, Math.ceil(Math.min(total, reachableHits) / perPage));
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
