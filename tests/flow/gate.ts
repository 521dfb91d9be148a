import type { Send } from '@insatskollen/functions/table/client.ts';

type Sent = Parameters<Send>[0];

/**
 * A way to the table that holds the first request that matches, until it is let through: so a test can put another's whole
 * request between two steps of one.
 */
export function gate(matches: (command: Sent) => boolean) {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  const opened = new Promise<void>((done) => (open = done));
  let held = false;
  const wrap =
    (send: Send): Send =>
    async (command) => {
      if (!held && matches(command)) {
        held = true;
        arrive();
        await opened;
      }
      return send(command);
    };
  return {
    wrap,
    /** Fulfilled when somebody stands at the gate. */
    arrived,
    open: () => open(),
  };
}

/** A way to the table on which the writes that match are done, and every answer to them is lost. */
export const losingAnswers =
  (matches: (command: Sent) => boolean, times = Infinity) =>
  (send: Send): Send => {
    let lost = 0;
    return async (command) => {
      const answer = await send(command);
      if (!matches(command) || lost >= times) return answer;
      lost += 1;
      throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
    };
  };
