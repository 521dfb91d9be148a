import { windowOf } from '@insatskollen/shared/calendar/periods.ts';
import {
  DecisionContentSchema,
  DecisionSchema,
  frozenFigure,
  type Decision,
  type DecisionContent,
  type Frozen,
} from '@insatskollen/shared/dialogues/decision.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Fault } from '@insatskollen/shared/refusals.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Api } from '../http/endpoint.ts';
import { PageQuerySchema } from '../http/paging.ts';
import { mountRecords, type Recording } from '../records/routes.ts';
import { libraryNow, libraryOf } from '../strategy/library.ts';
import { readCells } from '../summary/readCells.ts';

const texts = {
  unknownArea: { sv: 'Insatsområdet finns inte.', en: 'There is no such focus area.' },
  unknownActor: { sv: 'Aktören finns inte.', en: 'There is no such actor.' },
  notAWindow: {
    sv: 'Skriv perioder som 2026, 2026-H1 eller 2026-Q3, den tidigare först.',
    en: 'Give periods such as 2026, 2026-H1 or 2026-Q3, the earlier first.',
  },
  areaNeeded: { sv: 'Välj vilka insatsområden beslutet vilade på.', en: 'Choose the focus areas that it rested on.' },
};

const period = z
  .string()
  .max(10)
  .nullish()
  .transform((text) => text || null);
/** The figures are asked for when a decision is written down, and stay as they were then. */
const WithWindowSchema = z.strictObject({ ...DecisionContentSchema.shape, from: period, to: period });
type WithWindow = DecisionContent & { from: string | null; to: string | null };

/** The log of decisions and priorities, each with the figures it rested on as they stood (requirement R26). */
export function mountDecisions(api: Api, deps: Deps): void {
  const recording: Recording<WithWindow, Decision & WithWindow> = {
    kind: 'decision',
    path: '/decisions',
    of: 'a decision',
    read: 'decision.read',
    change: 'decision.change',
    content: WithWindowSchema,
    schema: DecisionSchema.extend({ from: period, to: period }),
    placeOf: ({ day }) => ({ day, actorId: null }),
    mayRead: ({ roles, actorIds }, decision) =>
      readsForRegion(roles) || (roles.includes('reporter') && decision.actorIds.some((id) => actorIds.includes(id))),
    whole: async (content, before, made) =>
      before === undefined
        ? { ...content, ...made, figures: await freeze(deps, content) }
        : { ...content, ...made, from: before.from, to: before.to, figures: before.figures },
    faults: async ({ focusAreas, actorIds, from, to }, before, language) => {
      const library = await libraryNow(deps);
      const fault = (path: string, code: keyof typeof texts): Fault => ({ path, code, message: texts[code][language] });
      const window = from === null ? null : windowOf(from, to ?? from);
      return [
        ...focusAreas.flatMap((id, n) =>
          library.focusAreas.includes(id) ? [] : [fault(`focusAreas.${n}`, 'unknownArea')],
        ),
        ...actorIds.flatMap((id, n) => (library.actors.has(id) ? [] : [fault(`actorIds.${n}`, 'unknownActor')])),
        ...(before === undefined && (window === undefined || (from === null && to !== null))
          ? [fault('from', 'notAWindow')]
          : []),
        ...(before === undefined && window && focusAreas.length === 0 ? [fault('focusAreas', 'areaNeeded')] : []),
      ];
    },
    query: PageQuerySchema.extend({ focusArea: z.string().max(100).optional() }),
    matches: ({ focusAreas }, { focusArea }) => focusArea === undefined || focusAreas.includes(focusArea),
  };
  mountRecords(api, deps, recording);
}

/**
 * The official figures of the areas in the window as they stand now, or as they stood at an instant; none where no window is named.
 */
export async function freeze(
  deps: Deps,
  { from, to, focusAreas }: Pick<WithWindow, 'from' | 'to' | 'focusAreas'>,
  asOf?: string,
): Promise<Frozen | null> {
  const window = from === null ? undefined : windowOf(from, to ?? from);
  if (!window) return null;
  const library = await libraryOf(deps);
  const at = asOf === undefined ? deps.businessNow() : new Date(asOf);
  const { cells } = await readCells(deps.table, window, { book: 'official', parts: false, asOf });
  const gathering = gather(cells);
  const names = new Map(
    library.strategy.strategicAreas.flatMap((area) => area.focusAreas.map((one) => [one.id, one.name])),
  );
  const indicators = [...library.indicators.values()];
  return {
    from: window.from,
    to: window.to,
    asOf: at.toISOString(),
    areas: focusAreas
      .filter((id) => names.has(id))
      .map((id) => {
        const { due, approved, expected } = coverageIn(gathering, [id], window, at);
        const figures = figuresIn(gathering, [id], window, indicators, { smallCounts: false });
        return { id, name: names.get(id) ?? id, due, approved, expected, figures: figures.map(frozenFigure) };
      }),
  };
}
