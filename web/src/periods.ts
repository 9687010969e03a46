// Stretches of time, as the addresses and answers of statistics name them.

import { language } from './language';
import type { Period } from './report-types';

/** The parameters that name a period; one way at a time. */
export const periodNames = ['year', 'programme', 'from', 'to'] as const;

/** `2021-09` as "syyskuu 2021", or "9/2021" in the numeric style. */
export function monthName(month: string, style: 'long' | 'numeric'): string {
  const date = new Date(`${month}-01T12:00:00Z`);
  return date.toLocaleDateString(language, { month: style, year: 'numeric', timeZone: 'UTC' });
}

/** The last day of a month `2021-09`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** The month `2021-09` that reaches from its first to its last day; nothing for other stretches. */
export function wholeMonth(from: string | null, to: string | null): string | undefined {
  const month = from?.match(/^(\d{4}-\d\d)-01$/)?.[1];
  return month && to === lastDayOf(month) ? month : undefined;
}

export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

/** A period for people: "syyskuu 2021", or "9/2021" over a column. */
export function periodLabel(period: Period, style: 'long' | 'numeric'): string {
  const month = period.kind === 'dates' ? wholeMonth(period.from, period.to) : undefined;
  return month ? monthName(month, style) : period.label;
}
