import { isZero, ratioValue, sum, type Decimal } from '../decimal.ts';

/** Sources of financing (requirement R22): the region's own funds, the state's 1:1 funds, EU, municipal, private. In SEK. */
export const financingSources = ['own', 'state11', 'eu', 'municipal', 'private'] as const;
export type FinancingSource = (typeof financingSources)[number];

/** What an agreement costs, from whom. Amounts in SEK. */
export interface Financed {
  sources: { source: FinancingSource; amount: Decimal }[];
  total: Decimal;
  own: Decimal;
  external: Decimal;
  /** External for each krona of the region's own funds (uppväxling), with two decimals; `null` where either is nothing. */
  leverage: Decimal | null;
}

/** Adds up the financing of an agreement; sources without money are left out. Amounts are in canonical form. */
export function financed(financing: Readonly<Record<string, Decimal>>): Financed {
  const sources = financingSources.flatMap((source) => {
    const amount = financing[source];
    return amount === undefined || isZero(amount) ? [] : [{ source, amount }];
  });
  const of = (isOwn: boolean) =>
    sum(sources.flatMap(({ source, amount }) => ((source === 'own') === isOwn ? [amount] : [])));
  const [own, external] = [of(true), of(false)];
  return {
    sources,
    total: sum([own, external]),
    own,
    external,
    leverage: isZero(external) ? null : (ratioValue(external, own, '1', 2) ?? null),
  };
}
