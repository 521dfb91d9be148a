import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter that the product has sent. */
export interface Letter {
  id: number;
  from: string;
  to: string;
  subject: string;
  at: Date;
  text: string;
  /** As it was sent, where it has any. */
  html: string | undefined;
}

const MOST_KEPT = 200;
const LARGEST = 5 * 1024 * 1024;

/**
 * Takes every letter that is sent to it and delivers none. One that comes again under the same id is the same letter, as in the
 * mailboxes that people have. The latest are kept while it runs, newest first.
 */
export function createCatcher(now: () => Date): { smtp: SMTPServer; letters: readonly Letter[] } {
  const letters: Letter[] = [];
  const known = new Set<string>();
  let caught = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST,
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          if (mail.messageId !== undefined && known.has(mail.messageId)) return done();
          if (mail.messageId !== undefined) known.add(mail.messageId);
          letters.unshift({
            id: ++caught,
            from: mail.from?.text ?? (mailFrom ? mailFrom.address : ''),
            to: rcptTo.map(({ address }) => address).join(', '),
            subject: mail.subject ?? '',
            at: now(),
            text: mail.text ?? '',
            html: typeof mail.html === 'string' ? mail.html : undefined,
          });
          letters.splice(MOST_KEPT);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('the letter cannot be read')),
      );
    },
  });
  smtp.on('error', (error) => console.error(error.message));
  return { smtp, letters };
}
