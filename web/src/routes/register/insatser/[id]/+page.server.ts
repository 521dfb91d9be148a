import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import { commitmentSpans } from '@insatskollen/shared/commitments/commitment.ts';
import { InitiativeSchema } from '@insatskollen/shared/initiatives/initiative.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import { z } from 'zod';
import { readCommitments } from '#lib/commitments/followed.server.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { namesIn } from '../../names.ts';
import { initiativeTelling } from '../initiativeForm.server.ts';
import type { PageServerLoad } from './$types';

const note = z.string().nullish();
/** Everything that the register keeps of an initiative, the plan's own contradictions included. */
const DetailSchema = InitiativeSchema.extend({
  alternativeTitles: z.array(z.string()).default([]),
  alsoContributesToBasis: z.enum(['source', 'proposal']).nullish(),
  placementNote: note,
  sourceNote: note,
  sourceTable: z.number().nullish(),
  quantifiedCommitments: z
    .array(
      z.object({
        text: z.string(),
        min: z.string().nullable(),
        max: z.string().nullable(),
        unit: z.string(),
        per: z.enum(commitmentSpans),
        indicatorId: z.string().nullish(),
        note,
      }),
    )
    .default([]),
  timeline: InitiativeSchema.shape.timeline.extend({
    recurrence: z.string().optional(),
    components: z
      .array(z.object({ name: z.string(), start: z.string().nullable(), end: z.string().nullable() }))
      .default([]),
    candidates: z.array(z.string()).default([]),
  }),
  conflictingTimelines: z.array(z.object({ sourceTable: z.number(), asWritten: z.string() })).default([]),
  namedFunding: z.string().nullish(),
});

const UnitsSchema = z.array(z.object({ id: z.string(), name: z.string() })).catch([]);

/** One initiative: who does it, when, what was promised, and the agreements about it. */
export const load: PageServerLoad = async (event) => {
  const [initiative, library, all, agreements] = await Promise.all([
    readOne(event, 'initiatives', event.params.id, DetailSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  const names = namesIn(library, event.locals.language);
  const named = (id: string | null | undefined) => {
    const other = all.find((one) => one.id === id);
    return other ? { id: other.id, title: other.title } : null;
  };
  const unitName = (unit: string) => {
    const [actorId = '', unitId = ''] = unit.split('/');
    const actor = library.actors.find(({ id }) => id === actorId);
    return UnitsSchema.parse(actor?.['units']).find(({ id }) => id === unitId)?.name ?? unitId;
  };
  const strategic = library.strategy.strategicAreas.find(({ focusAreas }) =>
    focusAreas.some(({ id }) => id === initiative.primaryFocusArea),
  );
  const { language, me } = event.locals;
  return {
    initiative,
    mayChange: mayChangeRegister(event),
    seesResults: readsForRegion(event.locals.me?.roles ?? []),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(
      event,
      `/initiatives/${encodeURIComponent(initiative.id)}`,
      initiativeTelling(library, all, language),
    ),
    strategicOrder: strategic?.order ?? 1,
    focusArea: { id: initiative.primaryFocusArea, name: names.focusArea(initiative.primaryFocusArea) },
    also: initiative.alsoContributesTo.map((id) => ({ id, name: names.focusArea(id) })),
    responsible: initiative.responsible.map((id) => ({ id, name: names.actor(id) })),
    units: initiative.responsibleUnits.map(unitName),
    commitments: await readCommitments(
      event,
      'initiatives',
      {
        id: initiative.id,
        commitments: initiative.quantifiedCommitments,
        // How far they are kept is for those who see every actor's figures.
        followed: me !== null && can({ ...me, active: true }, 'coverage.read'),
      },
      names.indicator,
    ),
    continuedIn: named(initiative.continuedIn),
    partOf: named(initiative.partOf),
    continues: all.filter((one) => one['continuedIn'] === initiative.id).map(({ id, title }) => ({ id, title })),
    agreements: agreements
      .filter(({ initiativeId }) => initiativeId === initiative.id)
      .map(({ id, reference, actorId, termStart, termEnd }) => ({
        id,
        reference,
        actor: names.actor(actorId),
        termStart,
        termEnd,
      }))
      .toSorted((a, b) => b.termStart.localeCompare(a.termStart) || a.actor.localeCompare(b.actor, 'sv')),
  };
};
