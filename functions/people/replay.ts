import type { Idempotency } from '../http/idempotency.ts';
import { ConditionFailed } from '../table/retry.ts';
import { PersonExists } from './people.ts';

/** Runs a write; when someone was first, looks whether it was this very request (a double click) and then repeats its answer. */
export async function replayIfAnswered<T>(call: { idempotency: Idempotency }, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ConditionFailed || error instanceof PersonExists) await call.idempotency.recallAgain();
    throw error;
  }
}
