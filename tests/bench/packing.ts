import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PackKind } from '@insatskollen/shared/packs/kinds.ts';
import { loadedPeriods } from './madeUp.ts';
import type { House } from './house.ts';
import { quantile, rounded, succeeded } from './measure.ts';
import { serverFlags } from './serverProcess.ts';
import { PackMadeSchema, type PackMade } from './usage.ts';

/** What making one kind of pack costs a process that does nothing else, with all of its files. */
export interface Packed {
  kind: PackKind;
  /** Approved reports in the house. */
  approved: number;
  /** At the median of the rounds. */
  seconds: number;
  /** With the start of the process. */
  cpuSeconds: number;
  /** Requests to the table: what it says, and its files and how far it has come. */
  requests: number;
  /** The most resident memory that any round had. */
  peakRssMb: number;
  kilobytes: number;
}

const kinds = ['board', 'yearly', 'dialogue'] as const satisfies readonly PackKind[];
const REPORTS = 4;
const PackSchema = z.object({ id: z.string(), state: z.string(), formats: z.array(z.string()) });

/** Makes each kind of pack in every house in turn, round after round, back and forth, each in a process of its own. */
export async function measurePacking(
  houses: readonly House[],
  approved: readonly number[],
  rounds: number,
): Promise<Packed[]> {
  const places = houses.map((house, place) => ({ house, approved: approved[place] ?? 0 }));
  const measured: Packed[] = [];
  for (const { house } of places) await agreeToMeet(house);
  for (const kind of kinds) {
    const made = new Map<House, (PackMade & { kilobytes: number })[]>();
    for (let round = 0; round < rounds; round++)
      for (const { house } of round % 2 === 0 ? places : places.toReversed())
        made.set(house, [...(made.get(house) ?? []), await packIn(house, kind)]);
    for (const place of places)
      measured.push({ kind, approved: place.approved, ...together(made.get(place.house) ?? []) });
  }
  return measured;
}

function together(rounds: readonly (PackMade & { kilobytes: number })[]): Omit<Packed, 'kind' | 'approved'> {
  const median = (of: (one: PackMade) => number) => quantile(rounds.map(of), 0.5);
  return {
    seconds: rounded(
      median((one) => one.seconds),
      2,
    ),
    cpuSeconds: rounded(
      median((one) => one.cpuSeconds),
      2,
    ),
    requests: median((one) => one.requests),
    peakRssMb: rounded(Math.max(...rounds.map(({ peakRssMb }) => peakRssMb)), 0),
    kilobytes: Math.max(...rounds.map(({ kilobytes }) => kilobytes)),
  };
}

const coordinator = async ({ person }: House) => person('coordinator', 0);
const DIALOGUE_DAY = '2026-12-01';

/** Books the dialogue that a sheet is made for, about some of an actor's reports. */
async function agreeToMeet(house: House): Promise<void> {
  const { byToken: headers } = await coordinator(house);
  const ask = async (path: string, body?: object) =>
    JSON.parse(
      succeeded(
        await house.server.ask({ path: `/api/v1${path}`, headers, ...(body ? { method: 'POST' as const, body } : {}) }),
      ).body,
    ) as unknown;
  const { actorId } = z.object({ actorId: z.string() }).parse(await ask('/agreements/loaded-0'));
  const reports = loadedPeriods.slice(-REPORTS).map((period) => ({ agreementId: 'loaded-0', period }));
  await ask('/dialogues', { actorId, day: DIALOGUE_DAY, reports });
}

async function packIn(house: House, kind: PackKind): Promise<PackMade & { kilobytes: number }> {
  const { id: personId, byToken: headers } = await coordinator(house);
  const { actorId } = z
    .object({ actorId: z.string() })
    .parse(JSON.parse(succeeded(await house.server.ask({ path: '/api/v1/agreements/loaded-0', headers })).body));
  const body = {
    ...{ kind, language: 'sv', from: '2026', to: '2026', figures: 'all' },
    ...(kind === 'dialogue' ? { actor: actorId } : {}),
  };
  const asked = succeeded(await house.server.ask({ method: 'POST', path: '/api/v1/packs', headers, body }));
  const { id } = PackSchema.parse(JSON.parse(asked.body));
  const made = await makeAlone({ ...house.at, personId, id });
  const read = succeeded(await house.server.ask({ path: `/api/v1/packs/${id}`, headers }));
  const { state, formats } = PackSchema.parse(JSON.parse(read.body));
  if (state !== 'done') throw new Error(`the pack is ${state}`);
  let bytes = 0;
  for (const format of formats)
    bytes += await bytesOf(`http://127.0.0.1:${house.server.port}/api/v1/packs/${id}/file?format=${format}`, headers);
  return { ...made, kilobytes: Math.round(bytes / 1024) };
}

async function bytesOf(address: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(address, { headers });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** Has a process made that makes the pack and ends. */
async function makeAlone(pack: {
  endpoint: string;
  tableName: string;
  personId: string;
  id: string;
}): Promise<PackMade> {
  const child = fork(fileURLToPath(new URL('packMaker.ts', import.meta.url)), { execArgv: serverFlags });
  const ended = once(child, 'exit');
  child.send(pack);
  const said: unknown[] = await Promise.race([once(child, 'message'), ended]);
  await ended;
  return PackMadeSchema.parse(said[0]);
}
