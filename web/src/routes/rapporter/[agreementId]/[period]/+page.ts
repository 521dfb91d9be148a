import { stepFrom } from '#lib/report/steps.ts';
import { fetchLateParts } from './lateParts.ts';
import { stepParts } from './stepParts.ts';
import type { PageLoad } from './$types';

/** Brings only the parts that this reader, step and language need: the rest is fetched when one goes there. */
export const load: PageLoad = async ({ data, url }) => {
  const step = stepFrom(url.searchParams.get('steg'));
  if (!data.writes) return { ...data, step, reading: (await import('./ReadPage.svelte')).default, writing: null };
  const [page, part, words, late] = await Promise.all([
    import('./WritePage.svelte'),
    stepParts[step](),
    wordsIn[data.writingIn](),
    data.needsLateParts ? fetchLateParts() : null,
  ]);
  return { ...data, step, reading: null, writing: { page: page.default, part: part.default, words, late } };
};

const wordsIn = {
  sv: async () => (await import('./texts.sv.ts')).sv,
  en: async () => (await import('./texts.en.ts')).en,
};
