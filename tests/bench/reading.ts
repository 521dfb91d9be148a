import type { House } from './house.ts';
import { loadedPeriods } from './madeUp.ts';
import { costOf, quantile, rounded, succeeded, type Cost, type Timing } from './measure.ts';
import type { Sizes } from './sizes.ts';

/** What one question costs a house. */
export interface Reading extends Cost, Timing {
  bytes: number;
  /** How many times it was asked, warm-up not counted. */
  asked: number;
  /** Resident memory of the server afterwards. */
  rssMb: number;
}
/** A question, and what it costs each house, in the order of the houses. */
export interface Question {
  name: string;
  readings: Reading[];
}

const YEAR = '2026';
const AREA = 'starka-nyforetagande';
const summary = (breakdowns: boolean) =>
  `/api/v1/summary?from=${YEAR}&to=${YEAR}&groupBy=focusArea&include=official&breakdowns=${breakdowns}&trend=true`;
const report = `loaded-7/${loadedPeriods[2]}`;

type As = 'leader' | 'coordinator';
/** What is asked of a house, as the pages ask it of the API, and as a browser asks for the pages themselves. */
const questions: { name: string; path: string; as: As; by: 'byToken' | 'bySession' }[] = [
  { name: 'overview, figures', path: summary(false), as: 'leader', by: 'byToken' },
  { name: 'overview, page', path: `/oversikt?period=${YEAR}`, as: 'leader', by: 'bySession' },
  { name: 'area, figures', path: summary(true), as: 'leader', by: 'byToken' },
  { name: 'area, page', path: `/oversikt/${AREA}?period=${YEAR}`, as: 'leader', by: 'bySession' },
  {
    name: 'indicator, figures',
    path: `/api/v1/summary/contributions?from=${YEAR}&to=${YEAR}&focusArea=${AREA}&indicator=radgivningstillfallen&limit=100`,
    as: 'leader',
    by: 'byToken',
  },
  {
    name: 'indicator, page',
    path: `/oversikt/${AREA}/radgivningstillfallen?period=${YEAR}`,
    as: 'leader',
    by: 'bySession',
  },
  { name: 'list of 100 reports', path: '/api/v1/reports?limit=100', as: 'coordinator', by: 'byToken' },
  { name: 'report', path: `/api/v1/reports/${report}`, as: 'coordinator', by: 'byToken' },
  { name: 'report, page', path: `/rapporter/${report}`, as: 'coordinator', by: 'bySession' },
  {
    name: 'review queue, 30 of it',
    path: '/api/v1/reports?state=submitted&limit=30',
    as: 'coordinator',
    by: 'byToken',
  },
  { name: 'review queue, page', path: '/granskning', as: 'coordinator', by: 'bySession' },
];

/** A question that takes long is asked fewer times: its time needs no fine measuring. */
const MOST_MS = 120_000;

/** Asks every house the same, in turn: whatever else the machine does then disturbs all sizes alike. */
export async function measureReading(houses: readonly House[], { rounds, perRound }: Sizes): Promise<Question[]> {
  const measured: Question[] = [];
  for (const [n, { name, path, as, by }] of questions.entries()) {
    // Each by a person of its own: a fast machine asks more in a minute than one of them may.
    const asked = await Promise.all(houses.map((house) => asking(house, path, by, [as, n])));
    const began = performance.now();
    const spent = (share: number) => performance.now() - began > share * MOST_MS;
    for (let n = 0; n < 2 * perRound && !spent(0.3); n++) for (const one of asked) await one.ask();
    for (let round = 0; round < rounds && (round === 0 || !spent(1)); round++) {
      for (const one of round % 2 === 0 ? asked : asked.toReversed()) await one.time(perRound, () => spent(1));
    }
    const readings: Reading[] = [];
    for (const one of asked) readings.push(await one.result());
    measured.push({ name, readings });
  }
  return measured;
}

async function asking(
  { server, person }: House,
  path: string,
  by: 'byToken' | 'bySession',
  who: [role: As, n: number],
) {
  const headers = (await person(...who))[by];
  const ask = async () => succeeded(await server.ask({ path, headers }));
  const milliseconds: number[] = [];
  const cpuMs: number[] = [];
  return {
    ask,
    async time(most: number, spent: () => boolean) {
      const before = await server.usage();
      let times = 0;
      while (times < most && (times === 0 || !spent())) {
        const began = performance.now();
        await ask();
        milliseconds.push(performance.now() - began);
        times += 1;
      }
      cpuMs.push(((await server.usage()).cpuMs - before.cpuMs) / times);
    },
    async result(): Promise<Reading> {
      const { body } = await ask();
      return {
        asked: milliseconds.length,
        rssMb: rounded((await server.usage()).rssMb, 0),
        bytes: Buffer.byteLength(body),
        ...(await costOf(server, 1, ask)),
        p50Ms: rounded(quantile(milliseconds, 0.5)),
        p95Ms: rounded(quantile(milliseconds, 0.95)),
        cpuMs: rounded(quantile(cpuMs, 0.5), 2),
      };
    },
  };
}
