import { ActorContentSchema } from '@insatskollen/shared/actors/actorContent.ts';
import { actorFaults, type ActorContext } from '@insatskollen/shared/actors/actorFaults.ts';
import { expect, test } from 'vitest';

const actor = ActorContentSchema.parse({ name: 'Katec', kind: 'companyPromoter' });
const free: ActorContext = {
  language: 'sv',
  id: 'katec',
  today: '2026-11-20',
  municipalities: new Set(['0484']),
  agreements: [],
  reports: [],
  responsibleFor: [],
};
const ends = (rest: Partial<ActorContext>, endedAt = '2026-11-20') =>
  actorFaults({ ...actor, endedAt }, actor, { ...free, ...rest }).map(({ code }) => code);
const initiative = (lifecycle: 'ongoing' | 'ended' | 'coming' | 'potential', responsibleUnits: string[] = []) => ({
  title: 'Mentorer',
  lifecycle,
  responsibleUnits,
});

test('an actor with nothing left to do can end, today or earlier', () => {
  expect(ends({})).toEqual([]);
  expect(ends({}, '2026-01-01')).toEqual([]);
  expect(ends({}, '2026-11-21')).toEqual(['future']);
  expect(
    ends({
      agreements: [{ reference: 'A', termEnd: '2026-11-20' }],
      reports: [{ agreementId: 'a', period: '2026-Q3', state: 'approved' }],
      responsibleFor: [initiative('ended'), initiative('potential')],
    }),
  ).toEqual([]);
});

test('an agreement that runs, a report not approved, and an initiative that goes on each stand in the way', () => {
  expect(ends({ agreements: [{ reference: 'A', termEnd: '2026-11-21' }] })).toEqual(['agreementsRunning']);
  for (const state of ['notStarted', 'draft', 'submitted', 'returned'] as const)
    expect(ends({ reports: [{ agreementId: 'a', period: '2026-Q3', state }] })).toEqual(['reportsOpen']);
  for (const lifecycle of ['ongoing', 'coming'] as const)
    expect(ends({ responsibleFor: [initiative(lifecycle)] })).toEqual(['initiativesGoOn']);
});

test('many in the way are named in part', () => {
  const reports = Array.from({ length: 9 }, (_, n) => ({
    agreementId: `avtal-${n}`,
    period: '2026-Q3',
    state: 'draft' as const,
  }));
  const [fault] = actorFaults({ ...actor, endedAt: '2026-11-20' }, actor, { ...free, reports });
  expect(fault?.message).toMatch(/avtal-0 2026-Q3, .*avtal-4 2026-Q3, …/);
  expect(fault?.message).not.toMatch(/avtal-5/);
});

test('an actor that has ended is not asked again when something else of it changes', () => {
  const ended = { ...actor, endedAt: '2026-01-01' };
  const reports = [{ agreementId: 'a', period: '2025-Q4', state: 'returned' as const }];
  expect(actorFaults({ ...ended, note: 'Ny' }, ended, { ...free, reports })).toEqual([]);
});

test('a department stays while an initiative names it', () => {
  const withUnit = { ...actor, units: [{ id: 'lab', name: 'Labbet', shortName: 'Lab' }] };
  const responsibleFor = [initiative('ended', ['katec/lab'])];
  expect(actorFaults(actor, withUnit, { ...free, responsibleFor }).map(({ code }) => code)).toEqual(['usedUnit']);
  expect(actorFaults(withUnit, withUnit, { ...free, responsibleFor })).toEqual([]);
});
