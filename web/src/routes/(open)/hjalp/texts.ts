import type { Bilingual } from '#lib/i18n/language.ts';
import type { Prose } from './prose.ts';

interface Help extends Prose {
  more: string;
  pages: readonly { href: string; name: string; what: string }[];
}

/** The first help page: how to report, and where the rest is. */
export const help: Bilingual<Help> = {
  sv: {
    title: 'Hjälp',
    lead: 'Så rapporterar du, från det att perioden börjar till dess att siffrorna syns i översikten.',
    sections: [
      {
        id: 'rapportera',
        heading: 'Så rapporterar du',
        steps: [
          'Öppna Mina rapporter. Överst står det som ska in härnäst, och när. Du kan börja skriva från periodens första dag.',
          'Fyll i siffrorna. Varje fält visar målet och vad ni rapporterade tidigare. Ett fält som lämnas tomt är inte noll: skriv 0 om det var noll, välj Ej aktuellt om det inte gäller er, eller Vet inte än och ange när uppgiften kommer.',
          'Avviker ett tal mycket från tidigare frågar vi varför. En mening räcker; den följer talet till granskningen.',
          'Skriv texterna. De får vara korta, men varje obligatorisk fråga behöver ett svar.',
          'Läs igenom sammanställningen och skicka in. Det går från 14 dagar före periodens slut. Du får ett kvitto med diarienummer.',
        ],
      },
      {
        id: 'spara',
        heading: 'Det du skriver sparas',
        paragraphs: [
          'Allt sparas medan du skriver, och överst på sidan står när det senast sparades. Du kan lämna sidan och fortsätta en annan dag eller på en annan dator. Flera hos er kan skriva samtidigt i olika fält.',
          'Utkastet är ert. Regionen ser att det finns, men inte vad som står i det, förrän ni skickar in.',
        ],
      },
      {
        id: 'skicka-in',
        heading: 'När du har skickat in',
        points: [
          'Den inskickade versionen kan inte ändras. Upptäcker du ett fel innan någon har börjat granska kan du ta tillbaka rapporten.',
          'Vill samordnaren veta mer kommer rapporten tillbaka med frågor vid de fält det gäller. Rätta, bocka av och skicka in igen.',
          'Blir rapporten godkänd räknas siffrorna in i översikten. Hittar du ett fel efter det, be om att få rätta det.',
        ],
      },
      {
        id: 'personuppgifter',
        heading: 'Inga personuppgifter',
        paragraphs: [
          'Skriv inte personnummer, e-postadresser eller annat som pekar ut en enskild person. En inskickad rapport är en allmän handling.',
        ],
      },
    ],
    more: 'Mer hjälp',
    pages: [
      { href: '/hjalp/ordlista', name: 'Ordlista', what: 'Vad orden betyder i Insatskollen.' },
      { href: '/hjalp/siffrorna', name: 'Om siffrorna', what: 'Hur tal läggs ihop, och vad täckning betyder.' },
      { href: '/hjalp/tillganglighet', name: 'Tillgänglighet', what: 'Vad som fungerar, och hur du påtalar brister.' },
      { href: '/publikt', name: 'Publicerade resultat', what: 'Vad regionen visar för alla, utan inloggning.' },
    ],
  },
  en: {
    title: 'Help',
    lead: 'How to report, from the day a period begins until the figures are in the overview.',
    sections: [
      {
        id: 'rapportera',
        heading: 'How to report',
        steps: [
          'Open My reports. At the top is what is due next, and when. You can begin to write from the first day of the period.',
          'Fill in the figures. Each field shows the target and what you reported before. A field left empty is not zero: write 0 if it was zero, choose Not applicable if it does not concern you, or Not yet known and say when it will be.',
          'If a number is far from earlier ones, we ask why. One sentence is enough; it follows the number to the review.',
          'Write the texts. They may be short, but each required question needs an answer.',
          'Read through the summary and submit. You can from 14 days before the period ends. You get a receipt with a registration number.',
        ],
      },
      {
        id: 'spara',
        heading: 'What you write is saved',
        paragraphs: [
          'Everything is saved while you write, and the top of the page says when it was last saved. You can leave the page and go on another day or on another computer. Several of you can write at the same time in different fields.',
          'The draft is yours. The region sees that it exists, but not what it says, until you submit.',
        ],
      },
      {
        id: 'skicka-in',
        heading: 'When you have submitted',
        points: [
          'The submitted version cannot be changed. If you find a mistake before anyone has begun to review it, you can take the report back.',
          'If the coordinator wants to know more, the report comes back with questions at the fields they concern. Correct, tick off and submit again.',
          'Once the report is approved, its figures count in the overview. If you find a mistake after that, ask to correct it.',
        ],
      },
      {
        id: 'personuppgifter',
        heading: 'No personal data',
        paragraphs: [
          'Do not write personal identity numbers, e-mail addresses or anything else that points out one person. A submitted report is a public record.',
        ],
      },
    ],
    more: 'More help',
    pages: [
      { href: '/hjalp/ordlista', name: 'Glossary', what: 'What the words mean in Insatskollen.' },
      { href: '/hjalp/siffrorna', name: 'About the figures', what: 'How numbers add up, and what coverage means.' },
      { href: '/hjalp/tillganglighet', name: 'Accessibility', what: 'What works, and how to report faults.' },
      { href: '/publikt', name: 'Published results', what: 'What the region shows to anyone, without signing in.' },
    ],
  },
};
