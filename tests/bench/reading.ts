import { loadedPeriods } from './madeUp.ts';
import type { House } from './house.ts';
import { costOf, succeeded, timed, type Cost, type Timing } from './measure.ts';

export interface Reading extends Cost, Timing {
  name: string;
  bytes: number;
}

const YEAR = '2026';
const AREA = 'starka-nyforetagande';
const summary = (breakdowns: boolean) =>
  `/api/v1/summary?from=${YEAR}&to=${YEAR}&groupBy=focusArea&include=official&breakdowns=${breakdowns}&trend=true`;

/** What is read of a house, as the pages read it and as the pages themselves. */
export async function measureReading(house: House, counted: number): Promise<Reading[]> {
  const { server } = house;
  const leader = await house.person('leader', 0);
  const coordinator = await house.person('coordinator', 0);
  const wanted = [
    { name: 'overview, figures (API)', path: summary(false), headers: leader.byToken },
    { name: 'overview, page', path: `/oversikt?period=${YEAR}`, headers: leader.bySession },
    { name: 'area, figures (API)', path: summary(true), headers: leader.byToken },
    { name: 'area, page', path: `/oversikt/${AREA}?period=${YEAR}`, headers: leader.bySession },
    { name: 'list of 100 reports (API)', path: '/api/v1/reports?limit=100', headers: coordinator.byToken },
    {
      name: 'report (API)',
      path: `/api/v1/reports/loaded-7/${loadedPeriods[2]}`,
      headers: coordinator.byToken,
    },
    { name: 'report, page', path: `/rapporter/loaded-7/${loadedPeriods[2]}`, headers: coordinator.bySession },
    {
      name: 'review queue (API)',
      path: '/api/v1/reports?state=submitted&limit=30',
      headers: coordinator.byToken,
    },
    { name: 'review queue, page', path: '/granskning', headers: coordinator.bySession },
  ];
  const readings: Reading[] = [];
  for (const { name, path, headers } of wanted) {
    const read = async () => succeeded(await server.ask({ path, headers }));
    const { body } = await read();
    const timing = await timed(server, { warmUp: Math.ceil(counted / 2), counted }, read);
    const cost = await costOf(server, 1, read);
    readings.push({ name, bytes: Buffer.byteLength(body), ...cost, ...timing });
  }
  return readings;
}
