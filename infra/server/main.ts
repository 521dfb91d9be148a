import { createApp } from '@insatskollen/functions/app.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';
import { addressOfConnection, addressOfGateway } from './address.ts';
import { readConfig } from './config.ts';
import { newId } from './ids.ts';
import { loadPages } from './pages.ts';
import { readSecret } from './secretsManager.ts';
import { startServer } from './server.ts';

/** Lambda gives a function that is shut down a moment only. */
const STOP_WITHIN_MS = 1_500;

const config = readConfig(process.env);
const now = () => new Date();
const app = createApp({
  table: connectTable({ tableName: config.TABLE_NAME, region: config.AWS_REGION }),
  businessNow: now,
  systemNow: now,
  newId,
  settings: {
    stage: config.STAGE,
    origin: config.APP_ORIGIN,
    demo: false,
    demoClock: false,
    openId: {
      issuer: config.OPENID_ISSUER,
      clientId: config.OPENID_CLIENT_ID,
      clientSecret: await clientSecret(),
    },
  },
});

const server = await startServer(
  (request, beside) => app.fetch(request, beside),
  await loadPages(config.PAGES_HANDLER),
  {
    origin: config.APP_ORIGIN,
    port: config.PORT,
    hosts: ['127.0.0.1'],
    addressOf: config.AWS_LAMBDA_FUNCTION_NAME ? addressOfGateway : addressOfConnection,
  },
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.stop(STOP_WITHIN_MS));

async function clientSecret(): Promise<string> {
  if (config.OPENID_CLIENT_SECRET) return config.OPENID_CLIENT_SECRET;
  const credentials = {
    accessKeyId: config.AWS_ACCESS_KEY_ID,
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY,
    sessionToken: config.AWS_SESSION_TOKEN,
  };
  return readSecret(config.OPENID_CLIENT_SECRET_ARN ?? '', config.AWS_REGION, credentials, now());
}
