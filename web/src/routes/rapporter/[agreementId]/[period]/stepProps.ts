import type { Writing } from '#lib/report/writing.svelte.ts';
import type { PageServerData } from './$types';

/** What the steps that are filled in show beside the form's own state. */
export interface FilledInProps {
  writing: Writing;
  data: Pick<PageServerData, 'asked' | 'memories' | 'lastReport'>;
}

/** What each step of the form gets. */
export interface StepProps {
  writing: Writing;
  data: PageServerData;
  /** Paths that somebody else changed between the page that was sent in from and now. */
  changed: readonly string[];
}
