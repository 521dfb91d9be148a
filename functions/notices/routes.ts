import type { Deps } from '../deps.ts';
import type { Api } from '../http/endpoint.ts';
import { mountLetters } from './letterRoutes.ts';
import { mountOutbox } from './outboxRoutes.ts';
import { mountPreferences } from './preferenceRoutes.ts';
import { mountUpcoming } from './upcomingRoutes.ts';

/** What people are told, by what letters, and how they want it. */
export function mountNotices(api: Api, deps: Deps): void {
  mountPreferences(api, deps);
  mountUpcoming(api, deps);
  mountLetters(api, deps);
  mountOutbox(api, deps);
}
