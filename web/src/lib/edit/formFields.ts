import { parseDecimal } from '@insatskollen/shared/decimal.ts';

/** A field's text as typed, without its outer blanks. */
const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads the fields of one form by their names. Blank is `null`. */
export const fieldsOf = (form: FormData) => ({
  text: (name: string): string => text(form, name),
  textOrNull: (name: string): string | null => text(form, name) || null,
  /** A decimal in canonical form where it can be read, else as typed, for the API to say what is wrong with it. */
  decimalOrNull: (name: string): string | null => {
    const typed = text(form, name);
    return typed === '' ? null : (parseDecimal(typed) ?? typed);
  },
  ticked: (name: string): boolean => form.get(name) === 'on',
  /** What is ticked of the boxes with this name, in the order of the page. */
  chosen: (name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string'),
  /** The lines of a text that are not blank. */
  lines: (name: string): string[] =>
    text(form, name)
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  /** The numbers of the rows `<name>.<n>.…` that were sent. */
  rows: (name: string): number[] => {
    const numbers = [...form.keys()].flatMap((key) => {
      const [of, n] = key.split('.');
      return of === name && n !== undefined && /^\d+$/.test(n) ? [Number(n)] : [];
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  },
});
export type Fields = ReturnType<typeof fieldsOf>;
