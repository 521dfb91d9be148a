import type { Caller, Person, Role, Scope } from './person.ts';

/** What a report shows of itself to the rules of permission. */
export interface ReportForPermission {
  actorId: string;
  /** True once any version was approved, also if it was reopened later. */
  everApproved: boolean;
  /** Everyone who saved or submitted any part of it: opaque person ids. */
  authors: readonly string[];
}

interface Rule {
  roles: readonly Role[];
  scope: Scope;
}

const everyone: readonly Role[] = ['reporter', 'coordinator', 'leader', 'department', 'admin'];
const regionAndActors: readonly Role[] = ['reporter', 'coordinator', 'leader', 'department'];
/** The region's own readers: coordinators, leaders and departments (requirement R28) read of every actor. */
const region: readonly Role[] = ['coordinator', 'leader', 'department'];

/** Action × role: who can ever do what. What else it takes for one report is in `reportAccess` and `mayDecide`. */
export const permissions = {
  'self.read': { roles: everyone, scope: 'read' },
  'self.change': { roles: everyone, scope: 'write' },
  'register.read': { roles: everyone, scope: 'read' },
  'register.change': { roles: ['coordinator'], scope: 'write' },
  'agreement.read': { roles: regionAndActors, scope: 'read' },
  'agreement.change': { roles: ['coordinator'], scope: 'write' },
  'report.read': { roles: regionAndActors, scope: 'read' },
  'report.write': { roles: ['reporter'], scope: 'write' },
  'review.decide': { roles: ['coordinator'], scope: 'write' },
  'review.read': { roles: ['coordinator'], scope: 'read' },
  /** What is found in it depends on the document: see `mayFind`. */
  'search.read': { roles: everyone, scope: 'read' },
  'summary.read': { roles: everyone, scope: 'read' },
  'summary.preview': { roles: ['coordinator'], scope: 'read' },
  'contributions.read': { roles: regionAndActors, scope: 'read' },
  'coverage.read': { roles: region, scope: 'read' },
  'calendar.read': { roles: everyone, scope: 'read' },
  'calendar.change': { roles: ['coordinator'], scope: 'write' },
  'dialogue.read': { roles: ['reporter', 'coordinator'], scope: 'read' },
  'dialogue.change': { roles: ['coordinator'], scope: 'write' },
  /** Saying that what was agreed is done: those whose it is. */
  'dialogue.follow': { roles: ['reporter', 'coordinator'], scope: 'write' },
  'decision.read': { roles: regionAndActors, scope: 'read' },
  'decision.change': { roles: ['coordinator'], scope: 'write' },
  /** The library of analyses: which of them depends on the analysis, see `mayReadAnalysis`. */
  'analysis.read': { roles: everyone, scope: 'read' },
  'analysis.change': { roles: ['coordinator'], scope: 'write' },
  'assessment.read': { roles: region, scope: 'read' },
  'assessment.write': { roles: ['coordinator'], scope: 'write' },
  'publication.read': { roles: region, scope: 'read' },
  'publication.write': { roles: ['coordinator'], scope: 'write' },
  /** What the region's own say of reports and agreements, to one another (requirement R28); see `seesComments`. */
  'comment.read': { roles: region, scope: 'read' },
  'comment.write': { roles: region, scope: 'write' },
  /** Making packs of what is official, for a meeting or a report (requirement R33): one's own only. */
  'pack.read': { roles: ['coordinator', 'leader'], scope: 'read' },
  'pack.make': { roles: ['coordinator', 'leader'], scope: 'write' },
  'notices.read': { roles: ['coordinator'], scope: 'read' },
  'notices.send': { roles: ['coordinator'], scope: 'write' },
  'outbox.read': { roles: ['admin'], scope: 'read' },
  'outbox.change': { roles: ['admin'], scope: 'write' },
  'people.read': { roles: ['admin'], scope: 'read' },
  'people.change': { roles: ['admin'], scope: 'write' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/** Whether this person's roles ever allow the action, whatever the thing. */
export function can(person: Person, action: Action): boolean {
  const rule: Rule = permissions[action];
  return person.active && rule.roles.some((role) => person.roles.includes(role));
}

/** `undefined` when allowed, else the refusal: no role allows it, or the token only reads. */
export function refusalFor(caller: Caller, action: Action): 'notAllowed' | 'readOnly' | undefined {
  if (!can(caller.person, action)) return 'notAllowed';
  const rule: Rule = permissions[action];
  return rule.scope === 'write' && caller.scope === 'read' ? 'readOnly' : undefined;
}

/** Whether someone with these roles reads of every actor and not of their own only. */
export const readsForRegion = (roles: readonly Role[]): boolean => roles.some((role) => region.includes(role));

const reportsFor = ({ roles, actorIds }: Person, actorId: string): boolean =>
  roles.includes('reporter') && actorIds.includes(actorId);

/** Whether a person hears what the region says within itself about an actor: never who reports for it, whatever else they are. */
export const seesComments = (person: Person, actorId: string): boolean =>
  can(person, 'comment.read') && !reportsFor(person, actorId);

/** How much of one report a person sees. */
export type ReportAccess =
  /** Everything, the draft included: reporters of its actor. */
  | 'actor'
  /** That a draft exists, and every submitted version: coordinators (L3). */
  | 'region'
  /** Versions that were ever approved: leaders and departments. */
  | 'approvedOnly'
  /** Not theirs to know of. */
  | 'none';

/** Who sees what of a report (requirement L3: a draft belongs to the actor and nobody at the region can read it). */
export function reportAccess(person: Person, report: ReportForPermission): ReportAccess {
  if (!person.active) return 'none';
  if (reportsFor(person, report.actorId)) return 'actor';
  if (person.roles.includes('coordinator')) return 'region';
  if (readsForRegion(person.roles) && report.everApproved) return 'approvedOnly';
  return 'none';
}

/** Four eyes: whoever wrote in the report, or reports for its actor, may not return, approve or reopen it. */
export function mayDecide(person: Person, report: ReportForPermission): boolean {
  return can(person, 'review.decide') && !reportsFor(person, report.actorId) && !report.authors.includes(person.id);
}

/** Whether an analysis is there for this person: those of the region's own are not everyone's, and what was taken out is its keepers'. */
export function mayReadAnalysis(
  person: Person,
  { audience, withdrawnAt }: { audience: 'all' | 'region'; withdrawnAt: string | null },
): boolean {
  if (withdrawnAt !== null) return can(person, 'analysis.change');
  return can(person, 'analysis.read') && (audience === 'all' || readsForRegion(person.roles));
}

/** True for those who see breakdown parts below five: the region's own roles. */
export function seesSmallCounts(person: Person): boolean {
  return person.active && readsForRegion(person.roles);
}

/** For whom a document of the search index is, as little of it as the rules of permission ask. */
export type FindAccess =
  | { to: 'everyone' }
  /** The region's readers, and those who report for one of these actors. */
  | { to: 'region'; actorIds: readonly string[] }
  /** Coordinators, and those who report for one of these actors. */
  | { to: 'coordinators'; actorIds: readonly string[] }
  /** A version of a report: the latest, the last that was approved, or both in one. */
  | { to: 'report'; actorId: string; latest: boolean; approved: boolean };

/** Whether a document is there for this person when they search: the same as whether they may read it where it stands. */
export function mayFind(person: Person, access: FindAccess): boolean {
  if (!can(person, 'search.read')) return false;
  const reportsForOne = (actorIds: readonly string[]) => actorIds.some((id) => reportsFor(person, id));
  switch (access.to) {
    case 'everyone':
      return true;
    case 'region':
      return readsForRegion(person.roles) || reportsForOne(access.actorIds);
    case 'coordinators':
      return person.roles.includes('coordinator') || reportsForOne(access.actorIds);
    case 'report': {
      const { actorId, latest, approved } = access;
      const seen = reportAccess(person, { actorId, everApproved: approved, authors: [] });
      return seen === 'approvedOnly' ? approved : seen !== 'none' && latest;
    }
  }
}
