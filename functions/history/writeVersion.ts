import type { ChangedKind } from '@insatskollen/shared/history/change.ts';
import type { Deps } from '../deps.ts';
import type { Idempotency } from '../http/idempotency.ts';
import { ConditionFailed, type TransactWrite } from '../table/client.ts';
import { stale } from './expected.ts';

/** What makes the next version of a thing, and the answer to whoever asked for it. */
interface NextVersion {
  kind: ChangedKind;
  id: string;
  /** The thing, its event, and whatever else belongs to it: conditions say that nobody was first. */
  writes: readonly TransactWrite[];
  status: 200 | 201;
  answer: unknown;
  version: number;
  /** The version that is there, when somebody was. */
  present: () => Promise<number>;
}

/**
 * Writes a thing's next version, all or nothing, and remembers the answer for the request's key. Where somebody else was first it is
 * the answer to this very request that was remembered then, or else 412 with the version that is there and who made it.
 */
export async function writeVersion(
  deps: Deps,
  { idempotency }: { idempotency: Idempotency },
  { kind, id, writes, status, answer, version, present }: NextVersion,
): Promise<void> {
  try {
    await deps.table.transact([...writes, ...idempotency.remember(status, answer, { etag: `"${version}"` })]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    await idempotency.recallAgain();
    throw await stale(deps, { kind, id, version: await present() });
  }
}
