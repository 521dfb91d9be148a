import { tick } from 'svelte';
import type { Autosave } from './autosave.ts';

/** Sends in only what is saved: what is still on its way goes first, then the form with the version that this made. False when it did not go. */
export async function sendIn(form: HTMLFormElement, saving: Autosave): Promise<boolean> {
  const isSaved = await saving.flush();
  await tick();
  if (isSaved) form.submit();
  return isSaved;
}
