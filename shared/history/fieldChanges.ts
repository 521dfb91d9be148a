import { canonicalJson } from '../canonicalJson.ts';

/** One field that a change touched: its path (`timeline.end`, `indicators.startade-foretag.required`), and its value before and after. */
export interface FieldChange {
  path: string;
  /** `null` where there was nothing. */
  before: unknown;
  after: unknown;
}

/**
 * What differs between a thing before and after, field by field, in the order of the later one. Things inside lists that have an
 * `id` or `indicatorId` are compared each with its own earlier self; other lists are one field. Missing, `null` and an empty list are the same.
 */
export function fieldChanges(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (same(before, after)) return [];
  const [was, is] = [partsOf(before), partsOf(after)];
  // A whole object that comes or goes is still told field by field, so that each path means one value.
  if (!(was && is) && !(was && isNothing(after)) && !(is && isNothing(before)))
    return [{ path, before: before ?? null, after: after ?? null }];
  const names = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  const changes = [...names].flatMap((name) =>
    fieldChanges(was?.get(name), is?.get(name), path === '' ? name : `${path}.${name}`),
  );
  // Nothing differs but the order of what is in the list.
  return changes.length > 0 || !Array.isArray(after) ? changes : [{ path, before: before ?? null, after }];
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const same = (a: unknown, b: unknown): boolean =>
  (isNothing(a) && isNothing(b)) || (!isNothing(a) && !isNothing(b) && canonicalJson(a) === canonicalJson(b));

/** A thing's fields, or a list's things by their ids; `undefined` for what is one value. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const named = value.map((part: unknown) => [idOf(part), part] as const);
    const ids = named.flatMap(([id]) => (id === undefined ? [] : [id]));
    const eachHasItsOwn = ids.length === value.length && new Set(ids).size === ids.length && ids.length > 0;
    return eachHasItsOwn ? new Map(ids.map((id, n) => [id, value[n]])) : undefined;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function idOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(part));
  const id = fields.get('id') ?? fields.get('indicatorId');
  return typeof id === 'string' ? id : undefined;
}
