import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  saknas: {
    title: 'Du har ingen inbjudan',
    what: 'Inloggningen fungerade, men det finns ingen plats för dig i Insatskollen än. En e-postadress räcker inte: den som ska in behöver en inbjudan, och den gäller en person.',
  },
  ogiltig: {
    title: 'Länken går inte att använda',
    what: 'Adressen är inte en inbjudan som vi känner till. Kontrollera att hela länken kom med när du kopierade den.',
  },
  anvand: {
    title: 'Inbjudan är redan använd',
    what: 'Varje inbjudan går att använda en gång. Var det du som använde den räcker det att logga in. Var det inte du, säg till genast.',
  },
  utgangen: {
    title: 'Inbjudan har gått ut',
    what: 'En inbjudan gäller i fjorton dagar. Be om en ny, så kommer du in på en gång.',
  },
  avslutad: {
    title: 'Ditt konto är avslutat',
    what: 'Du har haft tillgång till Insatskollen, men den har tagits bort. Det du har rapporterat finns kvar.',
  },
  whom: 'Vem kan hjälpa dig?',
  whomText:
    'Den som samordnar uppföljningen på Region Sörmland bjuder in nya personer. Berätta vilken organisation du rapporterar för.',
  signIn: 'Logga in',
};

export const invitation: Bilingual<typeof sv> = {
  sv,
  en: {
    saknas: {
      title: 'You have no invitation',
      what: 'Signing in worked, but there is no place for you in Insatskollen yet. An e-mail address is not enough: those who are to enter need an invitation, and it is for one person.',
    },
    ogiltig: {
      title: 'The link cannot be used',
      what: 'The address is not an invitation that we know of. Check that the whole link came along when you copied it.',
    },
    anvand: {
      title: 'The invitation has been used',
      what: 'Each invitation can be used once. If it was you who used it, just sign in. If it was not, tell us at once.',
    },
    utgangen: {
      title: 'The invitation has expired',
      what: 'An invitation lasts for fourteen days. Ask for a new one and you can enter straight away.',
    },
    avslutad: {
      title: 'Your account is closed',
      what: 'You had access to Insatskollen, but it has been taken away. What you reported is still there.',
    },
    whom: 'Who can help you?',
    whomText:
      'The follow-up coordinator at Region Sörmland invites new people. Tell them which organisation you report for.',
    signIn: 'Sign in',
  },
};
