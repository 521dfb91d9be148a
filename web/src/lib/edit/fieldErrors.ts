/** A fault as the API says it. */
interface Fault {
  path: string;
  message: string;
}

/** Fields of a form that hold several things: one on each line of a text, or one for each box that is ticked. */
export interface Gathering {
  lines?: readonly string[];
  boxes?: readonly string[];
}

/** What is wrong with a form: for its summary, and for each field by its name. */
export interface FieldErrors {
  summary: { href?: string; message: string }[];
  at: (name: string) => string | undefined;
}

/**
 * Sorts the API's faults under the fields of a form, which are named by the API's paths. `participants.3` belongs to line 4 of the
 * field `participants`, when that is one of the gathering ones. A refusal without faults is said as it is.
 */
export function fieldErrors(
  form: { detail: string; errors: readonly Fault[] } | null | undefined,
  line: (n: number) => string,
  { lines = [], boxes = [] }: Gathering = {},
): FieldErrors {
  if (!form) return { summary: [], at: () => undefined };
  const found = form.errors.map(({ path, message }) => {
    const [gathering] = [...lines, ...boxes].filter((name) => path.startsWith(`${name}.`));
    if (gathering === undefined) return { name: path, message };
    const n = Number(path.slice(gathering.length + 1).split('.')[0]);
    const said = lines.includes(gathering) && Number.isInteger(n) ? line(n + 1) + message : message;
    return { name: gathering, message: said };
  });
  const at = (name: string) => {
    const messages = [...new Set(found.filter((fault) => fault.name === name).map(({ message }) => message))];
    return messages.length > 0 ? messages.join(' ') : undefined;
  };
  return {
    summary:
      found.length > 0
        ? found.map(({ name, message }) => ({ href: `#${name}`, message }))
        : form.detail === ''
          ? []
          : [{ message: form.detail }],
    at,
  };
}
