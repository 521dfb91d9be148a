import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<ExportKind, string> = { initiatives: 'Insatser', agreements: 'Avtal', targets: 'Mål i avtal' };

const sv = {
  title: 'Hämta och läs in filer',
  lead: 'Hämta en fil, ändra i den i Excel och läs in den igen. Inget sparas förrän du har sett vad filen gör.',
  fetch: 'Hämta',
  kinds,
  excel: 'Excel',
  csv: 'CSV',
  template: 'tom mall',
  readIn: 'Läs in',
  kind: 'Filen innehåller',
  file: 'Fil',
  fileHint: 'Excel (.xlsx) eller CSV, högst 2 MB. En stor fil kan ta några sekunder.',
  try: 'Granska filen',
  rules: [
    'En rad utan id blir något nytt. En rad med id ändrar det som finns.',
    'Kolumner som saknas i filen lämnas som de är. En tom cell tömmer fältet.',
    'Rader som saknas i filen påverkas inte. Inget tas bort.',
    'Allt läses in, eller ingenting.',
  ],
  rulesTitle: 'Så läses filen',
  result: 'Det här gör filen',
  of: (kind: string, name: string) => `${name} (${kind})`,
  rows: (n: number) => (n === 1 ? '1 rad' : `${n} rader`),
  counts: (created: number, changed: number, unchanged: number) =>
    `${created} nya, ${changed} ändras, ${unchanged} som redan är så.`,
  nothing: 'Filen ändrar ingenting.',
  faults: (n: number) => (n === 1 ? 'En sak behöver rättas i filen' : `${n} saker behöver rättas i filen`),
  faultsText: 'Inget har sparats. Rätta i filen och granska den igen.',
  firstOf: (n: number) => `Här står de första ${n}.`,
  columns: { row: 'Rad', column: 'Kolumn', what: 'Vad som behöver rättas' },
  done: 'Inläst.',
  another: 'Välj en annan fil',
  noFile: 'Välj en fil.',
  tooLarge: 'Filen är för stor för att läsas in här. Dela upp den i flera.',
};

/** Words of the page where files go out of the registers and into them. */
export const fileTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Fetch files and read them in',
    lead: 'Fetch a file, change it in Excel and read it in again. Nothing is saved until you have seen what the file does.',
    fetch: 'Fetch',
    kinds: { initiatives: 'Initiatives', agreements: 'Agreements', targets: 'Targets in agreements' },
    excel: 'Excel',
    csv: 'CSV',
    template: 'blank template',
    readIn: 'Read in',
    kind: 'The file holds',
    file: 'File',
    fileHint: 'Excel (.xlsx) or CSV, at most 2 MB. A large file can take some seconds.',
    try: 'Check the file',
    rules: [
      'A row without an id becomes something new. A row with an id changes what is there.',
      'Columns that the file does not have stay as they are. A blank cell empties the field.',
      'Rows that the file does not have are left alone. Nothing is removed.',
      'All of it is read in, or nothing.',
    ],
    rulesTitle: 'How the file is read',
    result: 'What the file does',
    of: (kind, name) => `${name} (${kind})`,
    rows: (n) => (n === 1 ? '1 row' : `${n} rows`),
    counts: (created, changed, unchanged) => `${created} new, ${changed} changed, ${unchanged} that are so already.`,
    nothing: 'The file changes nothing.',
    faults: (n) =>
      n === 1 ? 'One thing in the file needs to be corrected' : `${n} things in the file need to be corrected`,
    faultsText: 'Nothing has been saved. Correct the file and check it again.',
    firstOf: (n) => `These are the first ${n}.`,
    columns: { row: 'Row', column: 'Column', what: 'What needs to be corrected' },
    done: 'Read in.',
    another: 'Choose another file',
    noFile: 'Choose a file.',
    tooLarge: 'The file is too large to be read in here. Divide it into several.',
  },
};
