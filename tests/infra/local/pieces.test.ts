import { languageOf } from '@insatskollen/functions/http/language.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDemoClock } from '@insatskollen/infra/local/clock.ts';
import { takeLock } from '@insatskollen/infra/local/lock.ts';
import { refuseBeyondLoopback } from '@insatskollen/infra/local/localOnly.ts';
import { html } from '@insatskollen/infra/local/page.ts';
import { startPart, type Part } from '@insatskollen/infra/local/part.ts';
import { readLocalSettings } from '@insatskollen/infra/local/settings.ts';
import { sweepExpired } from '@insatskollen/infra/local/sweep.ts';
import { freshTable } from '../../table-engine.ts';
import { newFolder } from './house.ts';

const parts: Part[] = [];
afterAll(async () => {
  await Promise.all(parts.map((part) => part.stop()));
});
async function part<S extends z.ZodType>(file: string, settings: object, says: S): Promise<z.output<S>> {
  const started = await startPart(file, settings);
  parts.push(started);
  return says.parse(started.said);
}

describe('the sign-in service of one machine', () => {
  const client = { clientId: 'insatskollen', clientSecret: 'hemligt', demo: true };
  const origin = 'http://localhost:39999';
  const asked = {
    client_id: 'insatskollen',
    response_type: 'code',
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    redirect_uri: `${origin}/api/auth/callback`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  let issuer = '';
  beforeAll(async () => {
    ({ issuer } = await part('openid/main.ts', { ...client, origin }, z.object({ issuer: z.url() })));
  });
  const authorize = (query: Record<string, string>) =>
    fetch(`${issuer}/auth?${new URLSearchParams(query).toString()}`, { redirect: 'manual' });

  it('asks who one is on a page without a script, in the language of the browser', async () => {
    const begun = await authorize(asked);
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const picker = new URL(begun.headers.get('location') ?? '', issuer);
    const [swedish, english] = await Promise.all(
      ['sv-SE,sv;q=0.9,en;q=0.8', 'en-GB'].map((language) =>
        fetch(picker, { headers: { cookie, 'accept-language': language } }),
      ),
    );
    const page = (await swedish?.text()) ?? '';
    expect(page).toContain('<h1>Välj vem du är</h1>');
    expect(page).toContain('Samordnare: granskar rapporter, skickar tillbaka och godkänner');
    expect(page).not.toContain('<script');
    expect(swedish?.headers.get('content-security-policy')).toContain(`form-action 'self' ${origin}`);
    expect(await english?.text()).toContain('<html lang="en">');
  });

  it('refuses a sign-in without PKCE, another client, and another way back', async () => {
    const { client_id, response_type, scope, state, nonce, redirect_uri } = asked;
    const without = { client_id, response_type, scope, state, nonce, redirect_uri };
    expect((await authorize(without)).headers.get('location')).toContain('error=invalid_request');
    for (const wrong of [{ client_id: 'other' }, { redirect_uri: 'http://evil.example/' }]) {
      const answer = await authorize({ ...asked, ...wrong });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
      expect(await answer.text()).toContain('Inloggningen gäller inte längre');
    }
  });

  it('leads nowhere but to the product when someone signs out', async () => {
    const end = (query: Record<string, string>) =>
      fetch(`${issuer}/session/end?${new URLSearchParams(query).toString()}`, { redirect: 'manual' });
    const back = await end({ client_id: 'insatskollen', post_logout_redirect_uri: `${origin}/logga-in` });
    expect(back.headers.get('location')).toBe(`${origin}/logga-in`);
    const elsewhere = await end({ client_id: 'insatskollen', post_logout_redirect_uri: 'http://evil.example/' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
  });

  it('is nothing that other machines can use', async () => {
    expect(() => refuseBeyondLoopback('https://insatskollen.example')).toThrow('ligger inte på den egna datorn');
    await expect(startPart('openid/main.ts', { ...client, origin: 'https://insatskollen.example' })).rejects.toThrow(
      'ligger inte på den egna datorn',
    );
  });

  it('does not start by itself, nor where something is deployed', async () => {
    const entry = fileURLToPath(new URL('../../../infra/local/openid/main.ts', import.meta.url));
    const starts = [{}, { STAGE: 'prod' }, { AWS_LAMBDA_FUNCTION_NAME: 'insatskollen' }].map(async (env) => {
      const child = spawn(process.execPath, [entry], { env: { ...process.env, STAGE: '', ...env }, stdio: 'ignore' });
      expect(await once(child, 'exit')).toEqual([1, null]);
    });
    await Promise.all(starts);
  });
});

describe('the catcher of mail', () => {
  it('takes a letter and shows it as text, with its links to follow', async () => {
    const { smtp, page } = await part('mail/main.ts', {}, z.object({ smtp: z.url(), page: z.url() }));
    expect(await (await fetch(page)).text()).toContain('Inget har skickats än.');
    await sendLetter(Number(new URL(smtp).port), [
      'From: Insatskollen <ingen@insatskollen.example>',
      'To: alma@insatskollen.example',
      'Subject: =?utf-8?Q?P=C3=A5minnelse_<b>?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Rapporten väntar på http://localhost:3000/mina-rapporter?a=1&b=2 och <script>inget</script>.',
    ]);
    const list = await (await fetch(page)).text();
    expect(list).toContain('Påminnelse &#60;b&#62;');
    const letter = await (await fetch(`${page}/1`)).text();
    expect(letter).toContain('<a href="http://localhost:3000/mina-rapporter?a=1&#38;b=2">');
    expect(letter).toContain('&#60;script&#62;inget&#60;/script&#62;');
    expect((await fetch(`${page}/2`)).status).toBe(404);
  });
});

/** Speaks just enough SMTP to hand in one letter. */
async function sendLetter(port: number, lines: string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const says = [
    'EHLO test',
    'MAIL FROM:<ingen@insatskollen.example>',
    'RCPT TO:<alma@insatskollen.example>',
    'DATA',
    [...lines, '.'].join('\r\n'),
    'QUIT',
  ];
  for await (const answer of socket) {
    expect(String(answer)).toMatch(/^[23]/);
    const next = says.shift();
    if (next !== undefined) socket.write(`${next}\r\n`);
  }
}

describe('the time of the demo', () => {
  it('begins where the data stand, and goes on from where it stopped', () => {
    const folder = newFolder();
    const first = startDemoClock(folder, '2026-11-20T08:00:00+01:00');
    const begun = first.now().getTime();
    expect(begun).toBeGreaterThanOrEqual(Date.parse('2026-11-20T07:00:00Z'));
    first.stop();
    const second = startDemoClock(folder, '2026-11-20T08:00:00+01:00');
    expect(second.now().getTime()).toBeGreaterThanOrEqual(begun);
    second.stop();
  });

  it('never goes back, also when nothing was said at the end', () => {
    const folder = newFolder();
    const killed = startDemoClock(folder, '2026-11-20T08:00:00+01:00');
    const next = startDemoClock(folder, '2026-11-20T08:00:00+01:00');
    expect(next.now().getTime()).toBeGreaterThan(killed.now().getTime());
    next.stop();
    killed.stop();
  });
});

describe('the lock', () => {
  it('is one process’s at a time, and free as soon as that process is killed', async () => {
    const file = join(newFolder(), 'lock.db');
    const module = new URL('../../../infra/local/lock.ts', import.meta.url).href;
    const script = `import { takeLock } from '${module}'; globalThis.kept = takeLock('${file}'); console.log('taken'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    expect(takeLock(file)).toBeUndefined();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const lock = takeLock(file);
    expect(lock).toBeDefined();
    expect(takeLock(file)).toBeUndefined();
    lock?.release();
    const again = takeLock(file);
    expect(again).toBeDefined();
    again?.release();
  });
});

describe('what has expired', () => {
  it('is swept away, and nothing else', async () => {
    const table = await freshTable();
    const now = new Date('2026-11-20T07:00:00Z');
    const seconds = now.getTime() / 1000;
    const items = { old: seconds - 1, new: seconds + 1, everlasting: undefined };
    for (const [pk, expiresAtEpochSeconds] of Object.entries(items)) {
      await table.put({
        Item: { pk, sk: 'A', ...(expiresAtEpochSeconds === undefined ? {} : { expiresAtEpochSeconds }) },
      });
    }
    expect(await sweepExpired(table, now)).toBe(1);
    const left = await table.getMany(Object.keys(items).map((pk) => ({ pk, sk: 'A' })));
    expect(left.map((item) => item?.['pk'])).toEqual([undefined, 'new', 'everlasting']);
  });
});

describe('what one can say when starting', () => {
  it('is nothing, and then it is the usual', () => {
    expect(readLocalSettings({})).toMatchObject({ port: 3000, demo: undefined, clock: 'demo', endpoint: undefined });
    expect(readLocalSettings({ DATA_DIR: '', PORT: ' ' })).toMatchObject({
      port: 3000,
      dataDir: join(process.cwd(), 'data'),
    });
  });

  it('is understood or refused, never guessed', () => {
    expect(readLocalSettings({ PORT: '3001', DEMO: '0', CLOCK: 'system' })).toMatchObject({
      port: 3001,
      demo: false,
      clock: 'system',
    });
    for (const wrong of [
      { PORT: '0' },
      { PORT: '70000' },
      { PORT: '3000x' },
      { DEMO: 'nej' },
      { CLOCK: 'igår' },
      { DYNAMODB_ENDPOINT: 'localhost' },
      { KOLADA_URL: 'api.kolada.se' },
    ]) {
      expect(() => readLocalSettings(wrong)).toThrow(Object.keys(wrong)[0]);
    }
  });
});

describe('the pages of the pieces', () => {
  it('show what people wrote as text', () => {
    expect(html`<p title="${'"><b>'}">${['a', 'b'].map((one) => html`<i>${one}</i>`)}${'<&'}</p>`.text).toBe(
      '<p title="&#34;&#62;&#60;b&#62;"><i>a</i><i>b</i>&#60;&#38;</p>',
    );
  });

  it.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['de-DE', 'sv'],
    ['en', 'en'],
    ['sv,en;q=0.9', 'sv'],
    ['fi,en-US;q=0.8,sv;q=0.5', 'en'],
    ['en;q=0', 'sv'],
  ])('speak to one whose browser says %s in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
