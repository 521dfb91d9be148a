import type { Verification } from '@insatskollen/functions/audit/verify.ts';
import type { Exported } from './exporting.ts';
import type { Imported } from './importing.ts';
import { rounded } from './measure.ts';
import type { Packed } from './packing.ts';
import type { Question, Reading } from './reading.ts';
import type { Searching } from './searching.ts';
import type { Starting } from './starting.ts';
import type { AtOnce, Working } from './working.ts';

/** Everything that one run measured. */
export interface Measured {
  /** Approved reports in each house, fewest first. */
  approved: readonly number[];
  loaded: readonly { items: number; seconds: number; megabytes: number }[];
  questions: readonly Question[];
  one: readonly Working[];
  atOnce: readonly AtOnce[];
  verification: { reports: number; cells: number; differences: number };
  /** Resident memory of the server over the largest house after reading, and of the one that was worked in. */
  rssMb: { afterReading: number; afterWorking: number };
  starting: Starting;
  imports: readonly Imported[];
  exports: readonly Exported[];
  packs: readonly Packed[];
  searching: readonly Searching[];
}

/** One line of the table. Counts, ratios and bytes decide; times are a guide, since they are the machine's as much as ours. */
export interface Finding {
  figure: string;
  measured: string;
  goal: string;
  met: boolean | null;
  decides: boolean;
}

export const countOf = ({ reports, cells, differences }: Verification) => ({
  reports,
  cells,
  differences: differences.length,
});

const atMost = (figure: string, measured: number, goal: number, unit: string, decides: boolean): Finding => ({
  figure,
  measured: `${measured} ${unit}`.trim(),
  goal: `≤ ${goal} ${unit}`.trim(),
  met: measured <= goal,
  decides,
});
const shown = (figure: string, measured: string): Finding => ({
  figure,
  measured,
  goal: '',
  met: null,
  decides: false,
});

/** Of requests to the table, beside those about who asks and the cached library. */
const mostRequests: Record<string, number> = {
  'overview, figures': 2,
  'overview, page': 2,
  report: 3,
  'review queue, 30 of it': 2,
};
const mostMs: Record<string, number> = { 'overview, figures': 8, 'list of 100 reports': 10, approve: 8 };
const mostCpuMs: Record<string, number> = { 'save an entry': 1.5, submit: 2.5 };
const MOST_TIMES = 1.2;
const LEAST_PER_SECOND = 200;
const MOST_MB = 250;
const MOST_IMPORT_SECONDS = 10;
const MOST_REQUESTS_PER_ROW = 0.4;
/** Making a pack, with the most reports against the fewest. */
const MOST_PACK_TIMES = 1.5;
/** What the function that makes packs has. */
const MOST_PACK_MB = 512;
const MOST_SEARCH_REQUESTS = 1;
const MOST_SEARCH_MS = 100;

/** What was measured, each beside its goal where it has one. */
export function findingsOf(measured: Measured): Finding[] {
  const { one, atOnce, verification, rssMb, starting, imports, searching } = measured;
  return [
    ...measured.questions.flatMap((question) => ofQuestion(question, measured.approved)),
    ...one.flatMap(ofWorking),
    ...atOnce.flatMap(({ name, count, errors, perSecond }): Finding[] => [
      atMost(`${name} at 16 connections: errors of ${count}`, errors, 0, '', true),
      {
        figure: `${name} at 16 connections`,
        measured: `${perSecond} a second`,
        goal: `≥ ${LEAST_PER_SECOND} a second`,
        met: perSecond >= LEAST_PER_SECOND,
        decides: false,
      },
    ]),
    atMost(`verify afterwards: differences in ${verification.reports} reports`, verification.differences, 0, '', true),
    atMost('memory of the server over most reports, after reading', rssMb.afterReading, MOST_MB, 'MB', true),
    atMost('memory of the server after working', rssMb.afterWorking, MOST_MB, 'MB', true),
    atMost('start to first page, first start', starting.firstSeconds, 5, 's', false),
    atMost('start to first page, second start', starting.secondSeconds, 5, 's', false),
    ...imports.flatMap(ofImport),
    ...measured.exports.flatMap(ofExport),
    ...ofPacks(measured.packs),
    ...ofSearching(searching),
  ];
}

/** What a file that goes out cost; the most memory meanwhile decides, for it may not follow the number of reports. */
export function ofExport(exported: Exported): Finding[] {
  const { file, approved, rows, megabytes, seconds, firstByteMs, rssMb, peakRssMb } = exported;
  const from = `${file} of ${approved} reports`;
  const speed = rows === null ? '' : `, ${rows} rows, ${rounded(rows / seconds, 0)} a second`;
  return [
    shown(`${from}: time`, `${seconds} s, ${megabytes} MB${speed}`),
    shown(`${from}: first byte`, `${firstByteMs} ms`),
    {
      ...atMost(`${from}: most memory`, peakRssMb, MOST_MB, 'MB', true),
      measured: `${peakRssMb} MB (${rssMb} before)`,
    },
  ];
}

/** What making packs cost: neither requests, time nor memory may follow the number of reports. */
export function ofPacks(packs: readonly Packed[]): Finding[] {
  return [...new Set(packs.map(({ kind }) => kind))].flatMap((kind): Finding[] => {
    const houses = packs.filter((one) => one.kind === kind);
    const [fewest, most] = [houses[0], houses.at(-1)];
    if (!fewest || !most) return [];
    const pack = `pack, ${kind}`;
    const each = (of: (one: Packed) => number) => houses.map(of).join(' / ');
    const against = `${most.approved} reports against ${fewest.approved}`;
    const times = (figure: string, of: (one: Packed) => number) =>
      atMost(`${pack}: ${figure}, ${against}`, rounded(of(most) / of(fewest), 2), MOST_PACK_TIMES, '×', true);
    return [
      shown(`${pack}: time`, `${each((one) => one.seconds)} s`),
      times('time', (one) => one.seconds),
      times('processor time', (one) => one.cpuSeconds),
      shown(
        `${pack}: requests to the table`,
        each((one) => one.requests),
      ),
      times('requests', (one) => one.requests),
      {
        ...atMost(
          `${pack}: most memory`,
          Math.max(...houses.map(({ peakRssMb }) => peakRssMb)),
          MOST_PACK_MB,
          'MB',
          true,
        ),
        measured: `${each((one) => one.peakRssMb)} MB`,
      },
      shown(`${pack}: size of its files`, `${each((one) => one.kilobytes)} kB`),
    ];
  });
}

/** What searching cost; requests decide, and that what is found is the reader's alone is tested elsewhere. */
export function ofSearching(searching: readonly Searching[]): Finding[] {
  const [fewest] = searching;
  return searching.flatMap(({ documents, firstSeconds, rssMb, questions }): Finding[] => [
    shown(`search in ${documents}: the first of a process`, `${firstSeconds} s`),
    shown(`search in ${documents}: memory of the server`, `${rssMb} MB`),
    ...questions.flatMap(({ name, total, requests, p50Ms, p95Ms, cpuMs }, n): Finding[] => {
      const search = `search in ${documents}, ${name} (${total} found)`;
      const before = fewest?.questions[n]?.cpuMs;
      return [
        atMost(`${search}: requests to the table`, requests, MOST_SEARCH_REQUESTS, '', true),
        atMost(`${search}: slowest twentieth`, p95Ms, MOST_SEARCH_MS, 'ms', false),
        shown(`${search}: median, and processor time`, `${p50Ms} ms, ${cpuMs} ms`),
        ...(before === undefined || fewest?.documents === documents
          ? []
          : [shown(`${search}: processor time against ${fewest?.documents}`, `${rounded(cpuMs / before, 1)} ×`)]),
      ];
    }),
  ]);
}

/** What reading a file in cost; requests for each row decide. */
export function ofImport({
  kind,
  rows,
  checkedSeconds,
  readInSeconds,
  writtenSeconds,
  readInCpuSeconds,
  requestsPerRow,
}: Imported): Finding[] {
  const file = `file of ${rows} ${kind}`;
  return [
    atMost(`${file}: checked`, checkedSeconds, MOST_IMPORT_SECONDS, 's', false),
    atMost(`${file}: taken, to be written whatever happens`, readInSeconds, MOST_IMPORT_SECONDS, 's', false),
    shown(`${file}: all of it written`, `${writtenSeconds} s`),
    shown(`${file}: all of it written, against checked`, `${rounded(writtenSeconds / checkedSeconds, 1)} ×`),
    shown(`${file}: processor time of the server`, `${readInCpuSeconds} s`),
    atMost(`${file}: requests to the table for each row`, requestsPerRow, MOST_REQUESTS_PER_ROW, '', rows >= 1_000),
  ];
}

/** What one question cost houses with so many approved reports, fewest first. */
export function ofQuestion({ name, readings }: Question, approved: readonly number[]): Finding[] {
  const [fewest, most] = [readings[0], readings.at(-1)];
  if (!fewest || !most) return [];
  const over = (of: (reading: Reading) => number) => rounded(of(most) / of(fewest), 2);
  const each = (of: (reading: Reading) => number) => readings.map(of).join(' / ');
  const [requests, ms] = [mostRequests[name], mostMs[name]];
  const own = `${name}: requests to the table`;
  const grows = name.startsWith('overview') || name.startsWith('area');
  const times = `${approved.at(-1)} reports against ${approved[0]}`;
  return [
    requests === undefined
      ? shown(
          own,
          each((one) => one.own),
        )
      : atMost(own, most.own, requests, '', true),
    shown(
      `${name}: read units`,
      each((one) => one.readUnits),
    ),
    ...(grows
      ? [
          atMost(
            `${name}: bytes, ${times}`,
            over((one) => one.bytes),
            MOST_TIMES,
            '×',
            true,
          ),
          atMost(
            `${name}: time, ${times}`,
            over((one) => one.p50Ms),
            MOST_TIMES,
            '×',
            name.startsWith('overview'),
          ),
          atMost(
            `${name}: processor time of the server, ${times}`,
            over((one) => one.cpuMs),
            MOST_TIMES,
            '×',
            name.startsWith('overview'),
          ),
        ]
      : [
          shown(
            `${name}: bytes`,
            each((one) => one.bytes),
          ),
        ]),
    ms === undefined
      ? shown(`${name}: median time`, `${each((one) => one.p50Ms)} ms`)
      : { ...atMost(`${name}: median time`, most.p50Ms, ms, 'ms', false), measured: `${each((one) => one.p50Ms)} ms` },
  ];
}

function ofWorking({ name, own, readUnits, writeUnits, cpuMs, p50Ms }: Working): Finding[] {
  const [cpu, ms] = [mostCpuMs[name], mostMs[name]];
  return [
    shown(`${name}: requests to the table`, String(own)),
    shown(`${name}: read and write units`, `${readUnits} and ${writeUnits}`),
    cpu === undefined
      ? shown(`${name}: processor time of the server`, `${cpuMs} ms`)
      : atMost(`${name}: processor time of the server`, cpuMs, cpu, 'ms', false),
    ms === undefined
      ? shown(`${name}: median time`, `${p50Ms} ms`)
      : atMost(`${name}: median time`, p50Ms, ms, 'ms', false),
  ];
}

const verdictOf = ({ met, decides }: Finding): string =>
  met === null ? '' : met ? 'met' : decides ? 'NOT MET' : 'not met (a guide)';

/** The table as it is printed, which Markdown shows as a table too. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = [
    ['what', 'measured', 'goal', ''],
    ...findings.map((finding) => [finding.figure, finding.measured, finding.goal, verdictOf(finding)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
