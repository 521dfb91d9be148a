/** Fields of remarks are named by the path that they are pinned to: `remark:values.startade-foretag`. */
const PREFIX = 'remark:';

export const remarkName = (path: string): string => PREFIX + path;

/** The remarks that are written in a form, in its order; blank ones are none. */
export function remarksIn(form: FormData): { path: string; text: string }[] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith(PREFIX) && typeof value === 'string' && value.trim() !== ''
      ? [{ path: name.slice(PREFIX.length), text: value.trim() }]
      : [],
  );
}
