import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  intro: 'Så här kommer rapporten att se ut för regionen. Kontrollera och skicka in.',
  change: 'Ändra',
  noComment: 'Ingen kommentar.',
  changeOf: (name: string) => `Ändra ${name}`,
  unexplained: (count: number) =>
    count === 1
      ? 'Ett tal avviker och har ingen kommentar. Det går bra att skicka in ändå, men en mening hjälper den som läser.'
      : `${count} tal avviker och har ingen kommentar. Det går bra att skicka in ändå, men en mening hjälper den som läser.`,
  openRemarks: (count: number) =>
    count === 1
      ? 'En anmärkning är inte avbockad. Det går bra att skicka in ändå; den som granskar ser det.'
      : `${count} anmärkningar är inte avbockade. Det går bra att skicka in ändå; den som granskar ser det.`,
  personal: 'En text kan innehålla personuppgifter. Se över den innan du skickar in.',
  opens: (day: string) => `Rapporten kan skickas in från ${day}. Det du skriver sparas så länge.`,
  changed: 'Rapporten har ändrats sedan du öppnade den här sidan. Kontrollera det som är märkt och skicka in igen.',
  changedMark: 'ändrat nyss',
};

/** Words of the last step. */
export const checkTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    intro: 'This is how the region will see the report. Check it and submit.',
    change: 'Change',
    noComment: 'No comment.',
    changeOf: (name) => `Change ${name}`,
    unexplained: (count) =>
      count === 1
        ? 'One number deviates and has no comment. You may submit anyway, but a sentence helps the reader.'
        : `${count} numbers deviate and have no comment. You may submit anyway, but a sentence helps the reader.`,
    openRemarks: (count) =>
      count === 1
        ? 'One remark is not ticked off. You may submit anyway; the reviewer will see it.'
        : `${count} remarks are not ticked off. You may submit anyway; the reviewer will see them.`,
    personal: 'A text may hold personal data. Look it over before you submit.',
    opens: (day) => `The report can be submitted from ${day}. What you write is saved meanwhile.`,
    changed: 'The report has changed since you opened this page. Check what is marked and submit again.',
    changedMark: 'just changed',
  },
};
