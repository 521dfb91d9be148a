import type { Numbers } from '@insatskollen/shared/summary/cells.ts';
import type { LedgerEntry, MaximumMoved } from '@insatskollen/shared/summary/rollBack.ts';
import { z } from 'zod';
import type { Item, TransactWrite } from '../table/client.ts';
import { eventOfLedger, ledgerKey } from '../table/keys.ts';

const numbers = z.record(z.string(), z.record(z.string(), z.string()));
const LedgerItemSchema = z.object({
  at: z.string(),
  what: z.string(),
  agreementId: z.string(),
  period: z.string(),
  version: z.coerce.number().nullable(),
  added: numbers,
  maxima: z.array(
    z.object({
      at: z.templateLiteral([z.enum(['totals', 'parts']), '/', z.string(), '/', z.string()]),
      name: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      revision: z.coerce.number(),
    }),
  ),
});

/** One transition's whole effect on the official figures of a year, and what it was. */
export type StoredLedgerEntry = z.infer<typeof LedgerItemSchema> & {
  /** The number of the report's event that it is of. */
  event: number;
};

/** What a ledger entry says of the transition that it is of. */
export interface Cause {
  at: string;
  what: string;
  agreementId: string;
  period: string;
  version: number | null;
  /** The transition's running number within the report; tells two of the same instant apart. */
  number: number;
}

/** The item that keeps one transition's effect on one year. */
export function ledgerItem(
  year: string,
  cause: Cause,
  effect: { added: Record<string, Numbers>; maxima: MaximumMoved[] },
): Item {
  const { at, what, agreementId, period, version, number } = cause;
  return { ...ledgerKey(year, at, agreementId, period, number), at, what, agreementId, period, version, ...effect };
}

export const putLedger = (year: string, cause: Cause, effect: LedgerEntry): TransactWrite => ({
  Put: { Item: ledgerItem(year, cause, effect), ConditionExpression: 'attribute_not_exists(pk)' },
});

export const readLedger = (item: Item): StoredLedgerEntry => ({
  ...LedgerItemSchema.parse(item),
  event: eventOfLedger(String(item['sk'])),
});
