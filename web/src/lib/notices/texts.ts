import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  undelivered: (day: string, why: string) => `e-post kom inte fram ${day}: ${why}`,
  undeliveredTo: (name: string, day: string, why: string) => `E-post till ${name} kom inte fram ${day}: ${why}.`,
  why: {
    bounce: 'adressen finns inte',
    fullOrAway: 'brevlådan var full eller borta',
    complaint: 'mottagaren har markerat brevet som oönskat',
    rejected: 'brevet stoppades på vägen',
  },
};

/** Words for mail that did not arrive. */
export const undeliveredTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    undelivered: (day, why) => `mail did not arrive on ${day}: ${why}`,
    undeliveredTo: (name, day, why) => `Mail to ${name} did not arrive on ${day}: ${why}.`,
    why: {
      bounce: 'there is no such address',
      fullOrAway: 'the mailbox was full or away',
      complaint: 'the recipient marked the letter as unwanted',
      rejected: 'the letter was stopped on its way',
    },
  },
};
