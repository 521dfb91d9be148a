const WINDOW_SECONDS = 60;

/** How many requests one caller may make in any minute. */
const REQUESTS_A_MINUTE = 1200;
const CALLERS = 10_000;

/** Counts the requests of each caller, in this process's memory. */
export interface Limiter {
  /** Counts one request and answers 0, or answers how many seconds to wait before the next (and does not count it). */
  take(caller: string, now: Date): number;
}

interface Minute {
  /** Requests in each second, at the second's place modulo the window. */
  seconds: Uint16Array;
  latest: number;
  total: number;
}

/** A sliding minute, exact to the second. Remembers at most `callers`; the one longest unseen is forgotten first. */
export function createLimiter(limit = REQUESTS_A_MINUTE, callers = CALLERS): Limiter {
  const minutes = new Map<string, Minute>();
  return {
    take(caller, now) {
      const second = Math.floor(now.getTime() / 1000);
      const minute = minutes.get(caller) ?? { seconds: new Uint16Array(WINDOW_SECONDS), latest: second, total: 0 };
      minutes.delete(caller); // and in again, so that the map's order is that of last use
      minutes.set(caller, minute);
      if (minutes.size > callers) minutes.delete(minutes.keys().next().value ?? caller);
      forgetBefore(minute, second);
      if (minute.total >= limit) return secondsUntilOldestLeaves(minute);
      const place = minute.latest % WINDOW_SECONDS;
      minute.seconds[place] = (minute.seconds[place] ?? 0) + 1;
      minute.total += 1;
      return 0;
    },
  };
}

/** Empties the seconds that have left the window. A clock that goes back counts on in the latest second. */
function forgetBefore(minute: Minute, second: number): void {
  for (let next = Math.max(minute.latest + 1, second - WINDOW_SECONDS + 1); next <= second; next++) {
    const place = next % WINDOW_SECONDS;
    minute.total -= minute.seconds[place] ?? 0;
    minute.seconds[place] = 0;
  }
  minute.latest = Math.max(minute.latest, second);
}

function secondsUntilOldestLeaves(minute: Minute): number {
  for (let ago = WINDOW_SECONDS - 1; ago > 0; ago--) {
    const place = (minute.latest - ago) % WINDOW_SECONDS;
    if ((minute.seconds[place] ?? 0) > 0) return WINDOW_SECONDS - ago;
  }
  return WINDOW_SECONDS;
}
