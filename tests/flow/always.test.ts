import { verify } from '@insatskollen/functions/audit/verify.ts';
import { pageSchema } from '@insatskollen/functions/http/paging.ts';
import { ReportItemSchema } from '@insatskollen/functions/reports/schemas.ts';
import { isOutsideWindows } from '@insatskollen/shared/calendar/periods.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAgreements } from './agreements.ts';
import { compareWithVersions } from './compare.ts';
import { openHouse, readList, type Door } from './house.ts';
import { plan, type Plan } from './plan.ts';
import { eventsAmiss, nameOf, nothingPlayed, playRound } from './play.ts';
import { readReports } from './readAll.ts';
import { openAlbum } from './snapshots.ts';
import { chance, troubled } from './trouble.ts';

/** The same made-up lives every time; another seed, or more of them, on request. */
const seed = Number(process.env['FLOW_SEED'] ?? 20_261_120);
const runs = Number(process.env['FLOW_RUNS'] ?? 5);

const PLAYED = 10;

/** Far more than it takes, so that a busy machine fails nothing. */
const PATIENCE = 600_000;

test(
  'whatever happens to many reports at once, the figures are those of the approved versions and nothing saved is lost',
  { timeout: PATIENCE },
  async () => {
    let closed = 0;
    const property = fc.asyncProperty(plan, async (lives) => void (closed += await live(lives)));
    await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
    expect(closed).toBeGreaterThan(0);
  },
);

/** Plays a plan and looks at what came of it; answers with how many reports were approved that count in no window. */
async function live({ agreements: drafts, rounds, trouble, seed: luck }: Plan): Promise<number> {
  const agreements = toAgreements(drafts);
  const house = await openHouse({ agreements, now: '2026-07-06T08:00:00.000Z' });
  const door = house.doorThrough(troubled(trouble, chance(luck)));
  const names = await someReports(house.door);
  const album = openAlbum(house, chance(luck + 1));
  const played = nothingPlayed();
  for (const round of rounds) {
    await playRound(house, door, round, names, played);
    await album.take();
  }
  const reports = await readReports(house.door, agreements);
  expect([...played.faults, ...eventsAmiss(reports, played)]).toEqual([]);
  await compareWithVersions(house, agreements, reports);
  expect((await verify(house.deps)).differences).toEqual([]);
  await album.compare();
  return reports.filter(({ period, officialVersion }) => isOutsideWindows(period) && officialVersion !== null).length;
}

/** Some reports from all over the list, one that counts in no window among them: few enough that each has a life. */
async function someReports(door: Door): Promise<string[]> {
  const items = await readList(door, pageSchema(ReportItemSchema), 'kim', '/reports?limit=200');
  const begun = items.filter(({ periodStart }) => periodStart < '2026-12-01');
  const step = Math.max(1, Math.floor(begun.length / PLAYED));
  const closing = begun.findIndex(({ period }) => isOutsideWindows(period));
  return begun
    .filter((_, n) => n % step === 0 || n === closing)
    .map(({ agreementId, period, actorId }) => nameOf(agreementId, period, actorId));
}
