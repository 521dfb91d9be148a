import { figureColumns } from '@insatskollen/shared/exports/figureTable.ts';
import { fieldAt, type Thing } from '@insatskollen/shared/exports/fields.ts';
import { z } from 'zod';

/** Rows as programs that keep tables read them: `value` is where they look. */
export const FeedSchema = z.object({
  value: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
type Row = z.infer<typeof FeedSchema>['value'][number];

/** A line of figures by the names of its columns. Quantities are JSON's own numbers, as these programs add up nothing else. */
export const flatRow = (line: Thing): Row =>
  Object.fromEntries(
    figureColumns.map(({ name, type }) => {
      const value = fieldAt(line, name);
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [name, null];
      return [name, type === 'decimal' ? Number(value) : value];
    }),
  );
