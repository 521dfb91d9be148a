import { firstBrokenEvent } from '@insatskollen/shared/reports/events.ts';
import { isSealed } from '../reports/versionStore.ts';
import { sha256 } from '../table/hash.ts';
import { eventKey, headKey, versionKey } from '../table/keys.ts';
import type { Difference } from './differences.ts';
import type { ReportRead } from './readReports.ts';

/** What is wrong with a report by itself: its history, its receipts, the versions that its head names. */
export function reportFaults({ blank, head, events, versions }: ReportRead): Difference[] {
  const { agreementId, period } = blank;
  const key = (at: { pk: string; sk: string }) => `${at.pk} / ${at.sk}`;
  if (!head) return [{ key: key(headKey(agreementId, period)), what: 'report', stored: 'missing', expected: 'there' }];
  const faults: Difference[] = [];
  const broken = firstBrokenEvent(
    events,
    { count: head.eventCount, hash: head.eventHash },
    { agreementId, period },
    sha256,
  );
  if (broken !== undefined) {
    faults.push({
      key: key(eventKey(agreementId, period, broken)),
      what: 'hash chain',
      stored: 'broken',
      expected: 'whole',
    });
  }
  for (const version of versions) {
    if (isSealed(version, sha256)) continue;
    faults.push({
      key: key(versionKey(agreementId, period, version.version)),
      what: 'receipt',
      stored: 'broken',
      expected: 'whole',
    });
  }
  const there = new Set(versions.map((version) => version.version));
  for (let n = 1; n <= head.version; n++) {
    if (!there.has(n))
      faults.push({
        key: key(versionKey(agreementId, period, n)),
        what: 'version',
        stored: 'missing',
        expected: 'there',
      });
  }
  return faults;
}
