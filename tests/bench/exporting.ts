import type { House } from './house.ts';
import { rounded } from './measure.ts';

/** How often the server is asked what memory it has. */
const SAMPLE_MS = 50;

/** What one file cost the server of a house. */
export interface Exported {
  file: string;
  /** Approved reports in the house. */
  approved: number;
  /** Lines of CSV, the headings not counted; none of a workbook. */
  rows: number | null;
  megabytes: number;
  seconds: number;
  /** Until the first of it came. */
  firstByteMs: number;
  /** Resident memory of the server: before, and the most that it had while it sent. */
  rssMb: number;
  peakRssMb: number;
}

const year = 'from=2026&to=2026';
const files = [
  'summary.csv',
  'summary.xlsx',
  'summary.json',
  'contributions.csv',
  'reports.csv',
  'reports.xlsx',
] as const;
const question = (file: string): string =>
  file.startsWith('reports')
    ? ''
    : file.startsWith('contributions')
      ? `?${year}&focusArea=starka-nyforetagande&indicator=radgivningstillfallen`
      : `?${year}`;

/** Fetches every file from every house, one after the other, and watches the server's memory meanwhile. */
export async function measureExporting(houses: readonly House[], approved: readonly number[]): Promise<Exported[]> {
  const measured: Exported[] = [];
  for (const file of files)
    for (const [place, house] of houses.entries()) measured.push(await exportOf(house, file, approved[place] ?? 0));
  return measured;
}

async function exportOf({ server, person }: House, file: string, approved: number): Promise<Exported> {
  const { byToken: headers } = await person('coordinator', 0);
  const { rssMb } = await server.usage();
  const sent = { done: false };
  const watching = watch(server, sent);
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/exports/${file}${question(file)}`, { headers });
  if (!answer.ok || !answer.body) throw new Error(`${file} answered ${answer.status}`);
  let [bytes, lines, firstByteMs] = [0, 0, 0];
  const body: AsyncIterable<Uint8Array> = answer.body;
  for await (const part of body) {
    if (bytes === 0) firstByteMs = performance.now() - began;
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  sent.done = true;
  const peak = Math.max(rssMb, await watching);
  return {
    file,
    approved,
    rows: file.endsWith('.csv') ? lines - 1 : null,
    megabytes: rounded(bytes / 1024 / 1024, 2),
    seconds: rounded(seconds, 2),
    firstByteMs: rounded(firstByteMs, 0),
    rssMb: rounded(rssMb, 0),
    peakRssMb: rounded(peak, 0),
  };
}

/** The most memory that a server has had until something is sent. */
async function watch(server: House['server'], sent: { done: boolean }): Promise<number> {
  let peak = 0;
  while (!sent.done) {
    peak = Math.max(peak, (await server.usage()).rssMb);
    await new Promise((then) => setTimeout(then, SAMPLE_MS));
  }
  return peak;
}
