import { Refused } from '@insatskollen/shared/refusals.ts';
import { ConditionFailed } from './retry.ts';

const ATTEMPTS = 12;

/**
 * Tries a change again from its beginning when somebody else was first, with jitter, and then says so. `lost` is told of each
 * lost race, and of each refusal: what stands in the way may be what this very request did, sent twice.
 */
export async function startOver<T>(attempt: () => Promise<T>, lost: () => Promise<void>, pause = jitter): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof ConditionFailed || error instanceof Refused) await lost();
      if (!(error instanceof ConditionFailed)) throw error;
      if (tried === ATTEMPTS) throw new Refused('busy');
      await pause(tried);
    }
  }
}

const jitter = (tried: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(400, 8 * 2 ** tried)));
