/** Swedish words of the report's form. Each language is a file of its own, so that a browser gets only the one it shows. */
export const sv = {
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
  why: 'Vad beror det på? Skriv en mening.',
  comment: 'Kommentar',
  addComment: 'Lägg till en kommentar',
  reads: (number: string) => `läses som ${number}`,
  error: 'Fel: ',
  advice: 'Att tänka på: ',
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
    self: 'Du har skrivit något annat här, i ett annat fönster',
    takeOther: 'Använd det som står i det andra fönstret',
    somebody: 'Någon annan',
    theirs: 'Där står nu',
    keepMine: 'Behåll det som står i fältet',
    takeTheirs: (who: string) => `Använd det som ${who} skrev`,
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
    submit: 'Skicka in rapporten',
    what: 'När du skickar in blir rapporten en inkommen handling hos Region Sörmland. Du får ett kvitto. Tills någon börjat granska kan du ta tillbaka den.',
    changed: 'Rapporten har ändrats sedan du öppnade den här sidan. Kontrollera det som är märkt och skicka in igen.',
    changedMark: 'ändrat nyss',
  },
  restored: 'Det du skrev senast men inte hann spara är tillbaka i formuläret.',
};

export type ReportWords = typeof sv;
