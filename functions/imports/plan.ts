import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import type { ReadRow, RowFault } from '@insatskollen/shared/exports/readRows.ts';
import { withField, type Thing } from '@insatskollen/shared/exports/fields.ts';
import { InitiativeContentSchema } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import { z } from 'zod';

const about = {
  id: z.string(),
  /** The version that it follows; `null` for what is new. */
  from: z.number().int().nullable(),
  reason: z.string().nullable(),
};

/** One thing to be written, as it is kept until it is. */
export const EntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('initiative'), ...about, after: InitiativeContentSchema }),
  z.object({ kind: z.literal('agreement'), ...about, after: AgreementSchema }),
]);
export type Entry = z.infer<typeof EntrySchema>;

/** What reading a file in would do, in numbers of rows, and everything that stands in its way. */
export interface Plan {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  errors: RowFault[];
  /** In the order that they can be written. */
  entries: Entry[];
}

/** The thing as a row has it: what the file has no column for stays as it was. */
export function patched(thing: Thing, { values }: ReadRow): Thing {
  let after = thing;
  for (const [name, value] of values)
    if (name !== 'id' && name !== 'version' && name !== 'reason') after = withField(after, name, value);
  return after;
}

export const textIn = ({ values }: ReadRow, name: string): string | null => {
  const value = values.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** Whether a row was made from another version of the thing than the present one. A blank version is any. */
export const isStale = ({ values }: ReadRow, version: number): boolean => {
  const from = values.get('version');
  return typeof from === 'number' && from !== version;
};
