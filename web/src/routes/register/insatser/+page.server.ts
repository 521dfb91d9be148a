import { lifecycles } from '@insatskollen/shared/initiatives/initiative.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readInitiatives, readLibrary } from '#lib/server/register.ts';
import { namesIn } from '../names.ts';
import type { PageServerLoad } from './$types';

/** The register of initiatives, by focus area, filtered by area, responsible actor and lifecycle. */
export const load: PageServerLoad = async (event) => {
  const query = event.url.searchParams;
  const lifecycle = lifecycles.find((one) => one === query.get('skede')) ?? null;
  const library = await readLibrary(event);
  const areas = library.strategy.strategicAreas;
  const focusArea =
    areas.flatMap(({ focusAreas }) => focusAreas).find(({ id }) => id === query.get('omrade'))?.id ?? null;
  const actor = library.actors.find(({ id }) => id === query.get('aktor'))?.id ?? null;
  const all = await readInitiatives(event, {
    ...(focusArea === null ? {} : { focusArea }),
    ...(actor === null ? {} : { actor }),
  });
  const names = namesIn(library, event.locals.language);
  const wanted = all.filter((one) => lifecycle === null || one.lifecycle === lifecycle);
  const shown = wanted.map(({ id, title, lifecycle: is, responsible, timeline, primaryFocusArea }) => ({
    id,
    title,
    lifecycle: is,
    responsible: responsible.map(names.actor),
    timeline: timeline.asWritten,
    primaryFocusArea,
  }));
  return {
    mayChange: mayChangeRegister(event),
    chosen: { lifecycle, focusArea, actor },
    counts: lifecycles.map((one) => ({
      id: one,
      count: all.filter((initiative) => initiative.lifecycle === one).length,
    })),
    total: all.length,
    shown: shown.length,
    actors: library.actors.map(({ id, name }) => ({ id, name })),
    areas: areas.map(({ id, name, order, focusAreas }) => ({
      id,
      name,
      order,
      focusAreas: focusAreas.map((focus) => ({
        id: focus.id,
        name: focus.name,
        initiatives: shown.filter((one) => one.primaryFocusArea === focus.id),
      })),
    })),
  };
};
