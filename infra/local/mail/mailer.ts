import { MailRefused, type Mailer } from '@insatskollen/functions/notices/mailer.ts';
import nodemailer from 'nodemailer';
import { refuseBeyondLoopback } from '../localOnly.ts';

const SENDER = 'Insatskollen <no-reply@insatskollen.example>';
/** What SMTP answers when it will never take the letter. */
const REFUSED_FROM = 500;

/** Sends letters by SMTP to a server on this machine, over a connection that is kept. */
export function smtpMailer(address: string): Mailer & { close(): void } {
  refuseBeyondLoopback(address.replace(/^smtp:/, 'http:'));
  const transport = nodemailer.createTransport({ url: address, pool: true, maxConnections: 1, ignoreTLS: true });
  return {
    async send({ id, to, replyTo, subject, text, html }) {
      try {
        await transport.sendMail({
          // The same for every try: whoever has the letter already can know the second one by it.
          messageId: `<${id}@insatskollen.example>`,
          from: SENDER,
          to,
          ...(replyTo === null ? {} : { replyTo }),
          subject,
          text,
          html,
          headers: { 'auto-submitted': 'auto-generated' },
        });
      } catch (error) {
        if (codeOf(error) >= REFUSED_FROM) throw new MailRefused('the letter was refused', { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

const codeOf = (error: unknown): number =>
  error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
