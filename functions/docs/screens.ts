/**
 * Which address has the figures of which page. The parameters of a page's own address have other names (`period`, `dag`), the values
 * are the same. A test asks each of these, so that none is named in vain.
 */
export const screens: readonly { page: { sv: string; en: string }; address: string }[] = [
  {
    page: { sv: 'Översikten', en: 'The overview' },
    address: '/summary?groupBy=focusArea&from=2026&to=2026&trend=true',
  },
  {
    page: { sv: 'Översikten den 1 augusti', en: 'The overview as of 1 August' },
    address: '/summary?groupBy=focusArea&from=2026&to=2026&asOf=2026-08-01',
  },
  {
    page: { sv: 'Ett strategiskt område', en: 'A strategic area' },
    address: '/summary?groupBy=strategicArea&from=2026&to=2026',
  },
  {
    page: { sv: 'Vad en siffra består av', en: 'What a figure is made of' },
    address: '/summary/contributions?from=2026&to=2026&focusArea=starka-nyforetagande&indicator=radgivningstillfallen',
  },
  { page: { sv: 'Vem som har rapporterat', en: 'Who has reported' }, address: '/coverage?period=2026' },
  {
    page: { sv: 'En aktörs resultat', en: 'The results of an actor' },
    address: '/actors/almi/results?from=2026&to=2026',
  },
  {
    page: { sv: 'En aktörs resultat den 1 augusti', en: 'The results of an actor as of 1 August' },
    address: '/actors/almi/results?from=2026&to=2026&asOf=2026-08-01',
  },
  {
    page: { sv: 'En insats resultat', en: 'The results of an initiative' },
    address: '/initiatives/almi-basuppdrag/results?from=2026&to=2026',
  },
  {
    page: { sv: 'En prioritering i RUS', en: 'A priority of RUS' },
    address: '/rus-priorities/livslangt-larande/results?from=2026&to=2026',
  },
  { page: { sv: 'Pengarna', en: 'The money' }, address: '/summary/financing?from=2026&to=2026' },
  {
    page: { sv: 'Vad som har rättats', en: 'What was corrected' },
    address: '/summary/corrections?from=2026&to=2026&since=2026-08-01',
  },
  { page: { sv: 'Samlade bedömningar', en: 'Assessments' }, address: '/assessments?window=2026-H1' },
  { page: { sv: 'Samhällets utveckling', en: 'How society develops' }, address: '/societal-indicators' },
];
