/** What AWS runs of notices and search: the table's stream, two schedules, and what SES tells. Each is a function of its own with its own rights. */
import { openDigests } from '@insatskollen/functions/notices/daily.ts';
import type { Posting } from '@insatskollen/functions/notices/mailer.ts';
import { sendDue } from '@insatskollen/functions/notices/send.ts';
import { takeRecords, type Taken } from '@insatskollen/functions/notices/stream.ts';
import { takeMailEvent } from '@insatskollen/functions/notices/undelivered.ts';
import { takeForSearch } from '@insatskollen/functions/search/updating.ts';
import { z } from 'zod';
import { depsOnAws } from './depsOnAws.ts';
import { sesMailer } from './sesMailer.ts';

const environment = z
  .object({
    STAGE: z.enum(['dev', 'test', 'prod']),
    APP_ORIGIN: z.url({ protocol: /^https$/ }),
    AWS_REGION: z.string().min(1),
    TABLE_NAME: z.string().min(1),
    SENDER: z.email(),
    CONFIGURATION_SET: z.string().min(1),
  })
  .parse(process.env);
const CredentialsSchema = z.object({
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
});

/** Several decisions in a row come in one letter; whoever was sending for so long is gone, for a function lives a minute. */
const COLLECT_SECONDS = 15 * 60;
const LEASE_SECONDS = 15 * 60;

const now = () => new Date();
const posting: Posting = {
  ...depsOnAws(environment),
  mailer: sesMailer({
    region: environment.AWS_REGION,
    sender: environment.SENDER,
    configurationSet: environment.CONFIGURATION_SET,
    credentials: () => {
      const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = CredentialsSchema.parse(process.env);
      return {
        accessKeyId: AWS_ACCESS_KEY_ID,
        secretAccessKey: AWS_SECRET_ACCESS_KEY,
        sessionToken: AWS_SESSION_TOKEN,
      };
    },
    now,
  }),
  collectSeconds: COLLECT_SECONDS,
  leaseSeconds: LEASE_SECONDS,
};

const BatchSchema = z.object({ Records: z.array(z.unknown()) });

/**
 * A batch of the table's stream; answers from where it is to be delivered again. It is told to people, and kept for search: a shard
 * has few readers, so the two share one. What one of them could not do does not keep the other from doing its part.
 */
export async function takeStream(event: unknown): Promise<Taken> {
  const records = BatchSchema.parse(event).Records;
  const told = await takeRecords(posting, records);
  const kept = await takeForSearch(posting, records);
  return { batchItemFailures: [...told.batchItemFailures, ...kept.batchItemFailures] };
}

/** By schedule: the day's digests, once it is morning, and every letter whose time has come. */
export async function tell(): Promise<void> {
  await openDigests(posting);
  await sendDue(posting);
}

/** What SES tells of letters, through SNS. */
export async function takeMailEvents(event: unknown): Promise<void> {
  for (const record of BatchSchema.parse(event).Records) await takeMailEvent(posting, record);
}
