import { windowName } from '@insatskollen/shared/calendar/windowName.ts';
import { expect, test } from 'vitest';

test.each([
  ['2026-H1', '2026-H1', 'första halvåret 2026', 'first half of 2026'],
  ['2025', '2026', '2025–2026', '2025–2026'],
  ['2025', '2026-Q2', 'hela 2025 till och med kvartal 2 2026', 'all of 2025 to Q2 2026'],
])('from %s to %s is said as people say it', (from, to, sv, en) => {
  expect([windowName({ from, to }, 'sv'), windowName({ from, to }, 'en')]).toEqual([sv, en]);
});
