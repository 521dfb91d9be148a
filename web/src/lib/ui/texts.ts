import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  breadcrumb: 'Du är här',
  error: 'Fel: ',
  errorSummary: (count: number) => (count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`),
  close: 'Stäng',
  cancel: 'Avbryt',
};

/** Words of the parts in this folder. */
export const ui: Bilingual<typeof sv> = {
  sv,
  en: {
    breadcrumb: 'You are here',
    error: 'Error: ',
    errorSummary: (count) => (count === 1 ? 'One thing needs to be corrected' : `${count} things need to be corrected`),
    close: 'Close',
    cancel: 'Cancel',
  },
};
