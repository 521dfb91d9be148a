import { describe, expect, test } from 'vitest';
import {
  can,
  mayDecide,
  mayFind,
  mayReadAnalysis,
  permissions,
  refusalFor,
  reportAccess,
  seesComments,
  seesSmallCounts,
  type Action,
  type FindAccess,
} from '@insatskollen/shared/people/permissions.ts';
import { roles, type Role } from '@insatskollen/shared/people/person.ts';
import { person } from '../samples.ts';

/** Who may ever do what, written out: the table of the contract. */
const mayDo: Record<Action, readonly Role[]> = {
  'self.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'self.change': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'register.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'register.change': ['coordinator'],
  'agreement.read': ['reporter', 'coordinator', 'leader', 'department'],
  'agreement.change': ['coordinator'],
  'report.read': ['reporter', 'coordinator', 'leader', 'department'],
  'report.write': ['reporter'],
  'review.decide': ['coordinator'],
  'review.read': ['coordinator'],
  'search.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'summary.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'summary.preview': ['coordinator'],
  'contributions.read': ['reporter', 'coordinator', 'leader', 'department'],
  'coverage.read': ['coordinator', 'leader', 'department'],
  'analysis.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'analysis.change': ['coordinator'],
  'assessment.read': ['coordinator', 'leader', 'department'],
  'assessment.write': ['coordinator'],
  'publication.read': ['coordinator', 'leader', 'department'],
  'publication.write': ['coordinator'],
  'comment.read': ['coordinator', 'leader', 'department'],
  'comment.write': ['coordinator', 'leader', 'department'],
  'pack.read': ['coordinator', 'leader'],
  'pack.make': ['coordinator', 'leader'],
  'notices.read': ['coordinator'],
  'notices.send': ['coordinator'],
  'outbox.read': ['admin'],
  'outbox.change': ['admin'],
  'calendar.read': ['reporter', 'coordinator', 'leader', 'department', 'admin'],
  'calendar.change': ['coordinator'],
  'dialogue.read': ['reporter', 'coordinator'],
  'dialogue.change': ['coordinator'],
  'dialogue.follow': ['reporter', 'coordinator'],
  'decision.read': ['reporter', 'coordinator', 'leader', 'department'],
  'decision.change': ['coordinator'],
  'people.read': ['admin'],
  'people.change': ['admin'],
};
const seesRegion = new Set<Role>(['coordinator', 'leader', 'department']);
const actions = Object.keys(permissions).filter((action): action is Action => action in mayDo);

describe('what a role allows', () => {
  test('is written down for every action', () => {
    expect(Object.keys(permissions).sort()).toEqual(Object.keys(mayDo).sort());
  });

  test.each(actions.flatMap((action) => roles.map((role) => [role, action] as const)))(
    'a %s and %s',
    (role, action) => {
      const allowed = mayDo[action].includes(role);
      expect(can(person({ roles: [role] }), action)).toBe(allowed);
      expect(refusalFor({ person: person({ roles: [role] }), scope: 'write', via: 'session' }, action)).toBe(
        allowed ? undefined : 'notAllowed',
      );
    },
  );

  test.each(actions)('someone without a role, or no longer active, may not do %s', (action) => {
    expect(can(person({ roles: [] }), action)).toBe(false);
    expect(can(person({ roles: [...roles], active: false }), action)).toBe(false);
  });

  test('several roles allow what any of them allows', () => {
    const both = person({ roles: ['reporter', 'coordinator'] });
    expect(can(both, 'report.write')).toBe(true);
    expect(can(both, 'review.decide')).toBe(true);
    expect(can(both, 'people.read')).toBe(false);
  });

  test.each(actions)('a key that only reads: %s', (action) => {
    const writes = !/\.(?:read|preview)$/.test(action);
    const caller = { person: person({ roles: [...roles] }), scope: 'read', via: 'token' } as const;
    expect(refusalFor(caller, action)).toBe(writes ? 'readOnly' : undefined);
    expect(refusalFor({ ...caller, scope: 'write' }, action)).toBeUndefined();
  });

  test('someone whom no role allows is told so, whatever their key', () => {
    expect(refusalFor({ person: person({ roles: ['leader'] }), scope: 'read', via: 'token' }, 'report.write')).toBe(
      'notAllowed',
    );
  });
});

describe('what a person sees of a report', () => {
  const report = { actorId: 'almi', everApproved: false, authors: [] };
  const approved = { ...report, everApproved: true };

  test.each([
    ['a reporter of the actor', { roles: ['reporter'], actorIds: ['almi'] }, 'actor', 'actor'],
    ['a reporter of several actors', { roles: ['reporter'], actorIds: ['nfc', 'almi'] }, 'actor', 'actor'],
    ['a reporter of another actor', { roles: ['reporter'], actorIds: ['nfc'] }, 'none', 'none'],
    ['someone of the actor who does not report', { roles: [], actorIds: ['almi'] }, 'none', 'none'],
    ['a coordinator', { roles: ['coordinator'], actorIds: [] }, 'region', 'region'],
    [
      'a coordinator with the actor’s name but not its role',
      { roles: ['coordinator'], actorIds: ['almi'] },
      'region',
      'region',
    ],
    [
      'a coordinator who reports for the actor',
      { roles: ['reporter', 'coordinator'], actorIds: ['almi'] },
      'actor',
      'actor',
    ],
    [
      'a coordinator who reports for another',
      { roles: ['reporter', 'coordinator'], actorIds: ['nfc'] },
      'region',
      'region',
    ],
    ['a leader', { roles: ['leader'], actorIds: [] }, 'none', 'approvedOnly'],
    ['a department', { roles: ['department'], actorIds: [] }, 'none', 'approvedOnly'],
    ['a leader who coordinates', { roles: ['leader', 'coordinator'], actorIds: [] }, 'region', 'region'],
    ['an administrator', { roles: ['admin'], actorIds: [] }, 'none', 'none'],
    [
      'someone no longer active',
      { roles: ['reporter', 'coordinator'], actorIds: ['almi'], active: false },
      'none',
      'none',
    ],
  ] as const)('%s', (_who, who, before, after) => {
    const someone = person({ ...who, roles: [...who.roles], actorIds: [...who.actorIds] });
    expect(reportAccess(someone, report)).toBe(before);
    expect(reportAccess(someone, approved)).toBe(after);
  });
});

describe('four eyes', () => {
  const report = { actorId: 'almi', everApproved: false, authors: ['p2', 'p3'] };

  test.each([
    ['a coordinator decides', { id: 'p1', roles: ['coordinator'], actorIds: [] }, true],
    ['one who wrote in it does not', { id: 'p2', roles: ['coordinator'], actorIds: [] }, false],
    [
      'one who reports for its actor does not',
      { id: 'p1', roles: ['reporter', 'coordinator'], actorIds: ['almi'] },
      false,
    ],
    ['one who reports for another does', { id: 'p1', roles: ['reporter', 'coordinator'], actorIds: ['nfc'] }, true],
    ['one who only belongs to the actor on paper does', { id: 'p1', roles: ['coordinator'], actorIds: ['almi'] }, true],
    ['a leader does not', { id: 'p1', roles: ['leader'], actorIds: [] }, false],
    ['nor a department', { id: 'p1', roles: ['department'], actorIds: [] }, false],
    ['nor an administrator', { id: 'p1', roles: ['admin'], actorIds: [] }, false],
    [
      'nor a coordinator who is no longer active',
      { id: 'p1', roles: ['coordinator'], actorIds: [], active: false },
      false,
    ],
  ] as const)('%s', (_sentence, who, expected) => {
    expect(mayDecide(person({ ...who, roles: [...who.roles], actorIds: [...who.actorIds] }), report)).toBe(expected);
  });
});

describe('what the region says of an actor', () => {
  test.each([
    ['a department', { roles: ['department'], actorIds: [] }, true],
    ['a leader', { roles: ['leader'], actorIds: [] }, true],
    ['a coordinator', { roles: ['coordinator'], actorIds: [] }, true],
    ['a coordinator who reports for another', { roles: ['reporter', 'coordinator'], actorIds: ['nfc'] }, true],
    ['a coordinator who reports for it', { roles: ['reporter', 'coordinator'], actorIds: ['almi'] }, false],
    ['a reporter of another', { roles: ['reporter'], actorIds: ['nfc'] }, false],
    ['an administrator', { roles: ['admin'], actorIds: [] }, false],
    ['a department that is no longer active', { roles: ['department'], actorIds: [], active: false }, false],
  ] as const)('%s hears: %s', (_who, who, expected) => {
    expect(seesComments(person({ ...who, roles: [...who.roles], actorIds: [...who.actorIds] }), 'almi')).toBe(expected);
  });
});

describe('small counts', () => {
  test.each([
    ['reporter', false],
    ['coordinator', true],
    ['leader', true],
    ['department', true],
    ['admin', false],
  ] as const)('a %s sees them: %s', (role, expected) => {
    expect(seesSmallCounts(person({ roles: [role] }))).toBe(expected);
    expect(seesSmallCounts(person({ roles: [role], active: false }))).toBe(false);
  });
});

describe('who finds what when they search', () => {
  const people = {
    own: person({ roles: ['reporter'], actorIds: ['almi'] }),
    other: person({ roles: ['reporter'], actorIds: ['uf'] }),
    coordinator: person({ roles: ['coordinator'] }),
    leader: person({ roles: ['leader'] }),
    department: person({ roles: ['department'] }),
    admin: person({ roles: ['admin'] }),
    closed: person({ roles: ['coordinator', 'leader'], active: false }),
  };
  const report = (latest: boolean, approved: boolean): FindAccess => ({
    to: 'report',
    actorId: 'almi',
    latest,
    approved,
  });
  test.each<[string, FindAccess, (keyof typeof people)[]]>([
    ['an initiative', { to: 'everyone' }, ['own', 'other', 'coordinator', 'leader', 'department', 'admin']],
    ['a lesson with an actor', { to: 'region', actorIds: ['almi'] }, ['own', 'coordinator', 'leader', 'department']],
    ['what was published', { to: 'region', actorIds: [] }, ['coordinator', 'leader', 'department']],
    ['a dialogue', { to: 'coordinators', actorIds: ['almi'] }, ['own', 'coordinator']],
    ['what is not published', { to: 'coordinators', actorIds: [] }, ['coordinator']],
    ['the latest version of a report', report(true, false), ['own', 'coordinator']],
    ['the approved version before it', report(false, true), ['leader', 'department']],
    ['an approved version that is the latest', report(true, true), ['own', 'coordinator', 'leader', 'department']],
  ])('%s', (_, access, finders) => {
    expect(Object.entries(people).flatMap(([name, one]) => (mayFind(one, access) ? [name] : []))).toEqual(finders);
  });
});

describe('who reads an analysis of the library', () => {
  const readers = (analysis: Parameters<typeof mayReadAnalysis>[1]) =>
    roles.filter((role) => mayReadAnalysis(person({ roles: [role] }), analysis));
  const out = '2026-11-02T08:00:00.000Z';
  test.each<[string, Parameters<typeof mayReadAnalysis>[1], Role[]]>([
    ['everyone’s', { audience: 'all', withdrawnAt: null }, [...roles]],
    ['the region’s', { audience: 'region', withdrawnAt: null }, roles.filter((role) => seesRegion.has(role))],
    ['everyone’s, taken out', { audience: 'all', withdrawnAt: out }, ['coordinator']],
    ['the region’s, taken out', { audience: 'region', withdrawnAt: out }, ['coordinator']],
  ])('%s', (_, analysis, expected) => {
    expect(readers(analysis)).toEqual(expected);
    const closed = person({ roles: [...roles], active: false });
    expect([mayReadAnalysis(person({ roles: [] }), analysis), mayReadAnalysis(closed, analysis)]).toEqual([
      false,
      false,
    ]);
  });
});
