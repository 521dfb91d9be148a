import type { Answer, ServerProcess } from './serverProcess.ts';

/** The value that so large a share of the others lie at or below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const rounded = (value: number, decimals = 1): number => Number(value.toFixed(decimals));

/** Milliseconds at the median and for the slowest twentieth, and the server's own processor time for one. */
export interface Timing {
  p50Ms: number;
  p95Ms: number;
  cpuMs: number;
}

/** Requests to the table for one, and the capacity units that they consume, as the engine counts them. */
export interface Cost {
  requests: number;
  /** Requests without those about who asks and those for the library. */
  own: number;
  readUnits: number;
  writeUnits: number;
}

/** Refuses an answer that is not a success: a measure of refusals would mean nothing. */
export function succeeded(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body.slice(0, 500)}`);
  return answer;
}

/** Does something so many times, one after the other, after a warm-up that is not counted. */
export async function timed(
  server: ServerProcess,
  times: { warmUp: number; counted: number },
  act: (n: number) => Promise<unknown>,
): Promise<Timing> {
  for (let n = 0; n < times.warmUp; n++) await act(n);
  const before = await server.usage();
  const milliseconds: number[] = [];
  for (let n = 0; n < times.counted; n++) {
    const began = performance.now();
    await act(times.warmUp + n);
    milliseconds.push(performance.now() - began);
  }
  const after = await server.usage();
  return {
    p50Ms: rounded(quantile(milliseconds, 0.5)),
    p95Ms: rounded(quantile(milliseconds, 0.95)),
    cpuMs: rounded((after.cpuMs - before.cpuMs) / times.counted, 2),
  };
}

/** What some calls of one kind cost the table, each. */
export async function costOf(
  server: ServerProcess,
  times: number,
  act: (n: number) => Promise<unknown>,
): Promise<Cost> {
  const before = await server.usage(true);
  for (let n = 0; n < times; n++) await act(n);
  const after = await server.usage(false);
  const requests = after.requests - before.requests;
  return {
    requests: rounded(requests / times),
    own: rounded((requests - after.beside + before.beside) / times),
    readUnits: rounded((after.readUnits - before.readUnits) / times),
    writeUnits: rounded((after.writeUnits - before.writeUnits) / times),
  };
}
