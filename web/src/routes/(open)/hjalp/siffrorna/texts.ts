import type { Bilingual } from '#lib/i18n/language.ts';
import type { Prose } from '../prose.ts';

/** How figures add up and what coverage means, in plain words. */
export const aboutFigures: Bilingual<Prose> = {
  sv: {
    title: 'Om siffrorna',
    lead: 'Varje siffra i översikten går att öppna ned till de rapporter den bygger på. Så här räknas den fram.',
    sections: [
      {
        id: 'godkanda',
        heading: 'Bara godkända rapporter räknas',
        paragraphs: [
          'Den officiella siffran bygger på rapporter som en samordnare har godkänt. Samordnare kan också se en förhandsvisning med det som är inskickat men inte granskat; den är alltid tydligt märkt.',
          'En rapport räknas en gång, i det insatsområde där insatsen bedöms ha störst effekt. Andra områden som den bidrar till visar den under Bidrar även, men lägger inte till den i sina summor.',
        ],
      },
      {
        id: 'tackning',
        heading: 'Täckning: hur mycket av underlaget som är inne',
        paragraphs: [
          'Intill varje summa står prickar, en för varje rapport som väntas: fylld är godkänd, halv är inskickad, ring är väntad och ring med streck är sen.',
          'Meningen intill räknar mot de rapporter vars sista dag har passerat. 26 av 34 betyder att 34 borde ha varit inne i dag och att 26 av dem är godkända. De som väntas senare räknas för sig.',
          'En låg siffra med låg täckning betyder oftast att rapporter saknas, inte att resultatet är svagt. Därför är den del av målet som vilar på rapporter som inte kommit streckad.',
        ],
      },
      {
        id: 'sammanlaggning',
        heading: 'Så läggs olika slags mått ihop',
        points: [
          'Flöden, som antal rådgivningar, summeras över aktörer och perioder.',
          'Bestånd, som antal bolag i inkubatorn, är läget vid periodens slut. Av varje avtalskedja tas det senaste godkända värdet. Är det från en tidigare period står det hur mycket.',
          'Andelar räknas på summan av täljarna delad med summan av nämnarna, aldrig som medelvärde av andelar.',
          'Unika personer och företag kan ha räknats av flera aktörer. Då visas ett spann: från det största enskilda talet till summan av alla.',
          'Bedömningar, som om delmål är uppnådda, räknas per svar.',
        ],
      },
      {
        id: 'mal',
        heading: 'Mål',
        paragraphs: [
          'Målet för en tid är summan av målen i avtalen. Där målen inte går att lägga ihop visas inget mål. Ett svagare streck visar var man borde ligga i dag om allt går i jämn takt.',
        ],
      },
      {
        id: 'tomt',
        heading: 'Noll, ej aktuellt och vet inte än',
        paragraphs: [
          'Noll är ett resultat. Ej aktuellt betyder att frågan inte gällde aktören den perioden. Vet inte än betyder att uppgiften är utlovad till ett visst datum. De två senare räknas inte som noll; det står hur många de är.',
        ],
      },
      {
        id: 'sma-tal',
        heading: 'Små tal döljs',
        paragraphs: [
          'När en uppdelning av personer har delar med färre än fem döljs den för alla utom regionens samordnare, ledning och avdelningar och den aktör som rapporterat, så att ingen enskild går att känna igen.',
        ],
      },
      {
        id: 'laget-en-viss-dag',
        heading: 'Läget en viss dag',
        paragraphs: [
          'Du kan se siffrorna precis som de stod en viss dag, till exempel dagen för ett nämndmöte. Ändringar som gjorts efter den dagen räknas upp på sidan.',
        ],
      },
      {
        id: 'lasar',
        heading: 'Läsår och slutrapporter',
        paragraphs: [
          'Ett läsår räknas i det år som det slutar. Slutrapporter och rapporter efter avslut står utanför alla summor.',
        ],
      },
    ],
  },
  en: {
    title: 'About the figures',
    lead: 'Every figure in the overview can be opened down to the reports it rests on. This is how it is worked out.',
    sections: [
      {
        id: 'godkanda',
        heading: 'Only approved reports count',
        paragraphs: [
          'The official figure rests on reports that a coordinator has approved. Coordinators can also see a preview with what is submitted but not reviewed; it is always clearly marked.',
          'A report counts once, in the focus area where the initiative is judged to have its largest effect. Other areas that it contributes to show it under Also contributes, but do not add it to their sums.',
        ],
      },
      {
        id: 'tackning',
        heading: 'Coverage: how much of the basis is in',
        paragraphs: [
          'Beside each sum stand dots, one for each report that is expected: filled is approved, half is submitted, a ring is expected and a ring with a bar is late.',
          'The sentence beside them counts against the reports whose last day has passed. 26 of 34 means that 34 should have been in by today and that 26 of them are approved. Those expected later are counted apart.',
          'A low figure with low coverage most often means that reports are missing, not that the result is weak. That is why the part of the target that rests on missing reports is hatched.',
        ],
      },
      {
        id: 'sammanlaggning',
        heading: 'How different kinds of measures add up',
        points: [
          'Flows, such as the number of advice sessions, are summed over actors and periods.',
          'Stocks, such as the number of companies in the incubator, are the state at the end of the period. Of each chain of agreements the latest approved value is taken. If it is from an earlier period, the page says how much.',
          'Ratios are the sum of numerators divided by the sum of denominators, never a mean of ratios.',
          'Unique people and firms may have been counted by several actors. A range is shown: from the largest single number to the sum of all.',
          'Ratings, such as whether milestones were reached, are counted by answer.',
        ],
      },
      {
        id: 'mal',
        heading: 'Targets',
        paragraphs: [
          'The target for a time is the sum of the targets in the agreements. Where they cannot be added up, no target is shown. A lighter tick shows where one should be today at an even pace.',
        ],
      },
      {
        id: 'tomt',
        heading: 'Zero, not applicable and not yet known',
        paragraphs: [
          'Zero is a result. Not applicable means that the question did not concern the actor in that period. Not yet known means that the answer is promised by a certain date. The latter two are not counted as zero; the page says how many they are.',
        ],
      },
      {
        id: 'sma-tal',
        heading: 'Small numbers are hidden',
        paragraphs: [
          'When a breakdown of people has parts with fewer than five, it is hidden from everyone but the region’s coordinators, leaders and departments and the actor that reported it, so that nobody can be recognised.',
        ],
      },
      {
        id: 'laget-en-viss-dag',
        heading: 'As of a certain day',
        paragraphs: [
          'You can see the figures exactly as they stood on a certain day, for example that of a board meeting. Changes made after that day are listed on the page.',
        ],
      },
      {
        id: 'lasar',
        heading: 'School years and final reports',
        paragraphs: [
          'A school year counts in the year in which it ends. Final reports and reports after the end stand outside all sums.',
        ],
      },
    ],
  },
};
