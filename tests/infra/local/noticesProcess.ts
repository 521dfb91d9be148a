import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { smtpMailer } from '@insatskollen/infra/local/mail/mailer.ts';
import { driveNotices } from '@insatskollen/infra/local/notices.ts';
import { connectTo } from '@insatskollen/infra/local/tableService.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import { z } from 'zod';

/** A process that takes one turn of telling people, and that is killed for certain where the test says. */
const { endpoint, tableName, smtp, dataDir, now, dies } = z
  .object({
    endpoint: z.url(),
    tableName: z.string(),
    smtp: z.string(),
    dataDir: z.string(),
    now: z.string(),
    /** Once the stream's record is taken care of, before that is written down; or once a letter is taken over, before that is. */
    dies: z.enum(['never', 'afterTaking', 'afterDelivering']),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const die = () => process.kill(process.pid, 'SIGKILL');
const forever = () => new Promise<never>(() => {});

const table = connectTo(endpoint, tableName).through((send) => async (command) => {
  const answer = await send(command);
  if (dies !== 'afterTaking' || !(command instanceof TransactWriteCommand)) return answer;
  if (!JSON.stringify(command.input).includes('"NOTICE#')) return answer;
  die();
  return forever();
});
const time = () => new Date(now);
const openId = { issuer: 'http://127.0.0.1:9', clientId: '', clientSecret: '' };
const settings = { stage: 'local', origin: 'http://localhost:3000', demo: true, demoClock: true, openId } as const;
const deps: Deps = { table, businessNow: time, systemNow: time, newId, settings };

const mailer = smtpMailer(smtp);
const rounds = await driveNotices(
  deps,
  {
    async send(mail) {
      await mailer.send(mail);
      if (dies !== 'afterDelivering') return;
      die();
      await forever();
    },
  },
  dataDir,
  3_600_000,
);
await rounds.round();
await rounds.stop();
mailer.close();
table.client.destroy();
