import {
  activityFaults,
  ActivityContentSchema,
  ActivitySchema,
  type Activity,
  type ActivityContent,
} from '@insatskollen/shared/calendar/activity.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Recording } from '../records/routes.ts';

/** What only the region may see, its coordinators and leaders do. */
const seesRegion = ({ roles }: Person): boolean => roles.includes('coordinator') || roles.includes('leader');

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
  mayRead: (person, { audience }) => audience === 'all' || seesRegion(person),
  whole: (content, _before, made) => ({ ...content, ...made }),
  faults: (content, _before, language) => activityFaults(content, language),
};
