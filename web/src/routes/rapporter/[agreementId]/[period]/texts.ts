import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  optional: 'frivilligt',
  answer: 'Tal',
  choice: 'Svar',
  chooseOne: 'Välj ett svar',
  notApplicable: 'Ej aktuellt',
  notYetKnown: 'Vet inte än',
  promisedBy: 'Kommer',
  outOf: 'av',
  numerator: 'Så många',
  denominator: 'Av så många',
  whatCounts: 'Vad räknas?',
  breakBy: (dimension: string) => `Fördela på ${dimension.toLocaleLowerCase('sv')}`,
  filled: (filled: number, of: number) => `${filled} av ${of} ifyllda`,
  missingParts: (number: string) => `uppgift saknas ${number}`,
  allParts: 'allt fördelat',
  tooMany: (number: string) => `${number} för mycket`,
  sumIs: (number: string) => `delarna blir ${number}`,
  comment: 'Kommentar',
  addComment: 'Lägg till en kommentar',
  reads: (number: string) => `läses som ${number}`,
  error: 'Fel: ',
  advice: 'Att tänka på: ',
  memory: {
    target: 'Mål för perioden',
    yearTarget: 'Mål för året',
    previous: 'Förra perioden',
    sameLastYear: 'Samma period i fjol',
    trend: (name: string) => `${name}, tidigare perioder`,
  },
  lastReport: (period: string) => `Läs vad ni skrev för ${period} (nytt fönster)`,
  characters: (count: string, limit: string) => `${count} av ${limit} tecken`,
  limit: (limit: string) => `Högst ${limit} tecken`,
  steps: {
    label: 'Rapportens delar',
    siffror: 'Siffror',
    texter: 'Texter',
    granska: 'Granska och skicka in',
    done: (done: number, of: number) => `${done} av ${of}`,
  },
  next: { siffror: 'Fortsätt till texterna', texter: 'Granska och skicka in' },
  save: 'Spara',
  saved: {
    at: (time: string) => `Sparat ${time}`,
    nothing: 'Sparas medan du skriver',
    pending: 'Sparas strax',
    held: 'Allt är inte sparat: se felen',
    saving: 'Sparar …',
    failed: 'Kunde inte spara: försöker igen. Det du skrivit finns kvar i webbläsaren.',
    signedOut: 'Du är utloggad. Det du skrivit finns kvar i webbläsaren och sparas när du har loggat in.',
    signIn: 'Logga in i ett nytt fönster',
    refused: (detail: string) => `Det går inte att spara längre. ${detail} Det du skrivit finns kvar i webbläsaren.`,
    reload: 'Visa rapporten som den är nu',
    conflict: (count: number) =>
      count === 1
        ? 'Någon annan har ändrat i ett fält: välj vad som gäller'
        : `Andra har ändrat i ${count} fält: välj vad som gäller`,
    heard: 'Sparat',
  },
  conflict: {
    title: (who: string) => `${who} har skrivit något annat här`,
    somebody: 'Någon annan',
    theirs: 'Där står nu',
    mine: 'Du skrev',
    keepMine: 'Behåll det som står i fältet',
    takeTheirs: (who: string) => `Använd det som ${who} skrev`,
    theirsOf: (who: string) => `Använd i stället det som ${who} skrev`,
    rewrite: 'Du kan också skriva om i fältet först.',
    summary: 'Någon annan har ändrat medan du skrev',
    nothing: 'inget',
  },
  remarks: {
    title: (open: number, all: number) =>
      open === 0
        ? `Alla ${all === 1 ? 'anmärkningar' : `${all} anmärkningar`} är klara`
        : `Att göra: ${open} av ${all}`,
    remark: 'Anmärkning',
    done: 'Klart',
    isDone: 'klart',
    answer: 'Svar till den som granskar (frivilligt)',
    intro: 'Rapporten har kommit tillbaka. Gå igenom anmärkningarna, bocka av dem och skicka in igen.',
    message: 'Från den som granskade',
    whole: 'Hela rapporten',
  },
  errorTitle: 'Innan du kan skicka in',
  check: {
    title: 'Granska och skicka in',
    intro: 'Så här kommer rapporten att se ut för regionen. Kontrollera och skicka in.',
    change: 'Ändra',
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
    submit: 'Skicka in rapporten',
    what: 'När du skickar in blir rapporten en inkommen handling hos Region Sörmland. Du får ett kvitto. Tills någon börjat granska kan du ta tillbaka den.',
    changed: 'Rapporten har ändrats sedan du öppnade den här sidan. Kontrollera det som är märkt och skicka in igen.',
    changedMark: 'ändrat nyss',
  },
  unsent: {
    title: 'Det här hann inte sparas',
    text: 'Det du skrev innan rapporten låstes finns kvar i den här webbläsaren. Kopiera det som behövs.',
    discard: 'Ta bort det från webbläsaren',
    restored: 'Det du skrev senast men inte hann spara är tillbaka i formuläret.',
  },
};

/** Words of the report's own page. */
export const reportTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    optional: 'optional',
    answer: 'Number',
    choice: 'Answer',
    chooseOne: 'Choose an answer',
    notApplicable: 'Not applicable',
    notYetKnown: 'Not yet known',
    promisedBy: 'Known by',
    outOf: 'of',
    numerator: 'How many',
    denominator: 'Out of how many',
    whatCounts: 'What counts?',
    breakBy: (dimension) => `Break down by ${dimension.toLocaleLowerCase('en')}`,
    filled: (filled, of) => `${filled} of ${of} filled in`,
    missingParts: (number) => `${number} not stated`,
    allParts: 'all accounted for',
    tooMany: (number) => `${number} too many`,
    sumIs: (number) => `the parts make ${number}`,
    comment: 'Comment',
    addComment: 'Add a comment',
    reads: (number) => `reads as ${number}`,
    error: 'Error: ',
    advice: 'To consider: ',
    memory: {
      target: 'Target for the period',
      yearTarget: 'Target for the year',
      previous: 'Previous period',
      sameLastYear: 'Same period last year',
      trend: (name) => `${name}, earlier periods`,
    },
    lastReport: (period) => `Read what you wrote for ${period} (new window)`,
    characters: (count, limit) => `${count} of ${limit} characters`,
    limit: (limit) => `At most ${limit} characters`,
    steps: {
      label: 'Parts of the report',
      siffror: 'Numbers',
      texter: 'Texts',
      granska: 'Check and submit',
      done: (done, of) => `${done} of ${of}`,
    },
    next: { siffror: 'Continue to the texts', texter: 'Check and submit' },
    save: 'Save',
    saved: {
      at: (time) => `Saved ${time}`,
      nothing: 'Saved as you write',
      pending: 'Saving soon',
      held: 'Not everything is saved: see the errors',
      saving: 'Saving …',
      failed: 'Could not save: trying again. What you wrote is kept in the browser.',
      signedOut: 'You are signed out. What you wrote is kept in the browser and is saved once you have signed in.',
      signIn: 'Sign in in a new window',
      refused: (detail) => `It can no longer be saved. ${detail} What you wrote is kept in the browser.`,
      reload: 'Show the report as it is now',
      conflict: (count) =>
        count === 1
          ? 'Somebody else changed a field: choose which to keep'
          : `Others changed ${count} fields: choose which to keep`,
      heard: 'Saved',
    },
    conflict: {
      title: (who) => `${who} wrote something else here`,
      somebody: 'Somebody else',
      theirs: 'It now says',
      mine: 'You wrote',
      keepMine: 'Keep what is in the field',
      takeTheirs: (who) => `Use what ${who} wrote`,
      theirsOf: (who) => `Use what ${who} wrote instead`,
      rewrite: 'You can also rewrite the field first.',
      summary: 'Somebody else made changes while you were writing',
      nothing: 'nothing',
    },
    remarks: {
      title: (open, all) =>
        open === 0 ? `All ${all === 1 ? 'remarks' : `${all} remarks`} are done` : `To do: ${open} of ${all}`,
      remark: 'Remark',
      done: 'Done',
      isDone: 'done',
      answer: 'Answer to the reviewer (optional)',
      intro: 'The report has come back. Go through the remarks, tick them off and submit again.',
      message: 'From the reviewer',
      whole: 'The whole report',
    },
    errorTitle: 'Before you can submit',
    check: {
      title: 'Check and submit',
      intro: 'This is how the region will see the report. Check it and submit.',
      change: 'Change',
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
      submit: 'Submit the report',
      what: 'When you submit, the report becomes a received record at Region Sörmland. You get a receipt. Until somebody has begun to review it you can take it back.',
      changed: 'The report has changed since you opened this page. Check what is marked and submit again.',
      changedMark: 'just changed',
    },
    unsent: {
      title: 'This was not saved in time',
      text: 'What you wrote before the report was locked is still in this browser. Copy what you need.',
      discard: 'Remove it from the browser',
      restored: 'What you wrote last and could not save is back in the form.',
    },
  },
};
