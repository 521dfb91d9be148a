/** How many years after a period its value is late enough to ask whether the series has ended: the slowest are two years behind. */
const LATE_AFTER_YEARS = 3;

/** What became of a series when its source was asked for it. */
export type Found =
  /** Its source knows nothing of it any more. */
  | 'gone'
  /** Nothing newer has come for so long that it has probably ended. */
  | 'late'
  | 'current';

/** Whether a series goes on, by the latest period that its source has and the year of now. */
export function foundOf(latestPeriod: string | undefined, year: number): Found {
  if (latestPeriod === undefined) return 'gone';
  return year - Number(latestPeriod) > LATE_AFTER_YEARS ? 'late' : 'current';
}
