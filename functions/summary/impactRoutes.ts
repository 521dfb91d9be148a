import { decideApprove } from '@insatskollen/shared/reports/decide.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { countedVersion } from '@insatskollen/shared/summary/countedVersion.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import { rollForward } from '@insatskollen/shared/summary/rollBack.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { byCaller, reportOf } from '../reports/request.ts';
import { valuesOf } from '../reports/versionStore.ts';
import { libraryOf } from '../strategy/library.ts';
import { effectOnOfficial } from './planFigures.ts';
import { readCells } from './readCells.ts';
import { windowFrom } from './answer.ts';
import { FigureSchema } from './schemas.ts';

const ImpactSchema = z.object({
  window: z.object({ from: z.string(), to: z.string() }),
  area: z.object({ id: z.string(), name: z.string() }),
  indicators: z.array(z.object({ id: z.string(), before: FigureSchema.nullable(), after: FigureSchema.nullable() })),
});

/** What approving a submitted report would do to its focus area's figures of the year, before anyone presses. */
export function mountImpact(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/reports/{agreementId}/{period}/impact',
      summary: 'What approving would do to the figures of the focus area, for the calendar year',
      action: 'review.read',
      answer: ImpactSchema,
    },
    async (call) => {
      const { head } = await reportOf(deps, call);
      if (head.state !== 'submitted') throw new Refused('wrongState', { state: head.state, states: ['submitted'] });
      const by = byCaller(deps, call);
      const after = decideApprove({ ...head, reviewer: null }, head.version, by);
      const counted = [head, after].map((one) => countedVersion('official', one));
      const library = await libraryOf(deps);
      const year = head.periodEnd.slice(0, 4);
      const window = windowFrom(year, year);
      const [stored, { cells }] = await Promise.all([
        valuesOf(deps.table, head, counted),
        readCells(deps.table, window, { book: 'official', parts: false, asOf: undefined }),
      ]);
      const change = {
        before: { head, valuesOf: stored },
        after: { head: after, valuesOf: stored },
        cause: { at: by.at.toISOString(), what: 'approved', ...head, number: 0 },
        personId: by.personId,
      };
      const effect = (await effectOnOfficial(deps.table, change, library.indicators)).get(year);
      const asked = [...library.indicators.values()].filter((indicator) => head.asked[indicator.id]);
      const figures = (from: typeof cells) =>
        new Map(
          figuresIn(gather(from), [head.focusArea], window, asked, { smallCounts: true }).map((figure) => [
            figure.id,
            figure,
          ]),
        );
      const now = figures(cells);
      const then = figures(effect ? rollForward(cells, year, effect) : cells);
      const area = library.strategy.strategicAreas
        .flatMap((one) => one.focusAreas)
        .find((one) => one.id === head.focusArea);
      return call.json({
        window: { from: year, to: year },
        area: { id: head.focusArea, name: area?.name ?? head.focusArea },
        indicators: asked.map(({ id }) => ({ id, before: now.get(id) ?? null, after: then.get(id) ?? null })),
      });
    },
  );
}
