/** The code of each step, fetched when it is gone to. */
export const stepParts = {
  siffror: () => import('./NumbersStep.svelte'),
  texter: () => import('./TextsStep.svelte'),
  granska: () => import('./CheckStep.svelte'),
};
