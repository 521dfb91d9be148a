import type { Person } from '@insatskollen/shared/people/person.ts';

/** Someone of the demo, and how the local sign-in service knows them. */
export interface DemoPerson extends Person {
  subject: string;
}

type Wanted = Pick<Person, 'name' | 'roles' | 'actorIds'>;
const nfc = ['nfc-eskilstuna', 'nfc-vastra-sormland', 'nfc-tredje', 'nfc-fjarde'];
const others = [
  'mitc',
  'agro-sormland',
  'mdu',
  'create',
  'biodriv-ost',
  'arbetsformedlingen',
  'katec',
  'eskilstuna-kommun',
];

const wanted: Record<string, Wanted> = {
  'rapportor.almi': { name: 'Alma Almi', roles: ['reporter'], actorIds: ['almi'] },
  'rapportor.nfc': { name: 'Nils Nyföretag', roles: ['reporter'], actorIds: nfc },
  'rapportor.uf': { name: 'Ulla Ung', roles: ['reporter'], actorIds: ['uf'] },
  'rapportor.stua': { name: 'Stina Stua', roles: ['reporter'], actorIds: ['stua'] },
  'rapportor.region': { name: 'Rut Region', roles: ['reporter', 'coordinator'], actorIds: ['region-sormland'] },
  'rapportor.ovriga': { name: 'Ove Övrig', roles: ['reporter'], actorIds: others },
  samordnare: { name: 'Sam Samordnare', roles: ['coordinator'], actorIds: [] },
  samordnare2: { name: 'Siv Samordnare', roles: ['coordinator'], actorIds: [] },
  ledning: { name: 'Lena Ledning', roles: ['leader'], actorIds: [] },
  avdelning: { name: 'Axel Avdelning', roles: ['department'], actorIds: [] },
  admin: { name: 'Ada Admin', roles: ['admin'], actorIds: [] },
};

/** The people of the demo, all made up, so that every actor has a reporter and every role someone. */
export const demoPeople: readonly DemoPerson[] = Object.entries(wanted).map(([account, person]) => ({
  ...person,
  id: `demo-${account.replace('.', '-')}`,
  email: `${account}@insatskollen.example`,
  active: true,
  // A sign that nobody can type in the form for other identities, so that it never means someone of the demo.
  subject: `demo|${account}`,
}));
