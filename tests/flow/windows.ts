import { windowOf } from './days.ts';

/** Windows of every length, that begin and end where periods of other lengths do not. */
export const windows = [
  windowOf('2025'),
  windowOf('2026'),
  windowOf('2026-Q2'),
  windowOf('2026-Q3'),
  windowOf('2026-H1'),
  windowOf('2025-26'),
  windowOf('2025-Q3', '2026-Q1'),
  windowOf('2025', '2027'),
];
