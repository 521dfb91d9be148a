import { Hindrance } from './hindrance.ts';

/** Refuses to run the pieces of one machine anywhere else: they let anyone be anyone. */
export function refuseOutsideLocalMode(environment: Record<string, string | undefined>): void {
  const stage = environment['STAGE'];
  if (environment['AWS_LAMBDA_FUNCTION_NAME'] || (stage !== undefined && stage !== '' && stage !== 'local')) {
    throw new Hindrance('Det lokala läget är bara för den egna datorn. Här kör servern som infra/server/main.ts.');
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses an address that others than this machine can reach. */
export function refuseBeyondLoopback(address: string): void {
  if (!loopback.has(new URL(address).hostname)) throw new Hindrance(`${address} ligger inte på den egna datorn.`);
}
