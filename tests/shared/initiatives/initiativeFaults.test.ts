import { readReference } from '@insatskollen/infra/reference/read.ts';
import { InitiativeContentSchema, type InitiativeContent } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import { initiativeFaults, type InitiativeContext } from '@insatskollen/shared/initiatives/initiativeFaults.ts';
import { lifecycleMoves, moveBetween } from '@insatskollen/shared/initiatives/lifecycle.ts';
import { lifecycles } from '@insatskollen/shared/initiatives/initiative.ts';
import { describe, expect, test } from 'vitest';

const reference = readReference();
const withoutId = (thing: object) =>
  InitiativeContentSchema.parse(
    Object.fromEntries(Object.entries(thing).filter(([name]) => name !== 'id' && name !== 'version')),
  );
const context = (id: string, rest: Partial<InitiativeContext> = {}): InitiativeContext => ({
  language: 'sv',
  today: '2026-11-20',
  id,
  focusAreas: new Set(
    reference.strategy.flatMap(({ strategicAreas }) =>
      strategicAreas.flatMap(({ focusAreas }) => focusAreas.map((area) => area.id)),
    ),
  ),
  actors: new Map(reference.actor.map((one) => [one.id, { units: (one.units ?? []).map((unit) => unit.id) }])),
  dimensionsOf: (indicatorId) => reference.indicator.find((one) => one.id === indicatorId)?.dimensions,
  initiatives: new Map(reference.initiative.map((one) => [one.id, one])),
  agreements: [],
  reason: undefined,
  ...rest,
});

test('every initiative of the plan keeps the rules', () => {
  for (const initiative of reference.initiative) {
    const content = withoutId(initiative);
    expect([initiative.id, initiativeFaults(content, content, context(initiative.id))]).toEqual([initiative.id, []]);
  }
});

describe('the life of an initiative', () => {
  const plan: InitiativeContent = InitiativeContentSchema.parse({
    title: 'Mentorer',
    primaryFocusArea: 'starka-nyforetagande',
  });
  const faults = (from: InitiativeContent['lifecycle'], to: InitiativeContent['lifecycle'], rest = {}) =>
    initiativeFaults({ ...plan, lifecycle: to }, { ...plan, lifecycle: from }, context('mentorer', rest)).map(
      ({ path, code }) => `${path} ${code}`,
    );

  test('can end from every stage, and reaches every stage', () => {
    for (const stage of lifecycles) expect(moveBetween(stage, 'ended')).toBe(stage === 'ended' ? 'same' : 'onward');
    const reached = new Set(lifecycles.flatMap((stage) => Object.keys(lifecycleMoves[stage])));
    expect([...reached].sort()).toEqual([...lifecycles].sort());
  });

  test.each([
    ['potential', 'ongoing', []],
    ['ongoing', 'ended', []],
    ['ended', 'potential', ['lifecycle noSuchMove']],
    ['ended', 'ongoing', ['reason reasonNeeded']],
  ] as const)('from %s to %s', (from, to, expected) => {
    expect(faults(from, to)).toEqual(expected);
  });

  test('ends the day after its last agreement, and not on it', () => {
    const until = (termEnd: string) => ({ agreements: [{ reference: 'RS-1', termEnd }] });
    expect(faults('ongoing', 'ended', until('2026-11-20'))).toEqual(['lifecycle agreementsRunning']);
    expect(faults('ongoing', 'ended', until('2026-11-19'))).toEqual([]);
  });

  test('begins at any stage', () => {
    for (const lifecycle of lifecycles)
      expect(initiativeFaults({ ...plan, lifecycle }, undefined, context('ny'))).toEqual([]);
  });
});
