import type { Role } from '@insatskollen/shared/people/person.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const roles: Record<Role, string> = {
  reporter: 'Rapportör',
  coordinator: 'Samordnare',
  leader: 'Ledning',
  department: 'Avdelning',
  admin: 'Administratör',
};
const whatRolesDo: Record<Role, string> = {
  reporter: 'Rapportör: skriver och skickar in rapporter för sina aktörer',
  coordinator: 'Samordnare: sköter register och avtal och granskar rapporter',
  leader: 'Ledning: läser siffror och godkända rapporter',
  department: 'Avdelning: läser siffror och godkända rapporter och lämnar synpunkter',
  admin: 'Administratör: sköter personer och deras roller',
};

const sv = {
  title: 'Personer',
  lead: 'Alla som kan logga in, vad de får göra och vilka de rapporterar för.',
  invite: 'Bjud in',
  letters: 'Brev som inte gick att skicka',
  columns: { name: 'Namn', roles: 'Roller', actors: 'Rapporterar för', stand: 'Läge' },
  roles,
  whatRolesDo,
  stand: {
    closed: 'Stängt',
    joined: 'Har loggat in',
    invited: (day: string) => `Inbjuden, länken gäller till ${day}`,
    expired: 'Inbjudan har gått ut',
  },
  joined: (day: string) => `Har loggat in, första gången ${day}`,
  actors: (count: number) => `${count} aktörer`,
  email: 'E-post',
  new: {
    title: 'Bjud in någon',
    lead: 'Du får en länk att skicka. Den kan användas en gång och gäller i två veckor.',
    emailHint: 'Adressen kan inte ändras efteråt.',
    submit: 'Skapa inbjudan',
  },
  link: {
    title: 'Skicka den här länken',
    text: (name: string, day: string) =>
      `Länken är till för ${name}. Den kan användas en gång och gäller till ${day}. Den visas bara nu.`,
    gone: 'Inbjudan skapades redan, men länken visas bara en gång. Gör en ny om du inte fick med dig den.',
    label: 'Länk till inbjudan',
    another: 'Bjud in någon till',
  },
  again: {
    action: 'Ny inbjudan',
    title: (name: string) => `Ny inbjudan till ${name}`,
    lead: 'För den som har tappat sin länk eller bytt inloggning. När länken används slutar tidigare inloggningar, nycklar och länkar att gälla.',
    submit: 'Skapa ny länk',
  },
  changeTitle: (name: string) => `Ändra ${name}`,
  history: 'Namn och e-post sparas inte i historiken.',
  fields: {
    name: 'Namn',
    email: 'E-post',
    roles: 'Roller',
    actorIds: 'Rapporterar för',
    active: 'Kontot är öppet',
  },
  actorsHint: 'För den som är rapportör.',
  activeHint:
    'Avmarkera för att stänga kontot. Personen loggas då ut överallt och nycklar slutar gälla. Det som personen har gjort finns kvar.',
};

/** Words of the register of people. */
export const peopleTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'People',
    lead: 'Everyone who can sign in, what they may do and whom they report for.',
    invite: 'Invite',
    letters: 'Letters that could not be sent',
    columns: { name: 'Name', roles: 'Roles', actors: 'Reports for', stand: 'State' },
    roles: {
      reporter: 'Reporter',
      coordinator: 'Coordinator',
      leader: 'Leader',
      department: 'Department',
      admin: 'Administrator',
    },
    whatRolesDo: {
      reporter: 'Reporter: writes and submits reports for their actors',
      coordinator: 'Coordinator: keeps registers and agreements, and reviews reports',
      leader: 'Leader: reads figures and approved reports',
      department: 'Department: reads figures and approved reports, and comments',
      admin: 'Administrator: keeps people and their roles',
    },
    stand: {
      closed: 'Closed',
      joined: 'Has signed in',
      invited: (day) => `Invited, the link is good until ${day}`,
      expired: 'The invitation has expired',
    },
    joined: (day) => `Has signed in, the first time ${day}`,
    actors: (count) => `${count} actors`,
    email: 'E-mail',
    new: {
      title: 'Invite somebody',
      lead: 'You get a link to send. It can be used once and is good for two weeks.',
      emailHint: 'The address cannot be changed afterwards.',
      submit: 'Make the invitation',
    },
    link: {
      title: 'Send this link',
      text: (name, day) =>
        `The link is for ${name}. It can be used once and is good until ${day}. It is shown only now.`,
      gone: 'The invitation was made already, but the link is shown once. Make another if you did not get hold of it.',
      label: 'Link to the invitation',
      another: 'Invite somebody else',
    },
    again: {
      action: 'New invitation',
      title: (name) => `New invitation to ${name}`,
      lead: 'For someone who has lost their link or changed how they sign in. When the link is used, earlier sign-ins, tokens and links end.',
      submit: 'Make a new link',
    },
    changeTitle: (name) => `Change ${name}`,
    history: 'Names and e-mail addresses are not kept in the history.',
    fields: {
      name: 'Name',
      email: 'E-mail',
      roles: 'Roles',
      actorIds: 'Reports for',
      active: 'The account is open',
    },
    actorsHint: 'For a reporter.',
    activeHint:
      'Clear it to close the account. The person is then signed out everywhere and tokens end. What the person has done remains.',
  },
};
