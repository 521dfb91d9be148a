import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  columns: { name: 'Aktör', kind: 'Slag', initiatives: 'Insatser' },
  kinds: {
    region: 'region',
    companyPromoter: 'företagsfrämjare',
    municipality: 'kommun',
    university: 'universitet',
    incubator: 'inkubator',
    association: 'förening',
    authority: 'myndighet',
    school: 'skola',
  },
  shortName: 'Kallas',
  kind: 'Slag',
  kindToConfirm: 'ska bekräftas',
  aliases: 'Kallas också',
  units: 'Verksamheter',
  note: 'Att bekräfta',
  initiatives: 'Insatser som aktören ansvarar för',
  participates: 'Insatser som aktören medverkar i',
  participatesNote: 'Här finns de insatser där planen skriver aktörens namn bland de medverkande.',
  none: 'Inga i registret.',
  agreements: 'Avtal',
};

/** Words of the register of actors. */
export const actorTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    columns: { name: 'Actor', kind: 'Kind', initiatives: 'Initiatives' },
    kinds: {
      region: 'region',
      companyPromoter: 'company promoter',
      municipality: 'municipality',
      university: 'university',
      incubator: 'incubator',
      association: 'association',
      authority: 'authority',
      school: 'school',
    },
    shortName: 'Called',
    kind: 'Kind',
    kindToConfirm: 'to be confirmed',
    aliases: 'Also called',
    units: 'Departments',
    note: 'To be confirmed',
    initiatives: 'Initiatives that the actor is responsible for',
    participates: 'Initiatives that the actor participates in',
    participatesNote: 'These are the initiatives where the plan writes the actor’s name among the participants.',
    none: 'None in the register.',
    agreements: 'Agreements',
  },
};

/** The word for a kind of actor; the register's own where a new kind has none yet. */
export const kindName = (kinds: Readonly<Record<string, string>>, kind: string): string => kinds[kind] ?? kind;
