import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: (who: string) => `${who} har skrivit något annat här`,
  self: 'Du har skrivit något annat här, i ett annat fönster',
  takeOther: 'Använd det som står i det andra fönstret',
  somebody: 'Någon annan',
  theirs: 'Där står nu',
  keepMine: 'Behåll det som står i fältet',
  takeTheirs: (who: string) => `Använd det som ${who} skrev`,
  rewrite: 'Du kan också skriva om i fältet först.',
  nothing: 'inget',
};

/** Words of the choice between two answers. */
export const conflictTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: (who) => `${who} wrote something else here`,
    self: 'You wrote something else here, in another window',
    takeOther: 'Use what is in the other window',
    somebody: 'Somebody else',
    theirs: 'It now says',
    keepMine: 'Keep what is in the field',
    takeTheirs: (who) => `Use what ${who} wrote`,
    rewrite: 'You can also rewrite the field first.',
    nothing: 'nothing',
  },
};
