import { figureChart, type Charted } from '@insatskollen/shared/charts/figureChart.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, noStore, type Api, type Call } from '../http/endpoint.ts';
import { libraryOf } from '../strategy/library.ts';
import { summaryFor } from '../summary/answer.ts';
import { summaryShape, withWindow } from '../summary/schemas.ts';
import { FileQuerySchema } from './query.ts';
import { rasterise } from './rasterise.ts';

const { asOf, include } = summaryShape;
const { language } = FileQuerySchema.shape;
const QuerySchema = withWindow({ area: z.string().max(100), indicator: z.string().max(100), asOf, include, language });
type ChartCall = Call<z.output<typeof QuerySchema>, unknown>;

/** Figures as pictures: one figure of one area, official or as a preview, now or as of an instant. */
export function mountCharts(api: Api, deps: Deps): void {
  const endpoint = (form: 'svg' | 'png', answerType: string) =>
    ({
      method: 'get',
      path: `/exports/chart.${form}`,
      summary: `A figure of an area as a picture, ${form.toUpperCase()}: value, target, trend, coverage and source`,
      action: 'summary.read',
      query: QuerySchema,
      answer: z.string(),
      answerType,
    }) as const;
  mount(api, deps, endpoint('svg', 'image/svg+xml'), async (call) => answer(call, await drawn(call), 'image/svg+xml'));
  mount(api, deps, endpoint('png', 'image/png'), async (call) =>
    answer(call, await rasterise(await drawn(call)), 'image/png'),
  );

  async function drawn(call: ChartCall): Promise<string> {
    const wanted = call.query.language ?? call.language;
    return figureChart(await chartedFor(deps, call), wanted);
  }
}

async function chartedFor(deps: Deps, { query, caller, language }: ChartCall): Promise<Charted> {
  const { strategy, indicators } = await libraryOf(deps);
  const strategic = strategy.strategicAreas.find(
    ({ id, focusAreas }) => id === query.area || focusAreas.some((focus) => focus.id === query.area),
  );
  if (!strategic) throw new Refused('notFound');
  const groupBy = strategic.id === query.area ? 'strategicArea' : 'focusArea';
  const asked = { ...query, groupBy, breakdowns: false, trend: true } as const;
  const { groups, from, to, asOf: at } = await summaryFor(deps, caller.person, asked, language);
  const group = groups.find(({ id }) => id === query.area);
  const figure = group?.indicators.find(({ id }) => id === query.indicator);
  if (!group || !figure) throw new Refused('notFound');
  return {
    figure,
    indicator: indicators.get(figure.id),
    area: { name: group.name, order: strategic.order },
    coverage: group.coverage,
    ...{ from, to, asOf: at, include: query.include, synthetic: deps.settings.demo },
  };
}

function answer({ query }: ChartCall, body: string | Uint8Array, type: string): Response {
  const form = type === 'image/png' ? 'png' : 'svg';
  const name = [query.indicator, query.from].join('-').replaceAll(/[^\w-]/g, '');
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { ...noStore, 'content-type': type, 'content-disposition': `attachment; filename="${name}.${form}"` },
  });
}
