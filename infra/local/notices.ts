import { join } from 'node:path';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { takeHandOvers } from '@insatskollen/functions/imports/goOn.ts';
import { openDigests } from '@insatskollen/functions/notices/daily.ts';
import type { Mailer, Posting } from '@insatskollen/functions/notices/mailer.ts';
import { sendDue } from '@insatskollen/functions/notices/send.ts';
import { takeRecords } from '@insatskollen/functions/notices/stream.ts';
import { takeForSearch } from '@insatskollen/functions/search/updating.ts';
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import { z } from 'zod';
import { fileNames, readJson, writeJson } from './dataFolder.ts';
import { openStream, type Batch } from './stream.ts';

const PlacesSchema = z.record(z.string(), z.string());
/** On one machine one looks at the letter that follows on what one just did, so little is waited for. */
const COLLECT_SECONDS = 5;
const LEASE_SECONDS = 60;
const EVERY_MS = 1_000;
/** After a round that failed: the engine may be ending, or starting. */
const AFTER_FAULT_MS = 5_000;

/** What AWS runs by streams and schedules, run by turns on one machine. */
export interface Rounds {
  /** One turn of each: the stream, with a file that was handed over and packs that wait, the day's digests, the letters whose time has come. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

/** One round after another until stopped. How far the stream was read is written down once it is taken care of, and never before. */
export async function driveNotices(deps: Deps, mailer: Mailer, dataDir: string, everyMs = EVERY_MS): Promise<Rounds> {
  const posting: Posting = { ...deps, mailer, collectSeconds: COLLECT_SECONDS, leaseSeconds: LEASE_SECONDS };
  const file = join(dataDir, fileNames.stream);
  const next = await openStream(deps.table);
  let places = readJson(file, PlacesSchema) ?? {};
  let stopped = false;

  const round = async () => {
    for (let batch = await next(places); batch; batch = await next(places)) {
      const told = await takeRecords(posting, batch.records);
      const kept = await takeForSearch(deps, batch.records);
      const gone = await takeHandOvers(deps, batch.records, () => !stopped);
      const made = await takePacks(deps, batch.records, () => !stopped);
      const failures = [told, kept, gone, made].flatMap(({ batchItemFailures }) => batchItemFailures);
      const failed = firstOf(batch, failures);
      places = failed === undefined ? batch.placesAfter() : (placesBefore(batch, failed) ?? places);
      writeJson(file, places);
      if (failed !== undefined) break;
    }
    await openDigests(posting);
    await sendDue(posting);
  };

  let underWay = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const begin = (after: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = round().then(
        () => begin(everyMs),
        () => begin(AFTER_FAULT_MS),
      );
    }, after).unref();
  };
  begin(everyMs);
  return {
    round,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

/** The first record of a batch that somebody could not take care of. */
const firstOf = ({ records }: Batch, failures: readonly { itemIdentifier: string }[]): string | undefined =>
  records
    .map(({ dynamodb }) => dynamodb.SequenceNumber)
    .find((number) => failures.some(({ itemIdentifier }) => itemIdentifier === number));

/** What was taken care of of a batch before the record that failed. */
function placesBefore({ records, placesAfter }: Batch, failed: string) {
  const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const before = numbers[numbers.indexOf(failed) - 1];
  return before === undefined ? undefined : placesAfter(before);
}
