import { Refused } from '@insatskollen/shared/refusals.ts';

/** Why a file cannot be read at all. */
const texts = {
  notATable: {
    sv: 'Filen är varken Excel (.xlsx) eller CSV. Hämta mallen och utgå från den.',
    en: 'The file is neither Excel (.xlsx) nor CSV. Fetch the template and start from it.',
  },
  oldOrEncrypted: {
    sv: 'Filen är skyddad med lösenord eller sparad i ett gammalt format (.xls). Ta bort lösenordet och spara som .xlsx.',
    en: 'The file has a password or an old format (.xls). Take the password away and save it as .xlsx.',
  },
  macros: {
    sv: 'Filen innehåller makron. Spara den som .xlsx, utan makron.',
    en: 'The file holds macros. Save it as .xlsx, without macros.',
  },
  broken: {
    sv: 'Filen är skadad och går inte att läsa. Spara den på nytt.',
    en: 'The file is damaged and cannot be read. Save it again.',
  },
  tooLargeInside: {
    sv: 'Det som är packat i filen är för stort. Dela upp den i flera.',
    en: 'What is packed in the file is too large. Divide it into several.',
  },
  tooManyRows: {
    sv: 'Filen har fler än 10 000 rader. Dela upp den i flera.',
    en: 'The file has more than 10,000 rows. Divide it into several.',
  },
  openQuote: {
    sv: 'Ett citattecken i filen avslutas aldrig, så cellerna går inte att skilja åt.',
    en: 'A quotation mark in the file is never closed, so the cells cannot be told apart.',
  },
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
};

/** Thrown by whatever reads a file; `refusedFile` says it to the caller. */
export class FileFault extends Error {
  readonly code: keyof typeof texts;
  constructor(code: keyof typeof texts) {
    super(code);
    this.code = code;
  }
}

export const refusedFile = ({ code }: FileFault, language: 'sv' | 'en'): Refused =>
  new Refused('invalid', {
    detail: texts[code][language],
    errors: [{ path: 'file', code, message: texts[code][language] }],
  });
