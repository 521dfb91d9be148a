/**
 * `npm run bench`, or `npm run bench -- reading`, `-- imports`, `-- exports`, `-- packs`, `-- search` for pages and figures, files in or out, packs, or search, alone:
 * measures what the product costs with few and many reports, prints one table with goals, and keeps everything as JSON under
 * `results/`. Exit code 1 when a goal that decides was not met. README.md says what each figure is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { verify } from '@insatskollen/functions/audit/verify.ts';
import { buildPages } from '@insatskollen/infra/local/pagesBuild.ts';
import { measureExporting, type Exported } from './exporting.ts';
import {
  countOf,
  findingsOf,
  ofExport,
  ofImport,
  ofPacks,
  ofQuestion,
  ofSearching,
  tableOf,
  type Finding,
  type Measured,
} from './findings.ts';
import { openHouse, type House } from './house.ts';
import { measureImporting } from './importing.ts';
import { rounded } from './measure.ts';
import { measurePacking, type Packed } from './packing.ts';
import { measureReading, type Question } from './reading.ts';
import { sizesFor, type Sizes } from './sizes.ts';
import { measureSearching } from './searching.ts';
import { measureStarting } from './starting.ts';
import { measureWorking, submitSome } from './working.ts';

const results = fileURLToPath(new URL('results', import.meta.url));
const say = (text: string) => console.error(text);

/** Reports in the queue while it is read: more than a page of it. */
const WAITING = 42;

async function measure(sizes: Sizes): Promise<Measured> {
  const handler = await buildPages(say);
  say('Starting the product …');
  const starting = await measureStarting(sizes.starts);
  const houses: House[] = [];
  try {
    for (const [place, approved] of sizes.approved.entries()) {
      say(`Loading ${approved} approved reports …`);
      // Every house has the same agreements beside, so that what they answer differs by the reports alone.
      houses.push(await openHouse({ approved, worked: 2 * sizes.worked + WAITING, stream: place === 0 }, handler));
    }
    const [smallest, largest] = [houses[0], houses.at(-1)];
    if (!smallest || !largest) throw new Error('there are no houses');
    say('Reading …');
    for (const house of houses) await submitSome(house, 2 * sizes.worked, WAITING);
    const questions = await measureReading(houses, sizes);
    const afterReading = rounded((await largest.server.usage()).rssMb, 0);
    say('Sending files …');
    const exports = await measureExporting(houses, sizes.approved);
    say('Making packs …');
    const packs = await measurePacking(houses, sizes.approved, sizes.packed);
    say('Saving, submitting, approving …');
    const { one, atOnce } = await measureWorking(smallest, sizes.worked);
    const afterWorking = rounded((await smallest.server.usage()).rssMb, 0);
    say('Reading files in …');
    const imports = await measureImporting(sizes.imported, handler);
    say('Searching …');
    const searching = await measureSearching(sizes.searched, handler);
    say('Verifying …');
    return {
      approved: sizes.approved,
      loaded: houses.map(({ loaded, megabytes }) => ({ ...loaded, megabytes })),
      questions,
      one,
      atOnce,
      verification: countOf(await verify(smallest.deps)),
      rssMb: { afterReading, afterWorking },
      starting,
      imports,
      exports,
      packs,
      searching,
    };
  } finally {
    for (const house of houses) await house.close();
  }
}

/** Files that go out, and nothing else. */
const measureOnlyExports = (wanted: Sizes): Promise<Exported[]> =>
  inHouses(wanted, async (houses) => {
    say('Sending files …');
    return measureExporting(houses, wanted.approved);
  });

/** Figures, lists and pages, and nothing else. */
const measureOnlyReading = (wanted: Sizes): Promise<Question[]> =>
  inHouses(wanted, async (houses) => {
    say('Reading …');
    for (const house of houses) await submitSome(house, 2 * wanted.worked, WAITING);
    return measureReading(houses, wanted);
  });

/** Packs, and nothing else. */
const measureOnlyPacks = (wanted: Sizes): Promise<Packed[]> =>
  inHouses(wanted, async (houses) => {
    say('Making packs …');
    return measurePacking(houses, wanted.approved, wanted.packed);
  });

/** Does something in houses of each size that only reading is measured in. */
async function inHouses<T>({ approved, worked }: Sizes, act: (houses: readonly House[]) => Promise<T>): Promise<T> {
  const handler = await buildPages(say);
  const houses: House[] = [];
  try {
    for (const count of approved) {
      say(`Loading ${count} approved reports …`);
      houses.push(await openHouse({ approved: count, worked: 2 * worked + WAITING, stream: false }, handler));
    }
    return await act(houses);
  } finally {
    for (const house of houses) await house.close();
  }
}

async function measureWanted(): Promise<{ measured: unknown; findings: Finding[] }> {
  if (only === 'imports') {
    const measured = await measureImporting(sizes.imported, await buildPages(say));
    return { measured, findings: measured.flatMap(ofImport) };
  }
  if (only === 'exports') {
    const measured = await measureOnlyExports(sizes);
    return { measured: { exports: measured }, findings: measured.flatMap(ofExport) };
  }
  if (only === 'reading') {
    const questions = await measureOnlyReading(sizes);
    return {
      measured: { approved: sizes.approved, questions },
      findings: questions.flatMap((question) => ofQuestion(question, sizes.approved)),
    };
  }
  if (only === 'packs') {
    const measured = await measureOnlyPacks(sizes);
    return { measured: { packs: measured }, findings: ofPacks(measured) };
  }
  if (only === 'search') {
    const measured = await measureSearching(sizes.searched, await buildPages(say));
    return { measured, findings: ofSearching(measured) };
  }
  const measured = await measure(sizes);
  return { measured, findings: findingsOf(measured) };
}

const sizes = sizesFor(process.env);
const only = (['reading', 'imports', 'exports', 'packs', 'search'] as const).find((one) => process.argv.includes(one));
const { measured, findings } = await measureWanted();
const at = new Date().toISOString();
const machine = {
  node: process.version,
  processors: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1024 ** 3),
};
console.log(tableOf(findings));
if (!sizes.small) {
  mkdirSync(results, { recursive: true });
  const kept = { at, machine, findings, measured };
  writeFileSync(
    new URL(`results/${at.slice(0, 10)}${only ? `-${only}` : ''}.json`, import.meta.url),
    `${JSON.stringify(kept, null, 2)}\n`,
  );
}
const missed = findings.filter(({ met, decides }) => decides && met === false);
for (const { figure, measured: was, goal } of missed) console.log(`NOT MET: ${figure}: ${was}, goal ${goal}`);
process.exitCode = missed.length > 0 ? 1 : 0;
