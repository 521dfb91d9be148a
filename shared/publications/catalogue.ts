import { period } from '../calendar/periods.ts';
import { windowName } from '../calendar/windowName.ts';
import type { Described, Value } from './rdf.ts';
import type { Listed } from './snapshot.ts';

const LICENCE = 'http://creativecommons.org/publicdomain/zero/1.0/';
const EU = 'http://publications.europa.eu/resource/authority';
/** Sörmland among the counties, in the register of places that Swedish catalogues point into. */
const SPATIAL = 'http://www.geonames.org/2676207';

const sv = (text: string): Value => ({ text, language: 'sv' });
const en = (text: string): Value => ({ text, language: 'en' });
const day = (text: string): Value => ({ text, type: 'xsd:date' });
const instant = (text: string): Value => ({ text, type: 'xsd:dateTime' });

const forms = [
  { name: 'summary.csv', title: 'CSV', media: 'text/csv', file: 'CSV' },
  { name: 'summary.json', title: 'JSON-stat 2.0', media: 'application/json', file: 'JSON' },
  { name: 'summary', title: 'JSON', media: 'application/json', file: 'JSON' },
] as const;

/** The catalogue of what is published, by DCAT-AP-SE: one dataset for each window, with a distribution for each form. `origin` is without a slash. */
export function catalogue(listed: readonly Listed[], origin: string): Described[] {
  const api = `${origin}/api/public/v1`;
  const publisher: Described = {
    iri: `${origin}/publikt#region-sormland`,
    type: 'foaf:Agent',
    properties: [
      ['foaf:name', sv('Region Sörmland')],
      ['dcterms:type', { iri: 'http://purl.org/adms/publishertype/RegionalAuthority' }],
      ['foaf:homepage', { iri: 'https://regionsormland.se' }],
    ],
  };
  const contact: Described = {
    iri: `${origin}/publikt#kontakt`,
    type: 'vcard:Organization',
    properties: [
      ['vcard:fn', sv('Region Sörmland, regional utveckling')],
      ['vcard:hasURL', { iri: 'https://regionsormland.se' }],
    ],
  };
  const windows = [...Map.groupBy(listed, ({ window }) => window)].sort(([a], [b]) =>
    period(a).end === period(b).end ? a.localeCompare(b) : period(b).end.localeCompare(period(a).end),
  );
  const datasets = windows.map(([window, items]): Described => {
    const { start, end } = period(window);
    const of = { from: window, to: window };
    const issued = items.map(({ publishedAt }) => publishedAt).sort();
    return {
      iri: `${api}/catalogue#resultat-${window}`,
      type: 'dcat:Dataset',
      properties: [
        ['dcterms:title', sv(`Resultat av insatser för näringslivet i Sörmland, ${windowName(of, 'sv')}`)],
        ['dcterms:title', en(`Results of business initiatives in Sörmland, ${windowName(of, 'en')}`)],
        [
          'dcterms:description',
          sv(
            `Vad insatser som Region Sörmland finansierar har lett till, för varje insatsområde i näringslivsstrategin: utfall, mål och hur många rapporter de bygger på.${
              items.some(({ synthetic }) => synthetic)
                ? ' Siffrorna är påhittade, för att visa hur tjänsten fungerar.'
                : ''
            }`,
          ),
        ],
        ['dcterms:identifier', { text: `resultat-${window}`, type: 'xsd:string' }],
        ['dcterms:publisher', { node: publisher }],
        ['dcat:contactPoint', { node: contact }],
        ['dcterms:issued', instant(issued[0] ?? '')],
        ['dcterms:modified', instant(issued.at(-1) ?? '')],
        ['dcterms:language', { iri: `${EU}/language/SWE` }],
        ['dcterms:accessRights', { iri: `${EU}/access-right/PUBLIC` }],
        ['dcterms:spatial', { iri: SPATIAL }],
        [
          'dcterms:temporal',
          {
            node: {
              type: 'dcterms:PeriodOfTime',
              properties: [
                ['dcat:startDate', day(start)],
                ['dcat:endDate', day(end)],
              ],
            },
          },
        ],
        ['dcat:theme', { iri: `${EU}/data-theme/ECON` }],
        ['dcat:theme', { iri: `${EU}/data-theme/REGI` }],
        ...['näringsliv', 'uppföljning', 'Sörmland'].map((word) => ['dcat:keyword', sv(word)] as const),
        ['dcat:landingPage', { iri: `${origin}/publikt?period=${window}` }],
        ...forms.map(
          ({ name, title, media, file }) =>
            [
              'dcat:distribution',
              {
                node: {
                  iri: `${api}/catalogue#resultat-${window}-${name}`,
                  type: 'dcat:Distribution',
                  properties: [
                    ['dcterms:title', sv(title)],
                    ['dcat:accessURL', { iri: `${api}/${name}?window=${window}` }],
                    ['dcat:downloadURL', { iri: `${api}/${name}?window=${window}` }],
                    ['dcat:mediaType', { iri: `https://www.iana.org/assignments/media-types/${media}` }],
                    ['dcterms:format', { iri: `${EU}/file-type/${file}` }],
                    ['dcterms:license', { iri: LICENCE }],
                    ['adms:status', { iri: `${EU}/distribution-status/COMPLETED` }],
                  ],
                },
              },
            ] as const,
        ),
      ],
    };
  });
  const changed = listed.map(({ publishedAt }) => publishedAt).sort();
  return [
    {
      iri: `${api}/catalogue`,
      type: 'dcat:Catalog',
      properties: [
        ['dcterms:title', sv('Öppna data från Insatskollen')],
        ['dcterms:title', en('Open data from Insatskollen')],
        ['dcterms:description', sv('Publicerade resultat av insatser för näringslivet i Sörmland.')],
        ['dcterms:publisher', { node: publisher }],
        ['foaf:homepage', { iri: `${origin}/publikt` }],
        ['dcterms:language', { iri: `${EU}/language/SWE` }],
        ['dcterms:license', { iri: LICENCE }],
        ...(changed.length > 0
          ? ([
              ['dcterms:issued', instant(changed[0] ?? '')],
              ['dcterms:modified', instant(changed.at(-1) ?? '')],
            ] as const)
          : []),
        ...datasets.map((node) => ['dcat:dataset', { node }] as const),
      ],
    },
  ];
}
