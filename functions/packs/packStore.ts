import {
  formatsOf,
  KEPT_DAYS,
  packFormats,
  packKinds,
  packStates,
  type PackFormat,
} from '@insatskollen/shared/packs/kinds.ts';
import { PackChoicesSchema } from '@insatskollen/shared/packs/pack.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { TransactWrite } from '../table/client.ts';
import { packKey, packsPartition } from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';

const count = z.number().int();
const PackSchema = z.object({
  id: z.string(),
  personId: z.string(),
  kind: z.enum(packKinds),
  language: z.enum(['sv', 'en']),
  from: z.string(),
  to: z.string(),
  /** The instant that it is as of, in UTC: chosen, or when it was asked for. */
  asOf: z.string(),
  choices: PackChoicesSchema,
  /** Resolved when they were picked: what was said, of which area, and by whom. */
  quotes: z.array(z.object({ areaId: z.string(), text: z.string(), source: z.string() })),
  /** The dialogue that a dialogue's pack is for, with whom and when as it was asked for. */
  dialogue: z.object({ id: z.string(), actorId: z.string(), actor: z.string(), day: z.string() }).nullable(),
  askedAt: z.string(),
  state: z.enum(packStates),
  /** Parts that are made, of all: what it says, and a file in each format. */
  done: count,
  /** The files that are there, with how many bytes each has. */
  files: z.array(z.object({ format: z.enum(packFormats), bytes: count })),
  /** How many have taken it on: of two who are at it, the earlier finds that it is another's. */
  turn: count,
  /** How often it was taken on since it was asked for, or started again. */
  tries: count,
  /** Why it could not be made: a stable code. */
  failure: z.enum(['gone', 'fault']).nullable(),
  expiresAtEpochSeconds: count,
});
/** A pack as somebody asked for it, and how far it has come. */
export type Pack = z.infer<typeof PackSchema>;

const readPack = (item: unknown): Pack => PackSchema.parse(withPlainNumbers(item));

/** What the pack needs to be whole: its content, and a file in each format. */
export const partsOf = ({ kind }: Pick<Pack, 'kind'>): number => 1 + formatsOf[kind].length;

const isKept = (deps: Pick<Deps, 'systemNow'>, { expiresAtEpochSeconds }: Pack): boolean =>
  expiresAtEpochSeconds * 1000 > deps.systemNow().getTime();

/** A person's own pack; none where it is another's, was never there, or has expired. */
export async function packOf(deps: Deps, personId: string, id: string): Promise<Pack | undefined> {
  const item = await deps.table.get(packKey(personId, id));
  const pack = item && readPack(item);
  return pack && isKept(deps, pack) ? pack : undefined;
}

/** A person's own packs, the latest first. They expire, so there are never many. */
export async function packsOf(deps: Deps, personId: string): Promise<Pack[]> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': packsPartition(personId) },
    ConsistentRead: true,
  });
  return items
    .map(readPack)
    .filter((pack) => isKept(deps, pack))
    .toSorted((a, b) => b.askedAt.localeCompare(a.askedAt));
}

/** What somebody asks for. */
export type Asked = Pick<
  Pack,
  'personId' | 'kind' | 'language' | 'from' | 'to' | 'asOf' | 'choices' | 'quotes' | 'dialogue'
>;

/** A pack that waits for whoever the stream tells. */
export function newPack(deps: Deps, asked: Asked): Pack {
  const now = deps.systemNow();
  return {
    ...asked,
    id: deps.newId(),
    askedAt: now.toISOString(),
    ...{ state: 'queued', done: 0, files: [], turn: 0, tries: 0, failure: null },
    expiresAtEpochSeconds: Math.ceil(now.getTime() / 1000) + KEPT_DAYS * 24 * 60 * 60,
  };
}

export const firstWrite = (pack: Pack): TransactWrite => ({
  Put: { Item: { ...packKey(pack.personId, pack.id), ...pack }, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** The write of how far it has come; it fails when another has taken the pack on since it was read at `turn`. */
export const nextWrite = (pack: Pack, turn: number): TransactWrite => ({
  Put: {
    Item: { ...packKey(pack.personId, pack.id), ...pack },
    ConditionExpression: '#turn = :turn',
    ExpressionAttributeNames: { '#turn': 'turn' },
    ExpressionAttributeValues: { ':turn': turn },
  },
});

/** The formats that are still to be made. */
export const formatsLeft = ({ kind, files }: Pack): PackFormat[] =>
  formatsOf[kind].filter((format) => !files.some((file) => file.format === format));
