import type { ReportItem } from '@insatskollen/functions/reports/schemas.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt, wholeList } from '../reportAt.ts';
import { counting } from './counting.ts';

/**
 * How many requests go to the table for what people look at all day, counted where they leave the process. Not counted: who is
 * asking (a session or token, and its person), and what is read once for many (the library; names of people, each once a minute).
 */
const count = counting();
let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse(count.wrap);
});

/** What asking costs when the library and the names are known. */
async function costOf(who: string, path: string): Promise<string[]> {
  await house.call(who, 'GET', path);
  const { table, who: asking } = await count.during(async () => {
    expect((await house.call(who, 'GET', path)).status).toBe(200);
  });
  expect(asking).toEqual(['Get TOKEN', 'Get PEOPLE']);
  return table;
}

describe('the overview', () => {
  const whole = ['Query SUMMARY', 'Query PARTS'];
  const paths: [string, string, string[]][] = [
    ['ledning', '/summary?from=2026&to=2026', whole],
    ['rapportor.uf', '/summary?from=2026-Q1&to=2026-Q3', whole],
    ['ledning', '/summary?from=2026-H1&to=2026-H1&groupBy=strategicArea', whole],
    ['samordnare', '/summary?from=2026&to=2026&include=preview', whole],
    ['ledning', '/summary?from=2026&to=2026&breakdowns=false&trend=true', ['Query SUMMARY', 'Query SUMMARY']],
  ];

  test.each(paths)('costs %s no more than two requests for %s', async (who, path, requests) => {
    expect(await costOf(who, path)).toEqual(requests);
  });

  test('costs the same when many more reports are approved', async () => {
    const before = await Promise.all([costOf('ledning', '/summary?from=2026&to=2026')]);
    const waiting = await wholeList<ReportItem>(house, 'samordnare', '/reports?state=submitted', 200);
    for (const { agreementId, period, version } of waiting.items.slice(0, 4))
      expect((await reportAt(house, agreementId, period).approve('samordnare2', version)).status).toBe(200);
    expect(await Promise.all([costOf('ledning', '/summary?from=2026&to=2026')])).toEqual(before);
  });
});

describe('a report', () => {
  const reports: [string, string, string][] = [
    ['its reporter, not yet begun', 'rapportor.almi', 'almi-basuppdrag-2026/2026-Q4'],
    ['its reporter, sent back with remarks', 'rapportor.nfc', 'nfc-vastra-sormland-2026/2026-Q3'],
    ['a coordinator, sent back with remarks', 'samordnare', 'nfc-vastra-sormland-2026/2026-Q3'],
    ['a coordinator, approved', 'samordnare', 'almi-basuppdrag-2026/2026-Q2'],
    ['a leader, approved', 'ledning', 'almi-basuppdrag-2026/2026-Q2'],
  ];
  test.each(reports)('costs %s, no more than three requests', async (_, who, report) => {
    const cost = await costOf(who, `/reports/${report}`);
    expect(cost[0]).toBe('Query REPORT');
    expect(cost).toContain('Query SERIES');
    expect(cost.length).toBeLessThanOrEqual(3);
  });

  test('costs no more with a draft above its versions', async () => {
    const report = reportAt(house, 'nfc-vastra-sormland-2026', '2026-Q3');
    await report.patch({ texts: { analys: 'Talet är rättat.' } });
    expect(await costOf(report.reporter, report.path)).toEqual([
      'Query REPORT',
      'BatchGet AGREED DRAFT VERSION',
      'Query SERIES',
    ]);
  });
});

/** Agreements whose third quarter has not been submitted. */
async function unsubmitted(): Promise<string[]> {
  const { items } = await wholeList<ReportItem>(house, 'samordnare', '/reports?period=2026-Q3', 200);
  return items
    .filter(({ state }) => state === 'notStarted' || state === 'draft')
    .map(({ agreementId }) => agreementId)
    .slice(0, 6);
}

describe('the review queue', () => {
  test('costs no more than two requests a page, however it is narrowed', async () => {
    const list = (more: string) => wholeList<ReportItem>(house, 'samordnare', `/reports?state=submitted${more}`, 200);
    const report = reportAt(house, 'create-2026', '2026-Q3');
    await report.sendBack('samordnare', await report.submitFilled(40), {
      remarks: [{ path: 'texts.analys', text: 'Utveckla gärna.' }],
    });
    await report.submitFilled(41);
    for (const waiting of await unsubmitted()) await reportAt(house, waiting, '2026-Q3').submitFilled(40);
    const all = (await list('')).items;
    expect(all.length).toBeGreaterThan(4);
    const last = all.at(-1);
    const narrowed = [
      '',
      `&focusArea=${last?.focusArea}`,
      `&actor=${last?.actorId}`,
      `&period=${last?.period}`,
      `&period=${last?.period}&focusArea=${last?.focusArea}&actor=${last?.actorId}`,
      '&focusArea=nothing-there',
    ];
    for (const filter of narrowed) {
      for (const limit of [1, 2, 200]) {
        const costs: number[] = [];
        const found: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
          const path = `/reports?state=submitted${filter}&limit=${limit}${after}`;
          costs.push((await costOf('samordnare', path)).length);
          const { items, nextCursor } = (
            await house.call<{ items: ReportItem[]; nextCursor: string | null }>('samordnare', 'GET', path)
          ).json;
          found.push(...items.map(({ agreementId, period }) => `${agreementId} ${period}`));
          cursor = nextCursor;
        }
        expect(Math.max(...costs), `${filter} by ${limit}`).toBeLessThanOrEqual(2);
        const wanted = (await list(filter)).items.map(({ agreementId, period }) => `${agreementId} ${period}`);
        expect(found, `${filter} by ${limit}`).toEqual(wanted);
      }
    }
  });
});
