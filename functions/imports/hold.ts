import { exportKinds, type ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { importHoldKey } from '../table/keys.ts';

/** How long whoever reads a file in may be silent before another takes over. */
const LEASE_MS = 30_000;

const HoldSchema = z.object({
  id: z.string(),
  by: z.string(),
  /** `planning`: nothing is written yet. `writing`: everything will be, by whoever goes on with it. */
  state: z.enum(['planning', 'writing']),
  leaseEndsAt: z.string(),
  /** How many have gone on with it: of two who begin to at once, one finds that the other was first. */
  turn: z.coerce.number().int(),
  /** Whoever wrote has stopped and leaves the rest to what the stream feeds. */
  handedOver: z.boolean(),
  /** What the file holds. */
  kind: z.enum(exportKinds),
  begunAt: z.string(),
  /** Of the things that the file makes or changes: those that are written, at least; and all of them, once it is known how many. */
  done: z.coerce.number().int(),
  total: z.coerce.number().int().nullable(),
});
/** The registers, held by one who reads a file into them. */
export type Hold = z.infer<typeof HoldSchema>;

const leaseEnd = (deps: Deps): string => new Date(deps.systemNow().getTime() + LEASE_MS).toISOString();

/** Who holds the registers, if anybody does. */
export async function holdNow(deps: Deps): Promise<Hold | undefined> {
  const item = await deps.table.get(importHoldKey);
  return item && HoldSchema.parse(item);
}

export const isAlive = (deps: Deps, { leaseEndsAt, handedOver }: Hold): boolean =>
  !handedOver && Date.parse(leaseEndsAt) > deps.systemNow().getTime();

/** The check that nobody reads a file in, for the transaction of whoever writes in the registers otherwise. */
export const nobodyHolds: TransactWrite = {
  ConditionCheck: { Key: importHoldKey, ConditionExpression: 'attribute_not_exists(pk)' },
};

/** Takes hold of the registers, also from one who fell silent before writing anything. 503 where somebody else was first. */
export async function takeHold(deps: Deps, by: string, kind: ExportKind): Promise<Hold> {
  const hold: Hold = {
    id: deps.newId(),
    by,
    state: 'planning',
    leaseEndsAt: leaseEnd(deps),
    turn: 1,
    handedOver: false,
    kind,
    begunAt: deps.systemNow().toISOString(),
    done: 0,
    total: null,
  };
  try {
    await deps.table.put({
      Item: { ...importHoldKey, ...hold },
      ConditionExpression: 'attribute_not_exists(pk) OR (#state = :planning AND leaseEndsAt < :now)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':planning': 'planning', ':now': deps.systemNow().toISOString() },
    });
    return hold;
  } catch (error) {
    if (error instanceof ConditionFailed) throw new Refused('busy');
    throw error;
  }
}

/** Takes over from one who fell silent or handed over. 503 where somebody else did first. */
export async function takeOver(deps: Deps, hold: Hold): Promise<Hold> {
  const { done, total } = hold;
  const next: Hold = { ...hold, turn: hold.turn + 1, handedOver: false };
  try {
    await deps.table.transact([heldOn(deps, hold, { state: 'writing', done, total, turn: next.turn })]);
    return next;
  } catch (error) {
    if (error instanceof ConditionFailed) throw new Refused('busy');
    throw error;
  }
}

/** Where whoever holds the registers stands, to be kept in the hold. */
type Standing = Pick<Hold, 'state' | 'done' | 'total'> & Partial<Pick<Hold, 'turn' | 'handedOver'>>;

/** Goes on holding, and says how far it has come; `ConditionFailed` when another has taken over since. */
export async function keepHold(deps: Deps, hold: Hold, standing: Standing): Promise<void> {
  await deps.table.transact([heldOn(deps, hold, standing)]);
}

/** The write that leaves the rest to somebody else. The stream tells of it. */
export const handOver = (deps: Deps, hold: Hold, done: number): TransactWrite =>
  heldOn(deps, hold, { state: 'writing', done, total: hold.total, handedOver: true });

const heldOn = (deps: Deps, { id, turn }: Hold, standing: Standing): TransactWrite => ({
  Update: {
    Key: importHoldKey,
    UpdateExpression:
      'SET #state = :state, leaseEndsAt = :until, done = :done, #total = :total, #turn = :next, handedOver = :over',
    ConditionExpression: 'id = :id AND #turn = :turn',
    ExpressionAttributeNames: { '#state': 'state', '#total': 'total', '#turn': 'turn' },
    ExpressionAttributeValues: {
      ':state': standing.state,
      ':until': leaseEnd(deps),
      ':done': standing.done,
      ':total': standing.total,
      ':next': standing.turn ?? turn,
      ':over': standing.handedOver ?? false,
      ':id': id,
      ':turn': turn,
    },
  },
});

/** The write that lets go. */
export const letGo = ({ id, turn }: Hold): TransactWrite => ({
  Delete: {
    Key: importHoldKey,
    ConditionExpression: 'id = :id AND #turn = :turn',
    ExpressionAttributeNames: { '#turn': 'turn' },
    ExpressionAttributeValues: { ':id': id, ':turn': turn },
  },
});
