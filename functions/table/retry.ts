/** The table is away or will not take more just now: answered as 503 with Retry-After. */
export class TableAway extends Error {}

/** A condition of a write did not hold: someone else was first. `failed` are the positions of the writes concerned. */
export class ConditionFailed extends Error {
  readonly failed: number[];
  constructor(failed: number[]) {
    super('condition failed');
    this.failed = failed;
  }
}

/** Waits about so many milliseconds. Tests pass one that does not wait. */
export type Pause = (milliseconds: number) => Promise<void>;

const ATTEMPTS = 6;
/** So many attempts does one count for that ran out of time: people should hear of it within the time that they wait. */
const SILENCE_COUNTS = 3;
const wait: Pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const transient = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException', // of a single write that met a transaction
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'ETIMEDOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'NetworkingError',
]);
const conflicts = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

interface AwsError {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
  CancellationReasons?: { Code?: string }[];
}

/**
 * Runs `attempt`, again with jitter while the cause passes by itself (conflict, throttling, a lost answer).
 * The same command object is sent again, so a transaction keeps its token and is done once.
 * Throws `ConditionFailed` at once, `TableAway` when the tries are used up.
 */
export async function retrying<T>(attempt: () => Promise<T>, pause: Pause = wait): Promise<T> {
  for (let tried = 0; ;) {
    try {
      return await attempt();
    } catch (error) {
      const failure: AwsError = error instanceof Error ? error : {};
      const codes = (failure.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
      if (failure.name === 'ConditionalCheckFailedException') throw new ConditionFailed([0]);
      const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
      if (failed.length > 0) throw new ConditionFailed(failed);
      const passes =
        codes.some((code) => conflicts.has(code)) ||
        transient.has(failure.name ?? '') ||
        transient.has(failure.code ?? '') ||
        (failure.$metadata?.httpStatusCode ?? 0) >= 500;
      if (!passes) throw error;
      tried += failure.name === 'TimeoutError' ? SILENCE_COUNTS : 1;
      if (tried >= ATTEMPTS) throw new TableAway('the table did not answer', { cause: error });
      await pause(Math.random() * Math.min(1000, 25 * 2 ** tried));
    }
  }
}
