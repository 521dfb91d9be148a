import type { Agreement, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { ChainPlace } from '@insatskollen/shared/agreements/opening.ts';
import { expectedReports } from '@insatskollen/shared/agreements/opening.ts';
import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { chainsOf } from '../agreements/chains.ts';
import { storedAgreements } from '../agreements/store.ts';
import { termsOf } from '../agreements/termsStore.ts';
import { readEvent } from '../reports/eventStore.ts';
import { readHead } from '../reports/headStore.ts';
import { readVersion, type Version } from '../reports/versionStore.ts';
import type { Table } from '../table/client.ts';
import { reportPartition, versionPartition } from '../table/keys.ts';

/** An agreement with the reports that it asks for, as they were before anyone began. */
export interface AgreementRead {
  agreement: Agreement;
  terms: Terms;
  place: ChainPlace;
  chainEnd: string;
  expected: Head[];
}

/** A report as it is stored: everything but its draft, which nobody but its actor reads (requirement L3). */
export interface ReportRead {
  /** The same report before anyone began. */
  blank: Head;
  head: Head | undefined;
  events: ReportEvent[];
  versions: Version[];
}

/** Every agreement, read strongly. */
export async function readAgreements(table: Table): Promise<AgreementRead[]> {
  const stored = await storedAgreements(table);
  const { places, ends } = chainsOf(stored.map(({ agreement }) => agreement));
  return Promise.all(
    stored.map(async ({ agreement, pins }) => {
      const place = places.get(agreement.id) ?? { chain: agreement.id, order: 0 };
      const versions = [...new Set([agreement.version, ...Object.values(pins)])];
      const terms = new Map(
        await Promise.all(versions.map(async (n) => [n, await termsOf(table, agreement.id, n)] as const)),
      );
      const expected = [...terms].flatMap(([version, of]) =>
        expectedReports(of, place).filter(({ period }) => pins[period] === version),
      );
      const now = terms.get(agreement.version);
      if (!now) throw new Error(`agreement ${agreement.id} has lost its terms`);
      return { agreement, terms: now, place, chainEnd: ends.get(place.chain) ?? agreement.termEnd, expected };
    }),
  );
}

/** One report, read strongly. */
async function readReport(table: Table, blank: Head): Promise<ReportRead> {
  const of = (partition: string) =>
    table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition },
      ConsistentRead: true,
    });
  const { agreementId, period } = blank;
  const [report, versions] = await Promise.all([
    of(reportPartition(agreementId, period)),
    of(versionPartition(agreementId, period)),
  ]);
  const head = report.find((item) => item['sk'] === 'HEAD');
  return {
    blank,
    head: head && readHead(head),
    events: report.filter((item) => String(item['sk']).startsWith('EVENT#')).map(readEvent),
    versions: versions.map(readVersion),
  };
}

const AT_ONCE = 8;

/** Every report of some agreements, a few at a time. */
export async function* readReports(table: Table, agreements: readonly AgreementRead[]): AsyncGenerator<ReportRead> {
  const blanks = agreements.flatMap(({ expected }) => expected);
  for (let from = 0; from < blanks.length; from += AT_ONCE) {
    yield* await Promise.all(blanks.slice(from, from + AT_ONCE).map((blank) => readReport(table, blank)));
  }
}
