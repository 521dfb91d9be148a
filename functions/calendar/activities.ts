import {
  activityFaults,
  ActivityContentSchema,
  ActivitySchema,
  type Activity,
  type ActivityContent,
} from '@insatskollen/shared/calendar/activity.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Recording } from '../records/routes.ts';

/** Activities of the annual cycle: read by those they are for, written by coordinators. */
export const activities: Recording<ActivityContent, Activity> = {
  kind: 'activity',
  path: '/activities',
  of: 'an activity of the annual cycle',
  read: 'calendar.read',
  change: 'calendar.change',
  content: ActivityContentSchema,
  schema: ActivitySchema,
  placeOf: ({ starts }) => ({ day: starts, actorId: null }),
  mayRead: (person, { audience }) => audience === 'all' || readsForRegion(person.roles),
  whole: (content, _before, made) => ({ ...content, ...made }),
  faults: (content, _before, language) => activityFaults(content, language),
};
