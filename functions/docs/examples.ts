interface Example {
  title: { sv: string; en: string };
  text: { sv: string; en: string };
  code: string;
  after?: { sv: string; en: string };
}

const FEED = '/api/v1/exports/feed/figures.json?from=2026&to=2026';

/** How figures come into the programs that people have, with this house's own addresses. */
export const examples = (origin: string): readonly Example[] => [
  {
    title: { sv: 'I Excel och Power BI', en: 'In Excel and Power BI' },
    text: {
      sv: 'Skapa en nyckel som bara läser på din kontosida. Välj Hämta data, Tom fråga, Avancerad redigerare, och klistra in det här med din nyckel:',
      en: 'Make a token that only reads on your account page. Choose Get data, Blank query, Advanced editor, and paste this with your token:',
    },
    code: `let
  Source = Json.Document(Web.Contents("${origin}${FEED}",
    [Headers = [Authorization = "Bearer …"]])),
  Rows = Table.FromRecords(Source[value])
in
  Rows`,
    after: {
      sv: 'En rad är ett mått i ett område, eller en del av det. Summera bara rader där dimension är tom: de andra är delar av dem.',
      en: 'A row is an indicator in an area, or a part of it. Add up only rows where dimension is blank: the others are parts of these.',
    },
  },
  {
    title: { sv: 'Från en kommandorad', en: 'From a command line' },
    text: {
      sv: 'Översiktens siffror, och samma siffror som en fil för svenska Excel:',
      en: 'The figures of the overview, and the same figures as a file for Excel:',
    },
    code: `curl -H "Authorization: Bearer …" "${origin}/api/v1/summary?groupBy=focusArea&from=2026&to=2026"
curl -H "Authorization: Bearer …" -OJ "${origin}/api/v1/exports/summary.csv?from=2026&to=2026&language=sv"`,
  },
  {
    title: { sv: 'Publicerade siffror, utan nyckel', en: 'Published figures, without a token' },
    text: {
      sv: 'Det som regionen har publicerat får vem som helst hämta och använda:',
      en: 'Anyone may fetch and use what the region has published:',
    },
    code: `curl "${origin}/api/public/v1/summary?window=2025"`,
  },
];
