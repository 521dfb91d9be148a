/** What is wrong with an initiative, in words that say what to do. `which` names what stands in the way. */
export const initiativeFaultText = {
  sv: {
    unknownFocusArea: () => 'Insatsområdet finns inte i strategin.',
    alsoPrimary: () => 'Insatsen räknas redan i det här området.',
    twice: () => 'Det här står redan i listan.',
    unknownActor: () => 'Aktören finns inte i registret.',
    actorEnded: () => 'Aktören är avslutad och kan inte ta på sig nya insatser.',
    unknownUnit: () => 'Verksamheten finns inte hos den som ansvarar.',
    reversed: () => 'Slutet ligger före starten. Byt plats på datumen.',
    unknownInitiative: () => 'Insatsen finns inte i registret.',
    circular: () => 'Då skulle insatserna peka på varandra i en ring.',
    noSuchMove: () => 'Insatsen kan inte gå från det skede den har till det här. Ta ett steg i taget.',
    reasonNeeded: () => 'Skriv varför insatsen går tillbaka ett skede.',
    agreementsRunning: (which: string) =>
      `Insatsen har avtal som löper: ${which}. Den kan avslutas när avtalen har gått ut; rapporterna kan skrivas även efteråt.`,
    hasAgreements: (which: string) =>
      `Insatsen har avtal: ${which}. Bara beslutade insatser har avtal, så den förblir pågående.`,
    noAmount: () => 'Skriv minst ett tal: minst, högst eller båda.',
    negative: () => 'Talet kan inte vara negativt.',
    reversedAmounts: () => 'Högst är mindre än minst. Byt plats på talen.',
    unknownIndicator: () => 'Indikatorn finns inte i biblioteket.',
    needsIndicator: () => 'Välj den indikator som ska fördelas.',
    unknownDimension: () => 'Indikatorn kan inte fördelas så.',
  },
  en: {
    unknownFocusArea: () => 'The focus area is not in the strategy.',
    alsoPrimary: () => 'The initiative counts in this area already.',
    twice: () => 'This is in the list already.',
    unknownActor: () => 'The actor is not in the register.',
    actorEnded: () => 'The actor has ended and cannot take on new initiatives.',
    unknownUnit: () => 'The department does not belong to a responsible actor.',
    reversed: () => 'The end is before the start. Swap the dates.',
    unknownInitiative: () => 'The initiative is not in the register.',
    circular: () => 'The initiatives would point at each other in a circle.',
    noSuchMove: () => 'The initiative cannot go from its present stage to this one. Take one step at a time.',
    reasonNeeded: () => 'Say why the initiative goes back a stage.',
    agreementsRunning: (which: string) =>
      `The initiative has agreements that run: ${which}. It can be ended when they are over; reports can still be written afterwards.`,
    hasAgreements: (which: string) =>
      `The initiative has agreements: ${which}. Only decided initiatives have agreements, so it stays ongoing.`,
    noAmount: () => 'Enter at least one number: at least, at most, or both.',
    negative: () => 'The number cannot be negative.',
    reversedAmounts: () => 'At most is less than at least. Swap the numbers.',
    unknownIndicator: () => 'The indicator is not in the library.',
    needsIndicator: () => 'Choose the indicator to break down.',
    unknownDimension: () => 'The indicator cannot be broken down that way.',
  },
} as const satisfies Record<'sv' | 'en', Record<string, (which: string) => string>>;

export type InitiativeFaultCode = keyof (typeof initiativeFaultText)['sv'];
