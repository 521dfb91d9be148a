import { add, percentOf, zero, type Decimal } from '@insatskollen/shared/decimal.ts';
import type { Figure } from './read.server.ts';

type Part = Figure['breakdowns'][string]['missing'];

/** One part of a breakdown as it is shown; `share` is in whole percent of all parts together. */
export interface ShownPart {
  id: string;
  name: string;
  from: Decimal;
  to: Decimal;
  share: Decimal | null;
}

interface Named {
  id: string;
  name: string;
  parts: readonly { id: string; name: string }[];
}

/** The parts of one dimension in its own order, what is missing last; without those that nobody answered. */
export function shownParts(
  breakdown: Figure['breakdowns'][string],
  dimension: Named,
  missingName: string,
): ShownPart[] {
  const named = new Map(dimension.parts.map(({ id, name }) => [id, name]));
  const order = [...named.keys(), ...Object.keys(breakdown.parts).filter((id) => !named.has(id))];
  const known = order.flatMap((id) => range(id, named.get(id) ?? id, breakdown.parts[id]));
  const missing = range('', missingName, breakdown.missing).filter(({ to }) => to !== zero);
  const all = [...known, ...missing];
  const total = all.reduce<Decimal>((sum, { to }) => add(sum, to), zero);
  return all.map((one) => ({ ...one, share: percentOf(one.to, total) ?? null }));
}

function range(id: string, name: string, part: Part | undefined): Omit<ShownPart, 'share'>[] {
  if (part === null || part === undefined) return [];
  return typeof part === 'string' ? [{ id, name, from: part, to: part }] : [{ id, name, from: part.min, to: part.max }];
}
