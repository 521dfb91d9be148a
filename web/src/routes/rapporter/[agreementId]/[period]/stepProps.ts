import type { Writing } from '#lib/report/writing.svelte.ts';
import type { PageServerData } from './$types';

/** What each step of the form gets. */
export interface StepProps {
  writing: Writing;
  data: PageServerData;
  /** Paths that somebody else changed between the page that was sent in from and now. */
  changed: readonly string[];
}
