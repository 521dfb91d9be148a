/** What AWS runs of society's statistics: a schedule asks the open sources for what is new. */
import { fetchSociety } from '@insatskollen/functions/societal/fetching.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';
import { z } from 'zod';

const environment = z
  .object({
    AWS_REGION: z.string().min(1),
    TABLE_NAME: z.string().min(1),
    KOLADA_URL: z.url({ protocol: /^https$/ }),
    SCB_URL: z.url({ protocol: /^https$/ }),
  })
  .parse(process.env);

const now = () => new Date();
const table = connectTable({ tableName: environment.TABLE_NAME, region: environment.AWS_REGION });

/** By schedule. A source that cannot be asked is noted and tried the next time. */
export async function fetchStatistics(): Promise<void> {
  const run = await fetchSociety({
    table,
    businessNow: now,
    systemNow: now,
    fetch: globalThis.fetch,
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    sources: { kolada: environment.KOLADA_URL, pxweb: { SCB: environment.SCB_URL } },
  });
  console.log(JSON.stringify({ level: 'info', event: 'societyFetched', ...run }));
}
