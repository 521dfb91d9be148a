import type { ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { counted, number } from '#lib/format/number.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<ExportKind, string> = { initiatives: 'Insatser', agreements: 'Avtal', targets: 'Mål i avtal' };

const things: Record<ExportKind, string> = { initiatives: 'insatser', agreements: 'avtal', targets: 'avtal' };

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
  rows: (n: number) => counted(n, 'rad', 'rader', 'sv'),
  counts: (created: number, changed: number, unchanged: number) =>
    `${counted(created, 'ny', 'nya', 'sv')}, ${number(changed, 'sv')} ändras, ${number(unchanged, 'sv')} som redan är så.`,
  nothing: 'Filen ändrar ingenting.',
  faults: (n: number) => (n === 1 ? 'En sak' : `${number(n, 'sv')} saker`) + ' behöver rättas i filen',
  faultsText: 'Inget har sparats. Rätta i filen och granska den igen.',
  firstOf: (n: number) => `Här står de första ${n}.`,
  columns: { row: 'Rad', column: 'Kolumn', what: 'Vad som behöver rättas' },
  done: 'Inläst.',
  kept: 'Filen är mottagen och skrivs in',
  keptText: 'Allt i den kommer med, också om du lämnar sidan. Tills det är klart kan ingen annan ändra i registren.',
  another: 'Välj en annan fil',
  running: 'En fil läses in',
  things,
  trying: 'Filen granskas',
  wait: 'Det kan ta några sekunder.',
  checking: (kind: string) => `${kind}: filen granskas en sista gång.`,
  written: (done: string, total: string, what: string) => `${done} av ${total} ${what} är inlästa.`,
  share: (percent: number) => `${percent} procent är inläst.`,
  reload: 'Ladda om sidan för att se hur långt den har kommit.',
  over: 'Ingen fil läses in längre.',
  again: 'Visa sidan på nytt',
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
    rows: (n) => counted(n, 'row', 'rows', 'en'),
    counts: (created, changed, unchanged) =>
      `${number(created, 'en')} new, ${number(changed, 'en')} changed, ${number(unchanged, 'en')} that are so already.`,
    nothing: 'The file changes nothing.',
    faults: (n) =>
      n === 1
        ? 'One thing in the file needs to be corrected'
        : `${number(n, 'en')} things in the file need to be corrected`,
    faultsText: 'Nothing has been saved. Correct the file and check it again.',
    firstOf: (n) => `These are the first ${n}.`,
    columns: { row: 'Row', column: 'Column', what: 'What needs to be corrected' },
    done: 'Read in.',
    kept: 'The file is taken and is being written',
    keptText: 'All of it will be, also if you leave the page. Until it is done nobody else can change the registers.',
    another: 'Choose another file',
    running: 'A file is being read in',
    things: { initiatives: 'initiatives', agreements: 'agreements', targets: 'agreements' },
    trying: 'The file is being checked',
    wait: 'It can take some seconds.',
    checking: (kind) => `${kind}: the file is being checked one last time.`,
    written: (done, total, what) => `${done} of ${total} ${what} are read in.`,
    share: (percent) => `${percent} per cent is read in.`,
    reload: 'Reload the page to see how far it has come.',
    over: 'No file is being read in any more.',
    again: 'Show the page anew',
    noFile: 'Choose a file.',
    tooLarge: 'The file is too large to be read in here. Divide it into several.',
  },
};
