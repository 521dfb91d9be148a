import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  somebody: 'någon',
  waiting: 'Rapporten är inskickad och väntar på granskning. Ni behöver inte göra något.',
  reviewing: (who: string) => `${who} granskar rapporten just nu. Ni behöver inte göra något.`,
  recall: 'Ta tillbaka rapporten',
  recallText:
    'Ni kan ta tillbaka rapporten tills någon har börjat granska den. Det som ni skickade in finns kvar hos regionen som inkommen handling, men granskas inte. Rapporten räknas inte som inkommen förrän ni skickar in igen.',
  recallNow: 'Ta tillbaka den',
  askReopen: 'Är något fel i den godkända rapporten?',
  askReopenText: 'Be att få rätta den. En samordnare avgör och öppnar rapporten; tills dess gäller den som den är.',
  askReopenNow: 'Be att få rätta rapporten',
  reason: 'Vad behöver rättas, och varför?',
  reopenAsked: (who: string, when: string) => `${who} bad ${when} att få rätta rapporten:`,
  opens: (day: string) => `Perioden har inte börjat. Ni kan börja skriva ${day}. Det här kommer att efterfrågas:`,
  more: 'Mer om rapporten',
  receipt: 'Kvitto',
  history: 'Historik',
  review: 'Öppna granskningen',
  draftOnly:
    'Aktören har börjat på ett utkast. Vad som står i det ser bara aktören; här visas rapporten när den har skickats in.',
  nothingYet: 'Inget är skrivet än.',
  moreTime: 'Ge mer tid',
  unsent: {
    title: 'Det här hann inte sparas',
    text: 'Det du skrev innan rapporten låstes finns kvar i den här webbläsaren. Kopiera det som behövs.',
    discard: 'Ta bort det från webbläsaren',
  },
};

/** Words of a report that is only read. */
export const readTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    somebody: 'somebody',
    waiting: 'The report has been submitted and waits for review. There is nothing for you to do.',
    reviewing: (who) => `${who} is reviewing the report. There is nothing for you to do.`,
    recall: 'Take the report back',
    recallText:
      'You can take the report back until somebody has begun to review it. What you submitted stays with the region as a received record, but is not reviewed. The report does not count as received until you submit it again.',
    recallNow: 'Take it back',
    askReopen: 'Is something wrong in the approved report?',
    askReopenText: 'Ask to correct it. A coordinator decides and opens the report; until then it stands as it is.',
    askReopenNow: 'Ask to correct the report',
    reason: 'What needs to be corrected, and why?',
    reopenAsked: (who, when) => `${who} asked ${when} to correct the report:`,
    opens: (day) => `The period has not begun. You can begin to write on ${day}. This will be asked for:`,
    more: 'More about the report',
    receipt: 'Receipt',
    history: 'History',
    review: 'Open the review',
    draftOnly:
      'The actor has begun a draft. Only the actor sees what it says; the report is shown here once it is submitted.',
    nothingYet: 'Nothing is written yet.',
    moreTime: 'Give more time',
    unsent: {
      title: 'This was not saved in time',
      text: 'What you wrote before the report was locked is still in this browser. Copy what you need.',
      discard: 'Remove it from the browser',
    },
  },
};
