import type { Bilingual, Language } from '#lib/i18n/language.ts';
import { ownFault, type ErrorWords } from './ownFault.ts';

const sv = {
  404: {
    title: 'Sidan finns inte',
    what: 'Det finns inget på den här adressen, eller så är det något som bara andra får se.',
    next: 'Kontrollera adressen, eller börja om från startsidan och leta dig fram därifrån.',
  },
  403: {
    title: 'Du får inte se den här sidan',
    what: 'Din roll ger inte tillgång till det som finns här.',
    next: 'Behöver du det i ditt arbete? Be den som samordnar uppföljningen på Region Sörmland att ändra din roll.',
  },
  429: {
    title: 'För många anrop på kort tid',
    what: 'Tjänsten tog emot fler anrop från dig än den klarar på en minut.',
    next: 'Vänta en stund och försök igen. Inget har gått förlorat.',
  },
  503: {
    title: 'Tjänsten når inte sina data just nu',
    what: 'Det är ett tillfälligt fel hos oss. Det som är sparat finns kvar.',
    next: 'Vänta en stund och försök igen. Håller det i sig, hör av dig till den som samordnar uppföljningen på Region Sörmland.',
  },
  400: {
    title: 'Det gick inte',
    what: 'Tjänsten kunde inte ta emot det som skickades.',
    next: 'Gå tillbaka och försök på nytt.',
  },
};

const errors: Bilingual<typeof sv> = {
  sv,
  en: {
    404: {
      title: 'There is no such page',
      what: 'There is nothing at this address, or it is something that only others may see.',
      next: 'Check the address, or start again from the first page and find your way from there.',
    },
    403: {
      title: 'You may not see this page',
      what: 'Your role does not give access to what is here.',
      next: 'Do you need it in your work? Ask the follow-up coordinator at Region Sörmland to change your role.',
    },
    429: {
      title: 'Too many requests in a short time',
      what: 'The service received more requests from you than it can take in a minute.',
      next: 'Wait a moment and try again. Nothing is lost.',
    },
    503: {
      title: 'The service cannot reach its data just now',
      what: 'This is a passing fault of ours. What is saved is still there.',
      next: 'Wait a moment and try again. If it lasts, tell the follow-up coordinator at Region Sörmland.',
    },
    400: {
      title: 'That did not work',
      what: 'The service could not receive what was sent.',
      next: 'Go back and try again.',
    },
  },
};

function kindOf({ status }: App.Error): keyof typeof sv | 500 {
  switch (status) {
    case 404:
    case 403:
    case 429:
      return status;
    case 502:
    case 503:
    case 504:
      return 503;
    default:
      return status < 500 ? 400 : 500;
  }
}

/** What the page says of an error. The refusal's own words say more than ours, where the API refused for a reason of its own. */
export function errorWords(error: App.Error, language: Language): ErrorWords {
  const kind = kindOf(error);
  if (kind === 500) return ownFault[language].fault;
  const words = errors[language][kind];
  return kind === 400 || (kind === 403 && error.code !== undefined) ? { ...words, what: error.message } : words;
}
