import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  sources: (count: string, one: boolean) =>
    one ? 'Bygger på en godkänd rapport.' : `Bygger på ${count} godkända rapporter.`,
  sourcesThen: (window: string, count: string) => `För ${window} räknades ${count}.`,
  notApplicable: (count: string, one: boolean) => (one ? 'En svarar ej aktuellt.' : `${count} svarar ej aktuellt.`),
  notYetKnown: (count: string, one: boolean) =>
    one ? 'En vet inte än och har lovat ett datum.' : `${count} vet inte än och har lovat ett datum.`,
  carried: (amount: string) => `${amount} kommer från en tidigare period än den sista.`,
  leftOut: (count: string, one: boolean) =>
    one ? 'Ett avtal som har löpt ut är inte med.' : `${count} avtal som har löpt ut är inte med.`,
  range: 'Samma person eller företag kan ha räknats av flera aktörer, så summan är ett spann.',
  of: 'av målet',
  target: 'mål',
};

/** Words beside one figure. */
export const detailTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    sources: (count, one) => (one ? 'Rests on one approved report.' : `Rests on ${count} approved reports.`),
    sourcesThen: (window, count) => `For ${window} ${count} were counted.`,
    notApplicable: (count, one) => (one ? 'One answers not applicable.' : `${count} answer not applicable.`),
    notYetKnown: (count, one) =>
      one ? 'One does not know yet and has promised a date.' : `${count} do not know yet and have promised a date.`,
    carried: (amount) => `${amount} is from an earlier period than the last.`,
    leftOut: (count, one) =>
      one ? 'One agreement that has ended is left out.' : `${count} agreements that have ended are left out.`,
    range: 'The same person or firm may have been counted by several actors, so the sum is a range.',
    of: 'of the target',
    target: 'target',
  },
};
