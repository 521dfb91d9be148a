import { MailRefused, type Mail, type Mailer, type Posting } from '@insatskollen/functions/notices/mailer.ts';
import { sendDue } from '@insatskollen/functions/notices/send.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';

/** A post office that a test looks into, and that can be closed or refuse an address. */
export function postOffice() {
  const letters: Mail[] = [];
  const trouble = { closed: false, refused: '' };
  const mailer: Mailer = {
    async send(mail) {
      if (trouble.closed) throw new Error('connection refused');
      if (mail.to === trouble.refused) throw new MailRefused('no such mailbox');
      letters.push(mail);
    },
  };
  return {
    letters,
    trouble,
    mailer,
    to: (who: string) => letters.filter(({ to }) => to === `${who}@insatskollen.example`),
  };
}

export const posting = (deps: Deps, mailer: Mailer): Posting => ({
  ...deps,
  mailer,
  collectSeconds: 60,
  leaseSeconds: 600,
});

/** Sends until nothing more is due. */
export async function sendAll(deps: Posting): Promise<void> {
  while ((await sendDue(deps)) > 0);
}
