/**
 * JSON in the one form of RFC 8785: members sorted by UTF-16 code units, no blanks, strings as ECMAScript writes them.
 * Takes objects, arrays, strings, booleans, null and whole safe numbers: decimals are strings here, so no other number occurs.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new Error('only whole numbers have a canonical form here; decimals are strings');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new Error(`no canonical form for ${typeof value}`);
}

/** Anything with a class of its own (a date, a map, a table's number) would lose what it holds: its members do not show it. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
