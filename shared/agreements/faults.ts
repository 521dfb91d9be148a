/** What is wrong with an agreement, in words that say what to do. */
export const agreementFaultText = {
  sv: {
    blank: 'Fyll i det här.',
    tooLong: 'Texten är för lång. Korta den.',
    notADay: 'Skriv ett datum som finns, som 2026-12-31.',
    reversed: 'Avtalet slutar innan det börjar. Byt plats på datumen.',
    tooManyPeriods:
      'Avtalstiden rymmer fler än 24 rapporter. Korta tiden, rapportera mer sällan eller förnya avtalet senare.',
    outOfRange: 'Ange ett helt antal dagar, 0 till 365.',
    unknownActor: 'Aktören finns inte i registret.',
    unknownInitiative: 'Insatsen finns inte i registret.',
    notDecided: 'Insatsen är inte beslutad än. Gör den pågående innan den får ett avtal.',
    unknownIndicator: 'Indikatorn finns inte i biblioteket.',
    retired: 'Indikatorn används inte längre för nya avtal. Välj den som ersätter den.',
    twice: 'Det här finns redan i avtalet.',
    unknownDimension: 'Indikatorn kan inte fördelas så.',
    notANumber: 'Skriv ett tal.',
    tooManyDigits: 'Talet är för stort. Högst 15 siffror före decimalkommat.',
    tooManyDecimals: 'Talet har fler decimaler än indikatorn.',
    negative: 'Talet kan inte vara negativt.',
    outsideTerm: 'Perioden ligger utanför avtalstiden.',
    notTheSum: 'Periodernas mål blir tillsammans inte årets mål.',
    unknownQuestion: 'Frågan finns inte i biblioteket.',
    unknownSource: 'Det finns ingen sådan finansieringskälla.',
    unknownRusPriority: 'Prioriteringen finns inte i strategin.',
    unknownPredecessor: 'Avtalet som det ska följa på finns inte.',
    otherPredecessor: 'Avtalet som det ska följa på gäller en annan aktör eller insats.',
    circular: 'Ett avtal kan inte följa på sig självt, eller på ett som följer på det.',
    alreadySucceeded: 'Avtalet som det ska följa på har redan en efterföljare.',
    predecessorGoesOn: 'Avtalet som det ska följa på slutar inte innan det här börjar.',
    overlaps:
      'Aktören har redan ett avtal om insatsen under samma tid. Då skulle samma resultat rapporteras två gånger.',
    idTaken: 'Det finns redan ett avtal med det id:t.',
    notAPeriod: 'Skriv en period, som 2026-Q3, 2026-H2 eller 2026.',
    fixed: 'Det här kan inte ändras. Gör ett nytt avtal i stället.',
    wouldOrphan: 'En rapport som är påbörjad skulle inte längre ha någon plats i avtalet.',
    wouldDouble: 'En påbörjad rapport täcker redan den tiden, så samma resultat skulle rapporteras två gånger.',
  },
  en: {
    blank: 'Fill this in.',
    tooLong: 'The text is too long. Shorten it.',
    notADay: 'Enter a date that exists, such as 2026-12-31.',
    reversed: 'The agreement ends before it begins. Swap the dates.',
    tooManyPeriods: 'The term holds more than 24 reports. Shorten it, report less often, or renew the agreement later.',
    outOfRange: 'Enter a whole number of days, 0 to 365.',
    unknownActor: 'The actor is not in the register.',
    unknownInitiative: 'The initiative is not in the register.',
    notDecided: 'The initiative is not decided yet. Make it ongoing before it gets an agreement.',
    unknownIndicator: 'The indicator is not in the library.',
    retired: 'The indicator is no longer used in new agreements. Choose the one that replaces it.',
    twice: 'This is in the agreement already.',
    unknownDimension: 'The indicator cannot be broken down that way.',
    notANumber: 'Enter a number.',
    tooManyDigits: 'The number is too large. At most 15 digits before the decimal point.',
    tooManyDecimals: 'The number has more decimals than the indicator.',
    negative: 'The number cannot be negative.',
    outsideTerm: 'The period lies outside the term.',
    notTheSum: 'The targets of the periods do not add up to that of the year.',
    unknownQuestion: 'The question is not in the library.',
    unknownSource: 'There is no such source of financing.',
    unknownRusPriority: 'The priority is not in the strategy.',
    unknownPredecessor: 'The agreement that it should follow is not there.',
    otherPredecessor: 'The agreement that it should follow is about another actor or initiative.',
    circular: 'An agreement cannot follow itself, or one that follows it.',
    alreadySucceeded: 'The agreement that it should follow has a successor already.',
    predecessorGoesOn: 'The agreement that it should follow does not end before this one begins.',
    overlaps:
      'The actor has an agreement about the initiative for the same time already. The same results would be reported twice.',
    idTaken: 'There is an agreement with that id already.',
    notAPeriod: 'Enter a period, such as 2026-Q3, 2026-H2 or 2026.',
    fixed: 'This cannot be changed. Make a new agreement instead.',
    wouldOrphan: 'A report that is under way would no longer have a place in the agreement.',
    wouldDouble: 'A report that is under way covers that time already, so the same results would be reported twice.',
  },
} as const;

export type AgreementFaultCode = keyof (typeof agreementFaultText)['sv'];

/** Something wrong with an agreement: where in it, and what. */
export interface AgreementFault {
  path: string;
  code: AgreementFaultCode;
}
