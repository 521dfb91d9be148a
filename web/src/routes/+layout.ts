import type { LayoutLoad } from './$types';

/** Brings what shows a form that could not be saved only where there is one. */
export const load: LayoutLoad = async ({ data }) => ({
  ...data,
  KeptPage: data.kept ? (await import('#lib/ui/KeptForm.svelte')).default : null,
});
