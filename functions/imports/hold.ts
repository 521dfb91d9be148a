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

export const isAlive = (deps: Deps, { leaseEndsAt }: Hold): boolean =>
  Date.parse(leaseEndsAt) > deps.systemNow().getTime();

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

/** Goes on holding, and says how far it has come; `ConditionFailed` when another has taken over since. */
export async function keepHold(
  deps: Deps,
  hold: Hold,
  { state, done, total }: Pick<Hold, 'state' | 'done' | 'total'>,
): Promise<void> {
  await deps.table.transact([
    {
      Update: {
        Key: importHoldKey,
        UpdateExpression: 'SET #state = :state, leaseEndsAt = :until, done = :done, #total = :total',
        ConditionExpression: 'id = :id',
        ExpressionAttributeNames: { '#state': 'state', '#total': 'total' },
        ExpressionAttributeValues: {
          ':state': state,
          ':until': leaseEnd(deps),
          ':done': done,
          ':total': total,
          ':id': hold.id,
        },
      },
    },
  ]);
}

/** The write that lets go. */
export const letGo = ({ id }: Hold): TransactWrite => ({
  Delete: {
    Key: importHoldKey,
    ConditionExpression: 'id = :id',
    ExpressionAttributeValues: { ':id': id },
  },
});
