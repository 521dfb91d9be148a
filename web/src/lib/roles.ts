import type { Role } from '@insatskollen/shared/people/person.ts';

/** The places of the main navigation, in order, and whose they are. */
const places = [
  { key: 'overview', path: '/oversikt', roles: ['reporter', 'coordinator', 'leader', 'department'] },
  { key: 'myReports', path: '/mina-rapporter', roles: ['reporter'] },
  { key: 'review', path: '/granskning', roles: ['coordinator'] },
  { key: 'calendar', path: '/kalender', roles: ['reporter', 'coordinator', 'leader', 'department'] },
  { key: 'dialogues', path: '/dialoger', roles: ['reporter', 'coordinator'] },
  { key: 'decisions', path: '/beslut', roles: ['leader', 'department'] },
  { key: 'register', path: '/register', roles: ['reporter', 'coordinator', 'leader', 'department', 'admin'] },
  { key: 'people', path: '/personer', roles: ['admin'] },
  { key: 'search', path: '/sok', roles: ['reporter', 'coordinator', 'leader', 'department', 'admin'] },
  { key: 'help', path: '/hjalp', roles: [] },
] as const satisfies readonly { key: string; path: string; roles: readonly Role[] }[];

export type Place = (typeof places)[number];

/** The places that these roles have something to do in. Help is everyone's, signed in or not. */
export const placesFor = (roles: readonly Role[]): Place[] =>
  places.filter((place) => place.roles.length === 0 || place.roles.some((role) => roles.includes(role)));

/** Where someone with these roles begins. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('reporter')) return '/mina-rapporter';
  if (roles.includes('coordinator')) return '/granskning';
  if (roles.includes('leader') || roles.includes('department')) return '/oversikt';
  return '/register';
}
