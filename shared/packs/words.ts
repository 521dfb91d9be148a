import type { Direction } from '../insight/movement.ts';
import type { Said } from './content.ts';

export type Language = 'sv' | 'en';

/** Words in the pack's language. */
export const saying =
  (language: Language) =>
  (text: string): Said => ({ text, language });
/** Words that somebody wrote, or named, in Swedish. */
export const inSwedish = (text: string): Said => ({ text, language: 'sv' });

const directions: Record<Direction, string> = {
  stronglyForward: 'Tydligt framåt',
  forward: 'Framåt',
  unchanged: 'Oförändrat',
  backward: 'Bakåt',
  stronglyBackward: 'Tydligt bakåt',
};

const sv = {
  titles: {
    board: 'Läget i näringslivsstrategin',
    yearly: 'Uppföljningsrapport för näringslivsstrategin',
  },
  window: (window: string) => `Avser ${window}.`,
  asOf: (when: string) => `Officiella siffror, läget ${when}.`,
  synthetic: 'Siffrorna är påhittade.',
  whole: 'Helheten',
  wholeCoverage: 'Rapporterna per strategiskt område',
  reports: { approved: 'Godkända', submitted: 'Väntar på granskning', late: 'Sena', later: 'Väntas senare' },
  area: 'Område',
  coverage: 'Rapportering',
  nothingToFollow: (areas: string) => `Inga avtal att följa upp under tiden: ${areas}.`,
  passed: (share: string) => `${share} av tiden har gått.`,
  allPassed: 'Hela tiden har gått.',
  directions,
  movement: (direction: string) => `Förflyttning: ${direction}`,
  latest: (window: string, direction: string) => `Senaste bedömning, ${window}: ${direction}`,
  noAssessment: 'Ingen bedömning är publicerad för tiden.',
  figuresOf: (area: string) => `Utfall mot mål, ${area}`,
  columns: { figure: 'Mått', value: 'Utfall', target: 'Mål', share: 'Av målet' },
  noValue: 'inget godkänt än',
  noTarget: 'inget gemensamt mål',
  against: (target: string) => `mot målet ${target}`,
  of: (approved: string, expected: string) => `${approved} av ${expected}`,
  nothingApproved: (area: string) => `${area}: inget är godkänt än`,
  onlyCoverage: (area: string) => `${area}: avtalen har inga mått att lägga ihop`,
  more: (shown: string, all: string) => `${shown} av ${all} mått. Övriga finns i översikten.`,
  chart: 'Utfall i procent av målet (linjen är målet)',
  chartOf: (area: string) => `Utfall i procent av målet (linjen är målet), ${area}`,
  least: 'Minst',
  most: 'Högst, för unika',
  chartAlt: (area: string, points: string) => `Stapeldiagram över utfall i procent av målet, ${area}: ${points}.`,
  wholeAlt: (points: string) => `Staplat diagram över rapporter per strategiskt område: ${points}.`,
  part: (title: string, n: number, of: number) => `${title} (${n} av ${of})`,
  definitions: 'Vad måtten betyder',
  definition: 'Definition',
  coverageTitle: 'Vad siffrorna bygger på',
  coverageColumns: {
    area: 'Insatsområde',
    approved: 'Godkända',
    due: 'Skulle vara inne',
    expected: 'Väntade',
    late: 'Sena',
  },
  rules: [
    'Bara rapporter som en samordnare har godkänt räknas.',
    'En rapport som har skickats tillbaka räknas inte förrän den är godkänd igen.',
    'Unika personer och företag visas som ett spann, från minst till mest, när flera aktörer kan ha mött samma.',
    'Mål finns bara där aktörernas avtal har mål som går att lägga ihop.',
  ],
  pageOf: (n: string, of: string) => `Sida ${n} av ${of}`,
};

const en: typeof sv = {
  titles: {
    board: 'Where the business strategy stands',
    yearly: 'Follow-up report on the business strategy',
  },
  window: (window) => `Time covered: ${window}.`,
  asOf: (when) => `Official figures as of ${when}.`,
  synthetic: 'The figures are made up.',
  whole: 'The whole',
  wholeCoverage: 'Reports by strategic area',
  reports: { approved: 'Approved', submitted: 'Awaiting review', late: 'Late', later: 'Expected later' },
  area: 'Area',
  coverage: 'Reporting',
  nothingToFollow: (areas) => `No agreements to follow up during the time: ${areas}.`,
  passed: (share) => `${share} of the time has passed.`,
  allPassed: 'All of the time has passed.',
  directions: {
    stronglyForward: 'Clearly forward',
    forward: 'Forward',
    unchanged: 'Unchanged',
    backward: 'Backward',
    stronglyBackward: 'Clearly backward',
  },
  movement: (direction) => `Movement: ${direction}`,
  latest: (window, direction) => `Latest assessment, ${window}: ${direction}`,
  noAssessment: 'No assessment is published for the time.',
  figuresOf: (area) => `Results against targets, ${area}`,
  columns: { figure: 'Indicator', value: 'Result', target: 'Target', share: 'Of target' },
  noValue: 'nothing approved yet',
  noTarget: 'no shared target',
  against: (target) => `against the target ${target}`,
  of: (approved, expected) => `${approved} of ${expected}`,
  nothingApproved: (area) => `${area}: nothing is approved yet`,
  onlyCoverage: (area) => `${area}: the agreements have no indicators to add up`,
  more: (shown, all) => `${shown} of ${all} indicators. The others are in the overview.`,
  chart: 'Results in per cent of the target (the line)',
  chartOf: (area) => `Results in per cent of the target (the line), ${area}`,
  least: 'At least',
  most: 'At most, for unique',
  chartAlt: (area, points) => `Bar chart of results in per cent of the target, ${area}: ${points}.`,
  wholeAlt: (points) => `Stacked chart of reports by strategic area: ${points}.`,
  part: (title, n, of) => `${title} (${n} of ${of})`,
  definitions: 'What the indicators mean',
  definition: 'Definition',
  coverageTitle: 'What the figures rest on',
  coverageColumns: {
    area: 'Focus area',
    approved: 'Approved',
    due: 'Should be in',
    expected: 'Expected',
    late: 'Late',
  },
  rules: [
    'Only reports that a coordinator has approved are counted.',
    'A report that was sent back is not counted until it is approved again.',
    'Unique people and firms are shown as a range, from least to most, where several actors may have met the same.',
    'There is a target only where the actors’ agreements have targets that can be added up.',
  ],
  pageOf: (n, of) => `Page ${n} of ${of}`,
};

/** Words of packs in both languages. */
export const packWords: Readonly<Record<Language, typeof sv>> = { sv, en };
