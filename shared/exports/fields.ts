/** A thing as plain data. */
export type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path, as `timeline.start`; `undefined` where there is none. */
export function fieldAt(thing: Thing, path: string): unknown {
  let at: unknown = thing;
  for (const step of path.split('.')) at = isThing(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return at;
}

/** The thing with another value at a path; `undefined` takes the field away. */
export function withField(thing: Thing, path: string, value: unknown): Thing {
  const [step = '', ...rest] = path.split('.');
  const inner = Object.hasOwn(thing, step) ? thing[step] : undefined;
  const next = rest.length === 0 ? value : withField(isThing(inner) ? inner : {}, rest.join('.'), value);
  const others = Object.fromEntries(Object.entries(thing).filter(([name]) => name !== step || next !== undefined));
  return next === undefined ? others : { ...others, [step]: next };
}
