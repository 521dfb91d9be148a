import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { largest } from '@insatskollen/shared/decimal.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { readAddress, total, type Cells } from '@insatskollen/shared/summary/cells.ts';
import type { StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { shareOfReport } from '@insatskollen/shared/summary/standing.ts';
import { shareOfChain, shareOfChainTargets } from '@insatskollen/shared/summary/stock.ts';
import { chainsOf } from '../agreements/chains.ts';
import { allAgreements } from '../agreements/store.ts';
import { readHead } from '../reports/headStore.ts';
import type { Library } from '../strategy/library.ts';
import { readChain } from '../summary/chains.ts';
import { readContribution } from '../summary/contributions.ts';
import type { Table } from '../table/client.ts';
import { actorPartition, contributionKey } from '../table/keys.ts';

const MOST_KEYS = 100;

/**
 * The official cells that some agreements alone give, by the rules that the whole summary is made by: of an actor or an initiative.
 * Costs a request for all agreements, a page of reports for each actor, and one for each hundred approved reports and each chain.
 */
export async function cellsOfAgreements(
  table: Table,
  library: Library,
  wanted: (agreement: Agreement) => boolean,
): Promise<StoredCell[]> {
  const all = await allAgreements(table);
  const chosen = all.filter(wanted);
  const ids = new Set(chosen.map(({ id }) => id));
  const { places } = chainsOf(all);
  const chains = [...new Set(chosen.map(({ id }) => places.get(id)?.chain ?? id))];
  const actors = [...new Set(chosen.map(({ actorId }) => actorId))];
  const [heads, ...stocks] = await Promise.all([
    headsOf(table, actors).then((of) => of.filter(({ agreementId }) => ids.has(agreementId))),
    ...chains.map((chain) => readChain(table, chain, 'official')),
  ]);
  const values = await approvedValues(table, heads);
  const shares = heads.map((head) => {
    const official = values.get(head);
    const valuesOf = new Map(official && head.officialVersion !== null ? [[head.officialVersion, official]] : []);
    return shareOfReport('official', { head, valuesOf }, library.indicators);
  });
  const running = chosen.map((one) => {
    const focusArea = heads.find(({ agreementId }) => agreementId === one.id)?.focusArea;
    return focusArea === undefined ? new Map() : shareOfAgreement({ ...one, focusArea }).sums;
  });
  const stock = stocks
    .filter(({ revision }) => revision > 0)
    .flatMap((chain) => [shareOfChain(chain, library.indicators).sums, shareOfChainTargets(chain).sums]);
  return stored([
    ...total(...shares.map(({ sums }) => sums), ...running, ...stock),
    ...largestOf(shares.map(({ maxima }) => maxima)),
  ]);
}

/** Every report of some actors, expected ones too. */
async function headsOf(table: Table, actors: readonly string[]): Promise<Head[]> {
  const pages = await Promise.all(
    actors.map((actor) =>
      table.queryAll({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': actorPartition(actor) },
      }),
    ),
  );
  return pages.flat().map(readHead);
}

/** What the official version of each report answered, as it counts. */
async function approvedValues(table: Table, heads: readonly Head[]) {
  const counted = heads.flatMap((head) =>
    head.officialVersion === null ? [] : [{ head, version: head.officialVersion }],
  );
  const rows = new Map<Head, ReturnType<typeof readContribution>['values']>();
  for (let from = 0; from < counted.length; from += MOST_KEYS) {
    const some = counted.slice(from, from + MOST_KEYS);
    const keys = some.map(({ head, version }) =>
      contributionKey('official', head.focusArea, head.periodEnd, head.period, head.agreementId, version),
    );
    for (const [n, item] of (await table.getMany(keys)).entries()) {
      const head = some[n]?.head;
      if (item && head) rows.set(head, readContribution(item).values);
    }
  }
  return rows;
}

function largestOf(many: readonly Cells[]): Cells {
  const all: Cells = new Map();
  for (const cells of many)
    for (const [at, numbers] of cells) {
      const known = all.get(at) ?? {};
      for (const [name, value] of Object.entries(numbers)) known[name] = largest(known[name] ?? value, value);
      all.set(at, known);
    }
  return all;
}

const stored = (cells: Iterable<[string, StoredCell['numbers']]>): StoredCell[] =>
  [...cells].map(([address, numbers]) => {
    const { room, sk } = readAddress(address);
    return { room, sk, numbers };
  });
