import type { Deps } from '../deps.ts';

/** A letter as it is handed over to be sent. */
export interface Mail {
  /** The same for every try of one letter, so that a second copy can be known for what it is. */
  id: string;
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
}

/** The way out for letters: SES on AWS, SMTP on one machine. */
export interface Mailer {
  /** Fulfilled when the letter is taken over. Throws `MailRefused` when it never will be, anything else when it may be later. */
  send(mail: Mail): Promise<void>;
}

/** The address or the letter is refused for good: to try again does not help. */
export class MailRefused extends Error {}

/** What sending needs beside the rest. */
export interface Posting extends Deps {
  mailer: Mailer;
  /** How long more news is waited for before a letter is sent, so that several decisions in a row come in one. */
  collectSeconds: number;
  /** After so long without an answer, whoever was sending is taken to be gone. */
  leaseSeconds: number;
}
