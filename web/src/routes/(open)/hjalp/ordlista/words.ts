/** One word of the interface in both languages, and what it means here. */
export interface Word {
  id: string;
  sv: string;
  en: string;
  means: { sv: string; en: string };
}

/** The words of the product, as the interface uses them. */
export const words: readonly Word[] = [
  {
    id: 'aktor',
    sv: 'aktör',
    en: 'actor',
    means: {
      sv: 'En organisation som genomför insatser, till exempel Almi, ett Nyföretagarcentrum eller regionen själv.',
      en: 'An organisation that carries out initiatives, such as Almi, a start-up centre or the region itself.',
    },
  },
  {
    id: 'aktorsdialog',
    sv: 'aktörsdialog',
    en: 'dialogue',
    means: {
      sv: 'Ett möte mellan regionen och en aktör kring en rapport, med anteckningar och överenskomna åtgärder.',
      en: 'A meeting between the region and an actor around a report, with notes and agreed actions.',
    },
  },
  {
    id: 'avtal',
    sv: 'avtal',
    en: 'agreement',
    means: {
      sv: 'Det regionen och en aktör kommit överens om för en insats: tid, mål, mått, frågor, hur ofta man rapporterar och finansiering.',
      en: 'What the region and an actor have agreed on for an initiative: term, goals, indicators, questions, how often to report, and financing.',
    },
  },
  {
    id: 'avtalskedja',
    sv: 'avtalskedja',
    en: 'chain of agreements',
    means: {
      sv: 'Ett avtal med dem det efterträder och dem som efterträder det, så att historiken följer med.',
      en: 'An agreement with its predecessors and successors, so that history follows along.',
    },
  },
  {
    id: 'bestand',
    sv: 'bestånd',
    en: 'stock',
    means: {
      sv: 'Ett mått på läget en viss dag, till exempel antal bolag i inkubatorn vid kvartalets slut.',
      en: 'A measure of the state on one day, such as the companies in the incubator at the end of the quarter.',
    },
  },
  {
    id: 'delrapport',
    sv: 'rapport',
    en: 'report',
    means: {
      sv: 'Det en aktör svarar för ett avtal och en period: siffror, texter och analys.',
      en: 'What one actor answers for one agreement and one period: figures, texts and analysis.',
    },
  },
  {
    id: 'ej-aktuellt',
    sv: 'ej aktuellt',
    en: 'not applicable',
    means: {
      sv: 'Frågan gällde inte aktören den perioden. Inte samma sak som noll.',
      en: 'The question did not concern the actor in that period. Not the same as zero.',
    },
  },
  {
    id: 'finansiering',
    sv: 'finansiering',
    en: 'financing',
    means: {
      sv: 'Pengarna bakom en insats: regionens egna medel, statliga 1:1-medel, EU, kommuner och privata.',
      en: 'The money behind an initiative: the region’s own funds, state 1:1 funds, EU, municipalities and private.',
    },
  },
  {
    id: 'flode',
    sv: 'flöde',
    en: 'flow',
    means: {
      sv: 'Ett mått på vad som hänt under en period, till exempel antal rådgivningar.',
      en: 'A measure of what happened in a period, such as the number of advice sessions.',
    },
  },
  {
    id: 'granskning',
    sv: 'granskning',
    en: 'review',
    means: {
      sv: 'Samordnarens arbete mellan att en rapport skickats in och att den godkänns. Den som själv skrivit i rapporten får inte granska den.',
      en: 'The coordinator’s work between submission and approval. Nobody who wrote in a report may review it.',
    },
  },
  {
    id: 'indikator',
    sv: 'indikator',
    en: 'indicator',
    means: {
      sv: 'Ett mått med en bestämd definition, så att tal från olika aktörer går att lägga ihop.',
      en: 'A measure with a fixed definition, so that numbers from different actors can be added up.',
    },
  },
  {
    id: 'insats',
    sv: 'insats',
    en: 'initiative',
    means: {
      sv: 'En verksamhet eller ett projekt i handlingsplanen. Den har ett insatsområde där den räknas och kan bidra till fler.',
      en: 'An activity or project in the action plan. It has one focus area where it counts and may contribute to more.',
    },
  },
  {
    id: 'insatsomrade',
    sv: 'insatsområde',
    en: 'focus area',
    means: {
      sv: 'Ett av strategins 14 områden. Varje insatsområde hör till ett strategiskt område.',
      en: 'One of the strategy’s 14 areas. Each belongs to one strategic area.',
    },
  },
  {
    id: 'komplettering',
    sv: 'komplettering',
    en: 'return',
    means: {
      sv: 'När samordnaren skickar tillbaka en rapport med frågor vid enskilda fält.',
      en: 'When the coordinator sends a report back with remarks on single fields.',
    },
  },
  {
    id: 'kvot',
    sv: 'andel',
    en: 'ratio',
    means: {
      sv: 'Ett mått som är en täljare delad med en nämnare, till exempel andelen företag som startats av kvinnor.',
      en: 'A measure that is a numerator divided by a denominator, such as the share of firms started by women.',
    },
  },
  {
    id: 'medverkande',
    sv: 'medverkande',
    en: 'participating',
    means: {
      sv: 'En organisation som deltar i en insats utan att vara ansvarig för den.',
      en: 'An organisation that takes part in an initiative without being responsible for it.',
    },
  },
  {
    id: 'mal',
    sv: 'mål',
    en: 'target',
    means: {
      sv: 'Det värde som avtalet anger för en indikator, för en period, ett år eller hela avtalstiden.',
      en: 'The value that the agreement sets for an indicator, for a period, a year or the whole term.',
    },
  },
  {
    id: 'period',
    sv: 'rapporteringsperiod',
    en: 'period',
    means: {
      sv: 'Den tid en rapport gäller: ett kvartal, ett halvår, ett år eller ett läsår.',
      en: 'The time that a report is about: a quarter, a half-year, a year or a school year.',
    },
  },
  {
    id: 'rus',
    sv: 'RUS',
    en: 'RUS',
    means: {
      sv: 'Den regionala utvecklingsstrategin, i Sörmland kallad Sörmlandsstrategin.',
      en: 'The regional development strategy, in Sörmland called Sörmlandsstrategin.',
    },
  },
  {
    id: 'sen',
    sv: 'sen',
    en: 'late',
    means: {
      sv: 'En rapport vars sista dag har passerat utan att den skickats in, eller som inte kompletterats i tid.',
      en: 'A report whose last day has passed without being submitted, or that was not completed in time after a return.',
    },
  },
  {
    id: 'strategiskt-omrade',
    sv: 'strategiskt område',
    en: 'strategic area',
    means: {
      sv: 'Ett av de tre områdena i Sörmlands näringslivsstrategi 2022–2030.',
      en: 'One of the three areas of Sörmland’s business strategy 2022–2030.',
    },
  },
  {
    id: 'tackning',
    sv: 'täckning',
    en: 'coverage',
    means: {
      sv: 'Hur många av de rapporter som väntas som är inne och godkända.',
      en: 'How many of the reports that are expected are in and approved.',
    },
  },
  {
    id: 'unika',
    sv: 'unika',
    en: 'unique',
    means: {
      sv: 'Ett mått på personer eller företag som kan ha räknats av flera aktörer. Summan visas därför som ett spann.',
      en: 'A measure of people or firms that several actors may have counted. The sum is therefore shown as a range.',
    },
  },
  {
    id: 'uppvaxling',
    sv: 'uppväxling',
    en: 'leverage',
    means: {
      sv: 'Hur mycket annan finansiering varje krona av regionens egna medel fört med sig.',
      en: 'How much other financing each krona of the region’s own funds has brought.',
    },
  },
  {
    id: 'utkast',
    sv: 'utkast',
    en: 'draft',
    means: {
      sv: 'En rapport som inte är inskickad. Den tillhör aktören och ingen på regionen kan läsa den.',
      en: 'A report that is not submitted. It belongs to the actor and nobody at the region can read it.',
    },
  },
  {
    id: 'version',
    sv: 'version',
    en: 'version',
    means: {
      sv: 'En inskickad rapport, numrerad och oföränderlig, med eget diarienummer.',
      en: 'A submitted report, numbered and unchangeable, with a registration number of its own.',
    },
  },
  {
    id: 'vet-inte-an',
    sv: 'vet inte än',
    en: 'not yet known',
    means: {
      sv: 'Uppgiften finns inte än och är utlovad till ett visst datum.',
      en: 'The answer does not exist yet and is promised by a certain date.',
    },
  },
];
