import { AS_OF, PERIOD } from '#lib/summary/chosen.ts';

/** Names of the choices in the address: those of the other side, and the area. */
export const OTHER_PERIOD = 'mot';
export const OTHER_AS_OF = 'motdag';
export const AREA = 'omrade';

/** The other side's choices as if they were the first's. What was left blank is not there. */
export function otherQuery(query: URLSearchParams): URLSearchParams {
  const other = new URLSearchParams();
  const [period, day] = [query.get(OTHER_PERIOD), query.get(OTHER_AS_OF)];
  if (period) other.set(PERIOD, period);
  if (day) other.set(AS_OF, day);
  return other;
}
