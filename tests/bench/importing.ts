import { goOnWriting } from '@insatskollen/functions/imports/writing.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { libraryOf } from '@insatskollen/functions/strategy/library.ts';
import { csvLine } from '@insatskollen/shared/exports/csv.ts';
import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { z } from 'zod';
import { openHouse, type House } from './house.ts';
import { rounded } from './measure.ts';

const ROWS_PER_AGREEMENT = 4;
const YEAR = 2027;

/** What a file of one kind cost, first only checked and then read in. */
export interface Imported {
  kind: ExportKind;
  rows: number;
  checkedSeconds: number;
  /** Until it is answered: it is kept then, and will be written. */
  readInSeconds: number;
  /** Until all of it is written. */
  writtenSeconds: number;
  /** Seconds of the server's processor until it is answered; the engine's are not among them. */
  readInCpuSeconds: number;
  /** Requests to the table for each row, of the server and of whoever goes on with it. */
  requestsPerRow: number;
}

/** Checks and reads in a file of so many new initiatives, of as many new agreements about them, and of as many targets in these. */
export async function measureImporting(rows: number, handler: string): Promise<Imported[]> {
  const house = await openHouse({ approved: 0, worked: 0, stream: true }, handler);
  try {
    const files = await filesOf(house, rows);
    const measured: Imported[] = [];
    for (const [kind, file] of files) measured.push(await importOf(house, kind, file, rows));
    return measured;
  } finally {
    await house.close();
  }
}

async function importOf(house: House, kind: ExportKind, file: string, rows: number): Promise<Imported> {
  const { server } = house;
  const { byToken } = await house.person('coordinator', 0);
  const send = async (query: string) => {
    const began = performance.now();
    const form = new FormData();
    form.append('file', new File([file], `${kind}.csv`));
    const address = `http://127.0.0.1:${server.port}/api/v1/imports/${kind}${query}`;
    const answer = await fetch(address, { method: 'POST', headers: byToken, body: form });
    const text = await answer.text();
    const seconds = (performance.now() - began) / 1000;
    if (!answer.ok) throw new Error(`${answer.status}: ${text.slice(0, 500)}`);
    AnswerSchema.parse(JSON.parse(text));
    return seconds;
  };
  const checkedSeconds = await send('?dryRun=true');
  const before = await server.usage();
  const began = performance.now();
  const readInSeconds = await send('');
  const after = await server.usage();
  let goingOn = 0;
  const counting = (next: Send): Send => {
    return (command) => {
      goingOn += 1;
      return next(command);
    };
  };
  // What the stream would tell of, done by this process; where all is written already, there is nothing left.
  await goOnWriting({ ...house.deps, table: house.deps.table.through(counting) }, () => true);
  const writtenSeconds = (performance.now() - began) / 1000;
  return {
    kind,
    rows,
    checkedSeconds: rounded(checkedSeconds, 2),
    readInSeconds: rounded(readInSeconds, 2),
    writtenSeconds: rounded(writtenSeconds, 2),
    readInCpuSeconds: rounded((after.cpuMs - before.cpuMs) / 1000, 2),
    requestsPerRow: rounded((after.requests - before.requests + goingOn) / rows, 3),
  };
}

/** All rows are right and do something: a measure of refusals would mean nothing. */
const AnswerSchema = z.object({ unchanged: z.literal(0), errors: z.array(z.never()) });

async function filesOf({ deps }: House, rows: number): Promise<[ExportKind, string][]> {
  const { focusAreas, actors, indicators } = await libraryOf(deps);
  const actorIds = [...actors.values()].flatMap(({ id, endedAt }) => (endedAt ? [] : [id]));
  const flows = [...indicators.values()].flatMap(({ id, kind, retiredAt }) =>
    kind === 'flow' && !retiredAt ? [id] : [],
  );
  const counted = flows.slice(0, 3);
  const of = (list: readonly string[], n: number) => list[n % list.length] ?? '';
  const table = (head: string[], row: (n: number) => string[]) =>
    [head, ...Array.from({ length: rows }, (_, n) => row(n))]
      .map((cells) =>
        csvLine(
          cells.map((text) => (text === '' ? null : { text })),
          ';',
        ),
      )
      .join('');
  const initiatives = table(['id', 'title', 'summary', 'primaryFocusArea', 'lifecycle', 'responsible'], (n) => [
    `insats-${n}`,
    `Insats ${n}`,
    'Rådgivning till den som vill starta eller utveckla ett företag, på plats och på nätet.',
    of(focusAreas, n),
    'ongoing',
    of(actorIds, n),
  ]);
  const agreements = table(
    [
      'id',
      'reference',
      'actorId',
      'initiativeId',
      'termStart',
      'termEnd',
      'frequency',
      'dueDays',
      'goal',
      'criteria',
      'indicators',
      'questions',
    ],
    (n) => [
      `avtal-${n}`,
      `RS-${n}`,
      of(actorIds, n),
      `insats-${n}`,
      `${YEAR}-01-01`,
      `${YEAR}-12-31`,
      'quarterly',
      '20',
      'Fler företag startar.',
      '',
      counted.join(', '),
      'analys',
    ],
  );
  const targets = table(['agreementId', 'indicatorId', 'period', 'target'], (n) => [
    `avtal-${Math.floor(n / ROWS_PER_AGREEMENT)}`,
    of(counted, 0),
    `${YEAR}-Q${(n % ROWS_PER_AGREEMENT) + 1}`,
    String(10 + n),
  ]);
  return [
    ['initiatives', initiatives],
    ['agreements', agreements],
    ['targets', targets],
  ];
}
