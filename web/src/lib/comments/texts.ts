import type { Speaker } from '@insatskollen/shared/comments/comment.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const speakers: Record<Speaker, string> = { coordinator: 'samordnare', leader: 'ledning', department: 'avdelning' };

const sv = {
  title: 'Synpunkter inom regionen',
  readBy: 'Läses av regionens samordnare, ledning och avdelningar. Aktören ser dem inte.',
  none: 'Ingen har skrivit något än.',
  nobody: 'Någon som inte har konto längre',
  speakers,
  withdrawn: (when: string) => `Tillbakatagen ${when}`,
  write: 'Din synpunkt',
  hint: 'Högst 2 000 tecken.',
  send: 'Lämna synpunkten',
  withdraw: 'Ta tillbaka',
  withdrawText: 'Texten tas bort för alla. Att du har skrivit något och tagit tillbaka det syns.',
  withdrawNow: 'Ta bort texten',
};

/** Words around what the region says within itself. */
export const commentTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Comments within the region',
    readBy: 'Read by the region’s coordinators, leaders and departments. The actor does not see them.',
    none: 'Nobody has written anything yet.',
    nobody: 'Somebody who has no account any more',
    speakers: { coordinator: 'coordinator', leader: 'leader', department: 'department' },
    withdrawn: (when) => `Taken back ${when}`,
    write: 'Your comment',
    hint: 'At most 2,000 characters.',
    send: 'Leave the comment',
    withdraw: 'Take back',
    withdrawText: 'The text is removed for everyone. That you wrote something and took it back is shown.',
    withdrawNow: 'Remove the text',
  },
};
