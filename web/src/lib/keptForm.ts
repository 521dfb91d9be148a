/**
 * A form that could not be saved and whose own page cannot be made either (signed out, or the data is away), kept so that
 * everything typed is shown again. Labels travel in the form itself, beside each field, see `FormField.svelte`.
 */
export interface KeptForm {
  /** Where it is sent again, with its query: `/rapporter/almi-bas/2026-Q3?/save`. */
  action: string;
  reason: 'signedOut' | 'away';
  fields: KeptField[];
}

export interface KeptField {
  name: string;
  value: string;
  /** What the field was called on the page; `null` for what nobody typed, which is sent again unseen. */
  label: string | null;
}

/** Prefix of the hidden fields that carry each field's label. */
export const LABEL_PREFIX = 'etikett:';

/** Everything typed in a form, in the order it was sent. Files are left out: browsers never fill them in again. */
export function keptFields(form: FormData): KeptField[] {
  const labels = new Map<string, string>();
  for (const [name, value] of form)
    if (name.startsWith(LABEL_PREFIX) && typeof value === 'string') labels.set(name.slice(LABEL_PREFIX.length), value);
  const fields: KeptField[] = [];
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith(LABEL_PREFIX))
      fields.push({ name, value, label: labels.get(name) ?? null });
  return fields;
}
