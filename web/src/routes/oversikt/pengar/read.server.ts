import type * as answers from '@insatskollen/functions/insight/schemas.ts';
import { financingSources } from '@insatskollen/shared/agreements/financing.ts';
import { BilingualSchema } from '@insatskollen/shared/strategy/strategy.ts';
import { z } from 'zod';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';

const amount = z.string();
const FinancingSchema: z.ZodType<z.output<typeof answers.FinancingSchema>> = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      agreements: z.number(),
      withoutFinancing: z.number(),
      withheld: z.number(),
      sources: z.array(z.object({ source: z.enum(financingSources), amount })),
      own: amount,
      external: amount,
      total: amount,
      leverage: amount.nullable(),
      results: z.array(
        z.object({
          id: z.string(),
          name: BilingualSchema,
          unit: BilingualSchema,
          value: amount,
          own: amount,
          ownForEach: amount,
          cautions: z.array(z.enum(['incomplete', 'shared'])),
        }),
      ),
    }),
  ),
});
export type Paid = z.output<typeof FinancingSchema>['groups'][number];

/** What agreements cost in each area, and what it gave. */
export async function readFinancing(event: ApiEvent, period: string): Promise<Paid[]> {
  const query = new URLSearchParams({ from: period, to: period });
  const path = `/api/v1/summary/financing?${query.toString()}`;
  return orRefuse(event, await callApi(event, path, { schema: FinancingSchema })).groups;
}
