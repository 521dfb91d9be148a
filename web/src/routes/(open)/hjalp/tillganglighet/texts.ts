import type { Bilingual } from '#lib/i18n/language.ts';
import type { Prose } from '../prose.ts';

const DIGG = 'https://www.digg.se/tdosanmalan';

/** The accessibility statement that the law on access to digital public service asks for. */
export const accessibility: Bilingual<Prose> = {
  sv: {
    title: 'Tillgänglighet',
    lead: 'Insatskollen ska gå att använda för alla. Här står hur väl den gör det i dag och hur du säger till när något inte fungerar.',
    sections: [
      {
        id: 'hur-tillganglig',
        heading: 'Hur tillgänglig är tjänsten?',
        paragraphs: [
          'Region Sörmland står bakom tjänsten. Den är byggd för att uppfylla WCAG 2.2 på nivå AA, som är strängare än vad lagen om tillgänglighet till digital offentlig service kräver.',
          'Vi känner inte till några brister. Det betyder inte att det inte finns några: ingen utomstående har granskat tjänsten än.',
        ],
      },
      {
        id: 'vad-som-fungerar',
        heading: 'Det här ska fungera',
        points: [
          'Allt går att göra med bara tangentbord, och det syns alltid var du är.',
          'Alla sidor fungerar utan JavaScript. Det du har skrivit går inte förlorat om något går fel.',
          'Sidorna fungerar från 320 bildpunkters bredd och vid 400 procents förstoring.',
          'Färg är aldrig det enda som bär betydelse. Diagram har en mening och en tabell intill sig.',
          'Ljust och mörkt utseende följer enhetens inställning, eller ditt eget val längst ned på sidan.',
          'Du får en varning två minuter innan du loggas ut och kan stanna kvar.',
        ],
      },
      {
        id: 'hur-vi-har-provat',
        heading: 'Hur vi har prövat',
        paragraphs: [
          'Vi har själva prövat alla sidor med automatiska kontroller, med bara tangentbord, i stor förstoring och i ljust och mörkt utseende, på svenska och engelska. Kontrollerna görs om vid varje ändring av tjänsten. Redogörelsen är från den 24 november 2026.',
        ],
      },
      {
        id: 'sag-till',
        heading: 'Säg till om något inte fungerar',
        paragraphs: [
          'Hör av dig till den som samordnar uppföljningen på Region Sörmland om du stöter på ett hinder, eller om du behöver innehåll i en annan form, till exempel uppläst eller i stor stil. Berätta vilken sida det gäller och vad du försökte göra.',
        ],
        links: [{ href: 'https://regionsormland.se/', name: 'Kontakta Region Sörmland' }],
      },
      {
        id: 'tillsyn',
        heading: 'Tillsyn',
        paragraphs: [
          'Myndigheten för digital förvaltning har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om din synpunkt kan du anmäla det till dem.',
        ],
        links: [{ href: DIGG, name: 'Anmäl bristande tillgänglighet till Digg' }],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use Insatskollen. Here is how well that works today and how to tell us when something does not.',
    sections: [
      {
        id: 'hur-tillganglig',
        heading: 'How accessible is the service?',
        paragraphs: [
          'Region Sörmland is responsible for the service. It is built to meet WCAG 2.2 at level AA, which is stricter than the Swedish act on accessibility to digital public services asks for.',
          'We know of no shortcomings. That does not mean that there are none: nobody from outside has audited the service yet.',
        ],
      },
      {
        id: 'vad-som-fungerar',
        heading: 'What should work',
        points: [
          'Everything can be done with a keyboard alone, and it always shows where you are.',
          'All pages work without JavaScript. What you have written is not lost when something goes wrong.',
          'Pages work from a width of 320 pixels and at 400 per cent zoom.',
          'Colour never carries meaning alone. Charts have a sentence and a table beside them.',
          'Light and dark appearance follow the device, or your own choice at the foot of the page.',
          'You are warned two minutes before you are signed out and can stay.',
        ],
      },
      {
        id: 'hur-vi-har-provat',
        heading: 'How we have tested',
        paragraphs: [
          'We have tested all pages ourselves with automatic checks, with a keyboard alone, at large zoom and in light and dark appearance, in Swedish and English. The checks are repeated at each change of the service. This statement is of 24 November 2026.',
        ],
      },
      {
        id: 'sag-till',
        heading: 'Tell us when something does not work',
        paragraphs: [
          'Get in touch with the follow-up coordinator at Region Sörmland if you meet an obstacle, or if you need content in another form, such as read aloud or in large print. Say which page it is about and what you were trying to do.',
        ],
        links: [{ href: 'https://regionsormland.se/', name: 'Contact Region Sörmland (in Swedish)' }],
      },
      {
        id: 'tillsyn',
        heading: 'Supervision',
        paragraphs: [
          'The Swedish Agency for Digital Government supervises the act. If you are not content with how we handle your comment, you can report it to them.',
        ],
        links: [{ href: DIGG, name: 'Report lacking accessibility to Digg (in Swedish)' }],
      },
    ],
  },
};
