import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: (open: number, all: number) =>
    open === 0 ? `Alla ${all === 1 ? 'anmärkningar' : `${all} anmärkningar`} är klara` : `Att göra: ${open} av ${all}`,
  remark: 'Anmärkning',
  done: 'Klart',
  isDone: 'klart',
  answer: 'Svar till den som granskar (frivilligt)',
  intro: 'Rapporten har kommit tillbaka. Gå igenom anmärkningarna, bocka av dem och skicka in igen.',
  message: 'Från den som granskade',
};

/** Words of what review said. */
export const remarkTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: (open, all) =>
      open === 0 ? `All ${all === 1 ? 'remarks' : `${all} remarks`} are done` : `To do: ${open} of ${all}`,
    remark: 'Remark',
    done: 'Done',
    isDone: 'done',
    answer: 'Answer to the reviewer (optional)',
    intro: 'The report has come back. Go through the remarks, tick them off and submit again.',
    message: 'From the reviewer',
  },
};
