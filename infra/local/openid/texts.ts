import type { Role } from '@insatskollen/shared/people/person.ts';

/** What the local sign-in service says. */
export const texts = {
  sv: {
    title: 'Välj vem du är',
    lead: 'Det här är inloggningen på den här datorn, för att prova. Alla personer är påhittade, och inget lösenord behövs.',
    leadWithoutPeople: 'Det här är inloggningen på den här datorn, för att prova. Inget lösenord behövs.',
    other: 'Någon annan',
    otherLead:
      'Skriv ett namn på en egen identitet, till exempel för att lösa in en inbjudan. Samma namn är samma identitet nästa gång. Utan inbjudan ger den inte tillgång till något.',
    identity: 'Namn på identiteten',
    identityHint: 'Bokstäver, siffror, punkt, bindestreck och snabel-a. Högst 100 tecken.',
    identityWrong: 'Skriv ett namn med bara bokstäver, siffror, punkt, bindestreck eller snabel-a.',
    wrongTitle: 'Fel: ',
    goOn: 'Logga in',
    cancel: 'Avbryt',
    expiredTitle: 'Inloggningen gäller inte längre',
    expired: 'Gå tillbaka till Insatskollen och logga in på nytt.',
    back: 'Till Insatskollen',
    list: 'Personer i demon',
    reportsFor: 'Rapporterar för',
    and: 'och',
    roles: {
      coordinator: 'Samordnare: granskar rapporter, skickar tillbaka och godkänner',
      leader: 'Ledning: ser siffrorna och vad de bygger på',
      department: 'Avdelning: ser siffrorna, läser godkända rapporter och lämnar synpunkter',
      admin: 'Administratör: bjuder in personer och ger dem roller',
    },
  },
  en: {
    title: 'Choose who you are',
    lead: 'This is sign-in on this computer, for trying things out. All people are made up, and no password is needed.',
    leadWithoutPeople: 'This is sign-in on this computer, for trying things out. No password is needed.',
    other: 'Someone else',
    otherLead:
      'Write a name for an identity of your own, for instance to redeem an invitation. The same name is the same identity next time. Without an invitation it gives access to nothing.',
    identity: 'Name of the identity',
    identityHint: 'Letters, digits, full stop, hyphen and at sign. At most 100 characters.',
    identityWrong: 'Write a name with letters, digits, full stop, hyphen or at sign only.',
    wrongTitle: 'Error: ',
    goOn: 'Sign in',
    cancel: 'Cancel',
    expiredTitle: 'This sign-in has ended',
    expired: 'Go back to Insatskollen and sign in again.',
    back: 'To Insatskollen',
    list: 'People of the demo',
    reportsFor: 'Reports for',
    and: 'and',
    roles: {
      coordinator: 'Coordinator: reviews reports, sends them back and approves them',
      leader: 'Leader: sees the figures and what they rest on',
      department: 'Department: sees the figures, reads approved reports and comments',
      admin: 'Administrator: invites people and gives them roles',
    },
  },
} as const satisfies Record<'sv' | 'en', { roles: Record<Exclude<Role, 'reporter'>, string>; [text: string]: unknown }>;
