import type { Coverage } from '@insatskollen/shared/summary/coverage.ts';
import type { StatusShape } from '#lib/ui/status.ts';

/** How many dots of each shape a coverage is drawn with, in order: approved, submitted, late, then what is still expected. */
export function dotsOf({ expected, approved, submitted, late }: Coverage): { shape: StatusShape; count: number }[] {
  const waiting = Math.max(0, expected - approved - submitted - late);
  const dots: { shape: StatusShape; count: number }[] = [
    { shape: 'approved', count: approved },
    { shape: 'submitted', count: submitted },
    { shape: 'late', count: late },
    { shape: 'expected', count: waiting },
  ];
  return dots.filter(({ count }) => count > 0);
}
