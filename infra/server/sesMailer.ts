import { OUTBOX_TAG } from '@insatskollen/functions/notices/undelivered.ts';
import { MailRefused, type Mail, type Mailer } from '@insatskollen/functions/notices/mailer.ts';
import { authorize, type Credentials, type Fetch } from './secretsManager.ts';

const PATH = '/v2/email/outbound-emails';
/** What SES will never take, whenever it is asked; anything else may pass. */
const forGood = new Set(['MessageRejected', 'BadRequestException']);

export interface SesSettings {
  region: string;
  /** Address that letters come from. */
  sender: string;
  /** Which tells what became of them. */
  configurationSet: string;
  credentials: () => Credentials;
  now: () => Date;
}

/**
 * Sends letters by SES (its API, version 2), each with its id as a tag, so that what becomes of it can be told. One signed request
 * a letter rather than a client library.
 */
export function sesMailer(settings: SesSettings, send: Fetch = fetch): Mailer {
  const { region, credentials, now } = settings;
  return {
    async send(mail) {
      const host = `email.${region}.amazonaws.com`;
      const body = JSON.stringify(requestOf(mail, settings));
      const { sessionToken } = credentials();
      const headers = {
        'content-type': 'application/json',
        host,
        'x-amz-date': now()
          .toISOString()
          .replaceAll(/[-:]|\.\d{3}/g, ''),
        ...(sessionToken ? { 'x-amz-security-token': sessionToken } : {}),
      };
      const authorization = authorize({
        service: 'ses',
        path: PATH,
        region,
        credentials: credentials(),
        headers,
        body,
      });
      const answer = await send(`https://${host}${PATH}`, {
        method: 'POST',
        headers: { ...headers, authorization },
        body,
      });
      if (answer.ok) return;
      const kind = answer.headers.get('x-amzn-errortype')?.split(':')[0] ?? '';
      if (forGood.has(kind)) throw new MailRefused(`SES answered ${kind}`);
      throw new Error(`SES answered ${answer.status} ${kind}`);
    },
  };
}

const inUtf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

function requestOf({ id, to, replyTo, subject, text, html }: Mail, { sender, configurationSet }: SesSettings): object {
  return {
    FromEmailAddress: `Insatskollen <${sender}>`,
    Destination: { ToAddresses: [to] },
    ...(replyTo === null ? {} : { ReplyToAddresses: [replyTo] }),
    Content: {
      Simple: {
        Subject: inUtf8(subject),
        Body: { Text: inUtf8(text), Html: inUtf8(html) },
        Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
      },
    },
    ConfigurationSetName: configurationSet,
    EmailTags: [{ Name: OUTBOX_TAG, Value: id }],
  };
}
