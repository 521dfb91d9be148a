/** What can be wrong with what stands in the form, where it is said while one writes, in words that say what to do. */
export const formFaultText = {
  sv: {
    unknownChoice: 'Välj ett av alternativen.',
    tooManyDigits: 'Talet är för stort. Högst 15 siffror före decimalkommat.',
    negative: 'Talet kan inte vara negativt.',
    exceedsTotal: 'Delarna blir tillsammans mer än totalen.',
    zeroDenominator: 'Nämnaren kan bara vara 0 när täljaren också är det.',
    missing: 'Fyll i ett tal, eller välj Ej aktuellt eller Vet inte än.',
    missingText: 'Svara på frågan.',
  },
  en: {
    unknownChoice: 'Choose one of the options.',
    tooManyDigits: 'The number is too large. At most 15 digits before the decimal point.',
    negative: 'The number cannot be negative.',
    exceedsTotal: 'The parts add up to more than the total.',
    zeroDenominator: 'The denominator can be 0 only when the numerator is 0.',
    missing: 'Enter a number, or choose Not applicable or Not yet known.',
    missingText: 'Answer the question.',
  },
} as const;

/** What is wrong with an answer, in words that say what to do. */
export const faultText = {
  sv: {
    ...formFaultText.sv,
    unknownIndicator: 'Indikatorn finns inte i avtalet.',
    unknownQuestion: 'Frågan finns inte i avtalet.',
    tooLong: 'Texten är längre än frågan tillåter. Korta den.',
    unknownDimension: 'Avtalet ber inte om den fördelningen.',
    unknownPart: 'Den delen finns inte i fördelningen.',
    wrongKind: 'Indikatorn besvaras på ett annat sätt.',
    tooManyDecimals: 'Talet har för många decimaler.',
    reportTooLarge: 'Rapporten är för stor. Korta texterna.',
    unparsed: 'Det som står här går inte att läsa som ett tal. Rätta det.',
  },
  en: {
    ...formFaultText.en,
    unknownIndicator: 'The indicator is not in the agreement.',
    unknownQuestion: 'The question is not in the agreement.',
    tooLong: 'The text is longer than the question allows. Shorten it.',
    unknownDimension: 'The agreement does not ask for that breakdown.',
    unknownPart: 'That part is not in the breakdown.',
    wrongKind: 'The indicator is answered in another way.',
    tooManyDecimals: 'The number has too many decimals.',
    reportTooLarge: 'The report is too large. Shorten the texts.',
    unparsed: 'What is written here cannot be read as a number. Correct it.',
  },
} as const;
