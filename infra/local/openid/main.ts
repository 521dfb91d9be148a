import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { languageOf } from '@insatskollen/functions/http/language.ts';
import { z } from 'zod';
import { readReference } from '../../reference/read.ts';
import { refuseBeyondLoopback } from '../localOnly.ts';
import { runPart } from '../part.ts';
import { demoPeople } from '../people.ts';
import { listenOnLoopback } from '../ports.ts';
import { sendExpired, sendPicker } from './picker.ts';
import { createProvider, isOwnIdentity } from './provider.ts';

const SettingsSchema = z.object({
  /** Where it listened last time: who is who depends on the address. */
  port: z.number().optional(),
  origin: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  demo: z.boolean(),
});
const LARGEST_FORM = 10_000;

runPart(SettingsSchema, async ({ port, origin, clientId, clientSecret, demo }) => {
  refuseBeyondLoopback(origin);
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listenOnLoopback(server, port)}`;
  const people = demo ? demoPeople : [];
  const sendFault = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    sendExpired(outgoing, { language: languageOf(incoming.headers['accept-language']), origin });
  const provider = createProvider({ issuer, origin, clientId, clientSecret, people, sendFault });
  const answer = provider.callback();
  const actorNames = new Map(readReference().actor.map((actor) => [actor.id, actor.shortName]));

  async function choose(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const language = languageOf(incoming.headers['accept-language']);
    const interaction = await provider.interactionDetails(incoming, outgoing).catch(() => undefined);
    if (!interaction) return sendExpired(outgoing, { language, origin });
    const picking = { language, action: `/person/${interaction.uid}`, origin, people, actorNames };
    if (incoming.method !== 'POST') return sendPicker(outgoing, picking);
    const form = await readForm(incoming);
    if (form.has('cancel')) {
      return provider.interactionFinished(incoming, outgoing, {
        error: 'access_denied',
        error_description: 'cancelled',
      });
    }
    const identity = form.get('identity')?.trim() ?? '';
    const accountId =
      people.find(({ subject }) => subject === form.get('subject'))?.subject ??
      (isOwnIdentity(identity) ? identity : undefined);
    if (accountId === undefined) return sendPicker(outgoing, { ...picking, refusedIdentity: identity });
    return provider.interactionFinished(
      incoming,
      outgoing,
      { login: { accountId } },
      { mergeWithLastSubmission: false },
    );
  }

  server.on('request', (incoming, outgoing) => {
    // Another name for this address is not how anyone of ours comes here.
    if (incoming.headers.host !== new URL(issuer).host) {
      outgoing.writeHead(421).end();
      return;
    }
    const answered = incoming.url?.startsWith('/person/') ? choose(incoming, outgoing) : answer(incoming, outgoing);
    answered.catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      if (outgoing.headersSent) outgoing.destroy();
      else sendFault(incoming, outgoing);
    });
  });
  return { issuer };
});

async function readForm(incoming: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of incoming.setEncoding('utf8')) {
    text += String(part);
    if (text.length > LARGEST_FORM) throw new Error('the form is too large');
  }
  return new URLSearchParams(text);
}
