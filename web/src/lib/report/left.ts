import { compare, parseDecimal, subtract, sum, type Decimal } from '@insatskollen/shared/decimal.ts';
import type { Dimension } from '@insatskollen/shared/indicators/indicator.ts';
import { partField, type Typed } from './fields.ts';

/** How the parts of one breakdown stand to their total while they are typed. */
export interface Left {
  filled: number;
  of: number;
  /** What no part accounts for; negative when the parts are too many. `undefined` while total or parts cannot be read. */
  missing: Decimal | undefined;
  /** The parts added up, to offer as a total where none is typed; `undefined` while nothing readable is there. */
  added: Decimal | undefined;
}

/** What is left of a total when its parts are taken away. `typed` holds the fields of one number. */
export function leftOf(typed: Typed, { id, parts }: Dimension): Left {
  const written = parts.map((part) => typed[partField(id, part.id)]?.trim() ?? '').filter((text) => text !== '');
  const numbers = written.map(parseDecimal);
  const readable = numbers.filter((number) => number !== undefined);
  const added = readable.length === written.length && written.length > 0 ? sum(readable) : undefined;
  const total = parseDecimal(typed['value'] ?? '');
  const missing = added === undefined || total === undefined ? undefined : subtract(total, added);
  return { filled: written.length, of: parts.length, missing, added };
}

/** Whether the parts are more than their total. */
export const isTooMany = ({ missing }: Left): boolean => missing !== undefined && compare(missing, '0') < 0;
