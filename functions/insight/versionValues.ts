import type { Head } from '@insatskollen/shared/reports/head.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { readContribution, type Contribution } from '../summary/contributions.ts';
import type { Table } from '../table/client.ts';
import { contributionKey } from '../table/keys.ts';

const MOST_KEYS = 100;

/** What versions of reports gave to a book, each in its place; nothing for one that has never counted in it. */
export async function valuesOfVersions(
  table: Table,
  book: Book,
  versions: readonly { head: Head; version: number }[],
): Promise<(Contribution | undefined)[]> {
  const found: (Contribution | undefined)[] = [];
  for (let from = 0; from < versions.length; from += MOST_KEYS) {
    const keys = versions
      .slice(from, from + MOST_KEYS)
      .map(({ head, version }) =>
        contributionKey(book, head.focusArea, head.periodEnd, head.period, head.agreementId, version),
      );
    const items = await table.getMany(keys);
    found.push(...keys.map((_, n) => (items[n] ? readContribution(items[n]) : undefined)));
  }
  return found;
}
