import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Mina rapporter',
  lead: (count: number) =>
    count === 0
      ? 'Inget att göra just nu.'
      : count === 1
        ? 'En rapport väntar på dig.'
        : `${count} rapporter väntar på dig.`,
  for: (actors: string) => `Du rapporterar för ${actors}.`,
  now: 'Att göra',
  agreed: 'Överenskommet i dialog',
  next: 'Härnäst',
  sent: 'Inskickat, väntar på granskning',
  later: 'Väntar senare',
  laterMore: (count: number) => `Visa ${count} till`,
  done: 'Godkända',
  begin: 'Börja',
  continue: 'Fortsätt skriva',
  submit: 'Granska och skicka in',
  answer: (remarks: number) =>
    remarks === 0 ? 'Komplettera' : remarks === 1 ? 'Åtgärda en anmärkning' : `Åtgärda ${remarks} anmärkningar`,
  open: 'Öppna',
  cameBack: (remarks: number) =>
    remarks === 0
      ? 'Kom tillbaka, alla anmärkningar är avbockade.'
      : remarks === 1
        ? 'Kom tillbaka med en anmärkning.'
        : `Kom tillbaka med ${remarks} anmärkningar.`,
  progress: (answered: number, required: number) => `${answered} av ${required} svar ifyllda`,
  opens: (day: string) => `Går att börja på ${day}`,
  canBegin: 'Går att börja på redan nu',
  submitFrom: (day: string) => `kan skickas in från ${day}`,
  due: (day: string) => `senast ${day}`,
  reviewing: 'Granskas nu',
  unsent: 'Något som du skrev är inte sparat än. Öppna rapporten, så sparas det.',
  reopenAsked: 'Ni har bett att få rätta den.',
  nothing: 'Det finns inga rapporter här än. De visas när regionen har lagt in ert avtal.',
  columns: { report: 'Rapport', period: 'Period', approved: 'Godkänd' },
};

/** Words of the reporter's own list. */
export const listTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'My reports',
    lead: (count) =>
      count === 0
        ? 'Nothing to do just now.'
        : count === 1
          ? 'One report waits for you.'
          : `${count} reports wait for you.`,
    for: (actors) => `You report for ${actors}.`,
    now: 'To do',
    agreed: 'Agreed in a dialogue',
    next: 'Next',
    sent: 'Submitted, waiting for review',
    later: 'Later',
    laterMore: (count) => `Show ${count} more`,
    done: 'Approved',
    begin: 'Begin',
    continue: 'Continue writing',
    submit: 'Check and submit',
    answer: (remarks) =>
      remarks === 0 ? 'Complete it' : remarks === 1 ? 'Deal with one remark' : `Deal with ${remarks} remarks`,
    open: 'Open',
    cameBack: (remarks) =>
      remarks === 0
        ? 'Came back; all remarks are ticked off.'
        : remarks === 1
          ? 'Came back with one remark.'
          : `Came back with ${remarks} remarks.`,
    progress: (answered, required) => `${answered} of ${required} answers filled in`,
    opens: (day) => `Can be begun on ${day}`,
    canBegin: 'Can be begun already',
    submitFrom: (day) => `can be submitted from ${day}`,
    due: (day) => `due ${day}`,
    reviewing: 'Being reviewed',
    unsent: 'Something you wrote is not saved yet. Open the report and it will be.',
    reopenAsked: 'You have asked to correct it.',
    nothing: 'There are no reports here yet. They are shown once the region has entered your agreement.',
    columns: { report: 'Report', period: 'Period', approved: 'Approved' },
  },
};
