import { createServer } from 'node:http';
import { z } from 'zod';
import { runPart } from '../part.ts';
import { listenOnLoopback } from '../ports.ts';
import { createCatcher } from './catcher.ts';
import { answerMailPages } from './pages.ts';

runPart(z.object({}), async () => {
  const { smtp, letters } = createCatcher(() => new Date());
  const pages = createServer((incoming, outgoing) => answerMailPages(letters, incoming, outgoing));
  const [smtpPort, pagePort] = await Promise.all([
    listenOnLoopback(smtp.server, undefined),
    listenOnLoopback(pages, undefined),
  ]);
  return { smtp: `smtp://127.0.0.1:${smtpPort}`, page: `http://127.0.0.1:${pagePort}` };
});
