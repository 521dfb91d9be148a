import { IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { IndicatorContentSchema, type IndicatorContent } from '@insatskollen/shared/indicators/indicatorContent.ts';
import { indicatorFaults, type IndicatorUse } from '@insatskollen/shared/indicators/indicatorFaults.ts';
import { allAgreements } from '../agreements/store.ts';
import { termsOf } from '../agreements/termsStore.ts';
import type { Deps } from '../deps.ts';
import { mountChanges } from '../history/routes.ts';
import type { Api } from '../http/endpoint.ts';
import { libraryNow, libraryOf } from '../strategy/library.ts';
import { besides, mountSaving, type Proposed } from '../strategy/saving.ts';

/** Making and changing indicators; they are read with the rest of the register. */
export function mountIndicators(api: Api, deps: Deps): void {
  mountSaving<IndicatorContent>(api, deps, {
    kind: 'indicator',
    path: '/indicators',
    of: 'an indicator',
    content: IndicatorContentSchema,
    body: IndicatorContentSchema.extend(besides),
    answer: IndicatorSchema,
    nameOf: ({ name }) => name.sv,
    unnamed: 'matt',
    faults: (proposed) => faultsOf(deps, proposed),
    what: (before, after) => (before.retiredAt == null && after.retiredAt != null ? 'retired' : 'changed'),
  });
  mountChanges(api, deps, {
    path: '/indicators/{id}',
    kind: 'indicator',
    of: 'an indicator',
    action: 'register.read',
    mayRead: async (_call, id) => (await libraryOf(deps)).indicators.has(id),
  });
}

async function faultsOf(deps: Deps, { id, before, after, language }: Proposed<IndicatorContent>) {
  const library = await libraryNow(deps);
  return indicatorFaults(after, before, {
    language,
    id,
    dimensions: new Set(library.dimensions.keys()),
    indicators: library.indicators,
    use: before ? await useOf(deps, id) : { used: false, askedDimensions: new Set() },
  });
}

/** How agreements use an indicator: as they are now, and as they were, since reports go on under earlier versions. */
async function useOf(deps: Deps, indicatorId: string): Promise<IndicatorUse> {
  const agreements = await allAgreements(deps.table);
  const earlier = agreements.flatMap(({ id, version }) =>
    Array.from({ length: Math.max(0, version - 1) }, (_, n) => termsOf(deps.table, id, n + 1)),
  );
  const asking = [...agreements, ...(await Promise.all(earlier))].flatMap(({ indicators }) =>
    indicators.filter((agreed) => agreed.indicatorId === indicatorId),
  );
  return { used: asking.length > 0, askedDimensions: new Set(asking.flatMap(({ breakdowns }) => breakdowns)) };
}
