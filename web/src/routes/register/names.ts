import type { Library } from '#lib/server/register.ts';

/** Names by id, each falling back on the id itself: a register may name what another has lost. */
export interface Names {
  actor(id: string): string;
  focusArea(id: string): string;
  indicator(id: string): string;
  rusPriority(id: string): string;
}

export function namesIn({ strategy, actors, indicators }: Library, language: 'sv' | 'en'): Names {
  const areas = strategy.strategicAreas.flatMap(({ focusAreas }) => focusAreas);
  const finder = <T extends { id: string }>(things: readonly T[], name: (thing: T) => string) => {
    const known = new Map(things.map((thing) => [thing.id, name(thing)]));
    return (id: string) => known.get(id) ?? id;
  };
  return {
    actor: finder(actors, (actor) => actor.name),
    focusArea: finder(areas, (area) => area.name),
    indicator: finder(indicators, (indicator) => indicator.name[language]),
    rusPriority: finder(strategy.rusPriorities, (priority) => priority.name),
  };
}
