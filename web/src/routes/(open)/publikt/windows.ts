import { parsePeriod } from '@insatskollen/shared/calendar/periods.ts';

/** The windows that something is published of, the latest first; of two that end together the longer. */
export function windowsOf(items: readonly { window: string }[]): string[] {
  const place = (id: string) => parsePeriod(id);
  return [...new Set(items.map(({ window }) => window))].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return (other?.end ?? '').localeCompare(one?.end ?? '') || (one?.start ?? '').localeCompare(other?.start ?? '');
  });
}
