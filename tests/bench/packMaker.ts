/** A process of its own that makes one pack, as the function does that the table's stream tells of it: begun anew, with nothing read before. */
import type { Deps } from '@insatskollen/functions/deps.ts';
import { makePack } from '@insatskollen/functions/packs/make.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { connectTo } from '@insatskollen/infra/local/tableService.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import { benchNow } from './madeUp.ts';
import { PackToMakeSchema, type PackMade } from './usage.ts';

let requests = 0;
const counting =
  (send: Send): Send =>
  (command) => {
    requests += 1;
    return send(command);
  };

async function make(message: unknown): Promise<void> {
  const { endpoint, tableName, personId, id } = PackToMakeSchema.parse(message);
  const origin = 'http://localhost:1';
  const deps: Deps = {
    table: connectTo(endpoint, tableName).through(counting),
    businessNow: () => new Date(benchNow),
    systemNow: () => new Date(),
    newId,
    settings: {
      stage: 'local',
      origin,
      demo: true,
      demoClock: true,
      openId: { issuer: origin, clientId: 'insatskollen', clientSecret: '' },
    },
  };
  const began = performance.now();
  await makePack(deps, { personId, id }, () => true);
  const { user, system } = process.cpuUsage();
  const made: PackMade = {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1_000_000,
    // The most that it ever had, as the system knows it: nothing is missed between two looks.
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    requests,
  };
  process.send?.(made);
  process.disconnect();
}

process.once('message', (message) => {
  make(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
