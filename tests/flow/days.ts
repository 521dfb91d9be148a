/** First and last day of a period by its id: `2026-Q1`, `2026-H1`, `2026`, `2025-26`. */
export interface Span {
  start: string;
  end: string;
}

export function spanOf(id: string): Span {
  const year = id.slice(0, 4);
  const rest = id.slice(5);
  switch (rest) {
    case '':
      return { start: `${year}-01-01`, end: `${year}-12-31` };
    case 'H1':
      return { start: `${year}-01-01`, end: `${year}-06-30` };
    case 'H2':
      return { start: `${year}-07-01`, end: `${year}-12-31` };
    case 'Q1':
      return { start: `${year}-01-01`, end: `${year}-03-31` };
    case 'Q2':
      return { start: `${year}-04-01`, end: `${year}-06-30` };
    case 'Q3':
      return { start: `${year}-07-01`, end: `${year}-09-30` };
    case 'Q4':
      return { start: `${year}-10-01`, end: `${year}-12-31` };
    default:
      return { start: `${year}-07-01`, end: `${Number(year) + 1}-06-30` };
  }
}

/** A window of the test: from one period to another. */
export interface Window extends Span {
  from: string;
  to: string;
}
export const windowOf = (from: string, to = from): Window => ({
  from,
  to,
  start: spanOf(from).start,
  end: spanOf(to).end,
});

const isSchoolYear = (id: string) => /^\d{4}-\d{2}$/.test(id);
/** Its last day is in the window. */
export const endsIn = (id: string, { start, end }: Span): boolean => spanOf(id).end >= start && spanOf(id).end <= end;
/** All of it is in the window; of a school year, its last day. */
export const liesIn = (id: string, window: Span): boolean =>
  endsIn(id, window) && (isSchoolYear(id) || spanOf(id).start >= window.start);

const suffixes = {
  quarterly: ['Q1', 'Q2', 'Q3', 'Q4'],
  'half-yearly': ['H1', 'H2'],
  yearly: [''],
  'school-yearly': ['school'],
} as const;
export type Frequency = keyof typeof suffixes;

/** The periods that a term of this frequency touches. */
export function periodsOf(frequency: Frequency, term: Span): string[] {
  const years = Array.from({ length: 12 }, (_, n) => 2020 + n);
  const ids = years.flatMap((year) =>
    suffixes[frequency].map((suffix) =>
      suffix === '' ? `${year}` : suffix === 'school' ? `${year}-${(year + 1) % 100}` : `${year}-${suffix}`,
    ),
  );
  return ids.filter((id) => spanOf(id).end >= term.start && spanOf(id).start <= term.end);
}
