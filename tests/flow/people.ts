import type { Person } from '@insatskollen/shared/people/person.ts';

const wanted = {
  anna: { roles: ['reporter'], actorIds: ['north'] },
  bo: { roles: ['reporter'], actorIds: ['north', 'east'] },
  cia: { roles: ['reporter'], actorIds: ['east', 'west'] },
  dan: { roles: ['reporter'], actorIds: ['west'] },
  /** Reports for an actor and reviews for the region: four eyes concern her. */
  eva: { roles: ['reporter', 'coordinator'], actorIds: ['north'] },
  kim: { roles: ['coordinator'], actorIds: [] },
  kai: { roles: ['coordinator'], actorIds: [] },
  lea: { roles: ['leader'], actorIds: [] },
  ada: { roles: ['admin'], actorIds: [] },
} satisfies Record<string, Pick<Person, 'roles' | 'actorIds'>>;

export type Name = keyof typeof wanted;

const made = (name: Name): Person => ({
  ...wanted[name],
  id: `p-${name}`,
  name,
  email: `${name}@flow.example`,
  active: true,
});
/** Everyone of the house, by first name. */
export const people: Readonly<Record<Name, Person>> = {
  anna: made('anna'),
  bo: made('bo'),
  cia: made('cia'),
  dan: made('dan'),
  eva: made('eva'),
  kim: made('kim'),
  kai: made('kai'),
  lea: made('lea'),
  ada: made('ada'),
};

/** Two who report for each actor, so that they can meet in the same report. */
export const reportersOf: Readonly<Record<string, readonly [Name, Name]>> = {
  north: ['anna', 'bo'],
  east: ['bo', 'cia'],
  west: ['cia', 'dan'],
};
