/** What is wrong with an indicator, in words that say what to do and why. */
export const indicatorFaultText = {
  sv: {
    usedKind:
      'Måttet används redan, och siffror av ett slag kan inte läggas ihop med siffror av ett annat. Gör ett nytt mått som ersätter det här.',
    usedUnit:
      'Måttet används redan, och det som har rapporterats gäller den gamla enheten. Gör ett nytt mått som ersätter det här.',
    usedScale:
      'Måttet används redan, och andelar som har visats skulle ändras. Gör ett nytt mått som ersätter det här.',
    usedDecimals:
      'Måttet används redan. Decimalerna kan bli fler men inte färre: det som har rapporterats avrundas inte.',
    usedNegative: 'Måttet används redan, och negativa tal kan ha rapporterats.',
    usedOption: 'Måttet används redan. Svar kan läggas till och byta namn, men inte tas bort.',
    usedDimension: 'Ett avtal ber om den här fördelningen. Ändra avtalet först.',
    unknownDimension: 'Fördelningen finns inte.',
    twice: 'Det här står redan i listan.',
    ratioNeedsParts: 'En andel behöver täljare och nämnare.',
    ratioNeedsScale: 'En andel behöver en skala, som 100 för procent.',
    ratioHasNone: 'En andel delas inte upp. Dela i stället upp måtten som den bygger på.',
    onlyRatio: 'Bara andelar har det här.',
    textNeedsOptions: 'En bedömning behöver minst två svar att välja bland.',
    onlyText: 'Bara bedömningar har svar att välja bland.',
    textHasNone: 'En bedömning har varken decimaler eller rimligt spann och delas inte upp.',
    notPositive: 'Skalan måste vara större än noll.',
    reversed: 'Högst är mindre än minst. Byt plats på talen.',
    negative: 'Talet kan inte vara negativt.',
    tooManyDecimals: 'Talet har fler decimaler än måttet.',
    tooManyDigits: 'Talet är för stort. Högst 15 siffror före decimalkommat.',
    unknownIndicator: 'Måttet finns inte i biblioteket.',
    circular: 'Då skulle måtten ersätta varandra i en ring.',
    replacedAlready: 'Måttet har redan ersatts av ett annat.',
    partOfItself: 'Ett mått kan inte vara en del av sig självt, inte heller genom andra mått. Välj ett annat.',
    partOfOther: 'Måttet och helheten måste räkna i samma enhet. En andel kan vara del av alla mått som räknar antal.',
    hasParts: 'Andra mått räknar en del av det här, i samma enhet. Ändra dem först.',
  },
  en: {
    usedKind:
      'The indicator is in use, and figures of one kind cannot be added to figures of another. Make a new indicator that replaces this one.',
    usedUnit:
      'The indicator is in use, and what was reported is in the old unit. Make a new indicator that replaces this one.',
    usedScale: 'The indicator is in use, and ratios already shown would change. Make a new one that replaces it.',
    usedDecimals: 'The indicator is in use. Decimals can grow but not shrink: what was reported is never rounded.',
    usedNegative: 'The indicator is in use, and negative numbers may have been reported.',
    usedOption: 'The indicator is in use. Answers can be added and renamed, but not removed.',
    usedDimension: 'An agreement asks for this breakdown. Change the agreement first.',
    unknownDimension: 'There is no such breakdown.',
    twice: 'This is in the list already.',
    ratioNeedsParts: 'A ratio needs a numerator and a denominator.',
    ratioNeedsScale: 'A ratio needs a scale, such as 100 for percent.',
    ratioHasNone: 'A ratio is not broken down. Break down the indicators that it is made of instead.',
    onlyRatio: 'Only ratios have this.',
    textNeedsOptions: 'A rating needs at least two answers to choose from.',
    onlyText: 'Only ratings have answers to choose from.',
    textHasNone: 'A rating has neither decimals nor a plausible range and is not broken down.',
    notPositive: 'The scale has to be greater than zero.',
    reversed: 'At most is less than at least. Swap the numbers.',
    negative: 'The number cannot be negative.',
    tooManyDecimals: 'The number has more decimals than the indicator.',
    tooManyDigits: 'The number is too large. At most 15 digits before the decimal point.',
    unknownIndicator: 'The indicator is not in the library.',
    circular: 'The indicators would replace each other in a circle.',
    replacedAlready: 'The indicator was replaced by another one already.',
    partOfItself: 'An indicator cannot be a part of itself, nor through others. Choose another.',
    partOfOther: 'The indicator and the whole have to be in the same unit. A ratio can be part of any that is a count.',
    hasParts: 'Other indicators count some of this one, in the same unit. Change them first.',
  },
} as const;

export type IndicatorFaultCode = keyof (typeof indicatorFaultText)['sv'];
