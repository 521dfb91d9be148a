import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Trendspaning och framtida inriktning',
  none: 'Inget är skrivet än.',
  write: 'Skriv',
  written: (day: string) => `Skrivet ${day}.`,
  fields: { text: 'Vart är området på väg?' },
  hint: 'Vad som händer i omvärlden, och vad det betyder för vad regionen vill satsa på. Varje version finns kvar.',
  figures: 'Se områdets siffror',
  initiatives: (n: string, one: boolean) => (one ? 'Se områdets enda insats' : `Se områdets ${n} insatser`),
  of: (area: string) => `Trendspaning för ${area}`,
};

/** Words of a focus area's outlook. */
export const outlookTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Trends and where we are heading',
    none: 'Nothing is written yet.',
    write: 'Write',
    written: (day) => `Written ${day}.`,
    fields: { text: 'Where is the area heading?' },
    hint: 'What is happening around us, and what it means for what the region wants to put its efforts in. Every version is kept.',
    figures: 'See the area’s figures',
    initiatives: (n, one) => (one ? 'See the area’s only initiative' : `See the area’s ${n} initiatives`),
    of: (area) => `Trends of ${area}`,
  },
};
