import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { aText } from '#lib/edit/lenient.server.ts';

/** A promise as the form shows it. */
export const ShownCommitmentSchema = z.object({
  text: aText,
  min: aText,
  max: aText,
  unit: aText,
  per: aText,
  indicatorId: aText,
  dimension: aText,
  note: aText,
});
export type ShownCommitment = z.infer<typeof ShownCommitmentSchema>;

/** The promises that a form holds in a field of this name; a row that is empty is none. */
export function commitmentsFrom(form: FormData, field: string) {
  const { text, textOrNull, rows, decimalOrNull } = fieldsOf(form);
  return rows(field).flatMap((n) => {
    const at = `${field}.${n}`;
    const filled = ['text', 'min', 'max', 'unit'].some((name) => text(`${at}.${name}`) !== '');
    if (!filled) return [];
    return [
      {
        text: text(`${at}.text`),
        min: decimalOrNull(`${at}.min`),
        max: decimalOrNull(`${at}.max`),
        unit: text(`${at}.unit`),
        per: text(`${at}.per`),
        indicatorId: textOrNull(`${at}.indicatorId`),
        dimension: textOrNull(`${at}.dimension`) ?? undefined,
        note: textOrNull(`${at}.note`),
      },
    ];
  });
}
