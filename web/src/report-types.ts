// What the API answers about many deeds at once: statistics and briefings.

/** A number of the period, and of the period before it where there is one. */
export interface Figure {
  count: number;
  before: number | null;
}

export interface Period {
  kind: 'all' | 'years' | 'programme' | 'dates';
  label: string;
  from: string | null;
  to: string | null;
  programme: string | null;
}

export interface Total extends Figure {
  title: string;
  rule: string;
}

export interface StatisticsRow extends Figure {
  value: string;
  label: string;
  rank?: number;
}

/** Sum of rows + without - counted_again = total. */
export interface StatisticsTable {
  title: string;
  rule: string;
  rows: StatisticsRow[];
  without: Figure & { label: string };
  several: Figure;
  counted_again: Figure;
  total: Figure;
}

export interface Statistics {
  period: Period;
  before: Period | null;
  totals: Record<string, Total | null> & { deeds: Total };
  tables: Record<string, StatisticsTable | null>;
  most_active: { title: string; rule: string; rows: StatisticsRow[]; left_out: number };
}

/** What the pages show of a briefing; the whole of it is in openapi.json. */
export interface Briefing {
  title: string;
  warnings: { text: string }[];
  groups: { label: string; candidates: number[] }[];
  candidates: { deed: { id: string; title: string }; novelty: { text: string } }[];
}
