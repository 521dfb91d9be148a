import { createServer } from 'node:net';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '@insatskollen/infra/local/pagesBuild.ts';
import { demoPeople } from '@insatskollen/infra/local/people.ts';
import { readStore } from '@insatskollen/infra/local/store.ts';
import { Browser } from './browser.ts';
import { begin, endEverything, newFolder, run, start, until, type House } from './house.ts';

const LONG = 300_000;
// What is not built is built here once, so that no start waits for it.
beforeAll(() => buildPages(() => {}), LONG);
afterAll(endEverything);

const almi = 'rapportor.almi@insatskollen.example';
const tokenOf = async (house: House, email = almi): Promise<string> =>
  (await run('token', ['--as', email], house.env)).out.trim();
const me = async (house: House, token: string): Promise<unknown> =>
  (await fetch(`${house.origin}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).json();

describe('one who starts it', { timeout: LONG }, () => {
  let house: House;
  beforeAll(async () => {
    house = await start();
  }, LONG);

  it('is told the address, the people and how to stop', () => {
    for (const { email } of demoPeople) expect(house.said()).toContain(email);
    expect(house.said()).toContain(`Insatskollen är igång på ${house.origin}`);
    expect(house.said()).toContain('Avsluta med Ctrl-C');
  });

  it('finds the demo at the instant where its data stand, and time passing', async () => {
    const first = await house.health();
    expect(first).toMatchObject({ ok: true, demo: true, demoClock: true });
    expect(first.now).toMatch(/^2026-11-20T07:/);
    await until(async () => (await house.health()).now > first.now);
  });

  it('can be anyone of the demo: picks a person, works, signs out, and is asked again', async () => {
    const browser = new Browser();
    const picker = await browser.get(`${house.origin}/api/auth/sign-in`);
    expect(picker).toContain('<html lang="sv">');
    for (const { name, email } of demoPeople) {
      expect(picker).toContain(name);
      expect(picker).toContain(email);
    }
    expect(picker).toContain('Rapporterar för Region Sörmland');
    await browser.post(browser.address, { subject: 'demo|samordnare' });
    expect(await browser.read(`${house.origin}/api/v1/me`)).toMatchObject({
      status: 200,
      body: { name: 'Sam Samordnare', roles: ['coordinator'] },
    });
    await browser.post(`${house.origin}/api/auth/sign-out`, {});
    expect(new URL(browser.address).pathname).toBe('/logga-in');
    expect(await browser.read(`${house.origin}/api/v1/me`)).toMatchObject({ status: 401 });
    expect(await browser.get(`${house.origin}/api/auth/sign-in`)).toContain('Välj vem du är');
  });

  it('comes in as nobody without an invitation, and gets away from the picker', async () => {
    const browser = new Browser();
    await browser.get(`${house.origin}/api/auth/sign-in`);
    const picker = browser.address;
    expect(await browser.post(picker, { identity: 'demo|admin' })).toContain('aria-invalid="true"');
    await browser.post(picker, { identity: 'okänd' });
    expect(new URL(browser.address).pathname).toBe('/inbjudan');
    await browser.get(`${house.origin}/api/auth/sign-in`);
    await browser.post(browser.address, { cancel: 'yes' });
    expect(browser.address).toContain(`${house.origin}/logga-in?fel=avbruten`);
  });

  it('gets a token for someone, and nothing else on the line', async () => {
    const { code, out, err } = await run('token', ['--as', almi, '--scope', 'write'], house.env);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\S+\n$/);
    expect(await me(house, out.trim())).toMatchObject({ email: almi });
  });

  it('gets no token for someone who is not there', async () => {
    expect(await run('token', ['--as', 'ingen@insatskollen.example'], house.env)).toMatchObject({
      code: 1,
      out: '',
      err: 'Det finns ingen person med den e-postadressen.\n',
    });
    expect(await run('token', ['--scope', 'all'], house.env)).toMatchObject({ code: 1, out: '' });
  });

  it('cannot start another on the same data, nor empty them meanwhile', async () => {
    const second = await begin({ DATA_DIR: house.env.DATA_DIR });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(
      /^Insatskollen är redan igång med data i .* på http:\/\/localhost:\d+ \(process \d+\)\..*\n$/,
    );
    expect(await run('reset', ['--yes'], house.env)).toMatchObject({ code: 1 });
    expect((await house.health()).ok).toBe(true);
  });

  it('cannot take a port that is taken', async () => {
    const second = await begin({ PORT: house.env.PORT });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^Port \d+ används redan av något annat\. .*\n$/);
  });

  it('is sent to the name where cookies work', async () => {
    const answer = await fetch(`http://127.0.0.1:${house.env.PORT}/logga-in`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${house.origin}/logga-in`);
  });

  it('ends all of it with Ctrl-C', async () => {
    expect(house.processes().length).toBeGreaterThan(3);
    house.kill('SIGINT');
    expect(await house.ended).toBe(0);
    await until(() => house.processes().length === 0);
  });

  it('finds everything as it was the next time, the time too', async () => {
    const token = await tokenOf(house);
    const again = await start(house.env);
    expect(await me(again, token)).toMatchObject({ email: almi });
    const { now } = await again.health();
    expect(Date.parse(now)).toBeGreaterThan(Date.parse('2026-11-20T07:00:00Z'));
    expect(Date.parse(now)).toBeLessThan(Date.parse('2026-11-20T09:00:00Z'));
    again.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});

describe('nothing is left running', { timeout: LONG }, () => {
  afterEach(endEverything);

  it('when it is killed, and it starts again with all its data', async () => {
    const house = await start();
    const token = await tokenOf(house);
    const before = await house.health();
    house.kill('SIGKILL');
    await house.ended;
    const again = await start(house.env);
    expect(await me(again, token)).toMatchObject({ email: almi });
    const after = await again.health();
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.now));
    await until(() => house.processes().length === 0);
  });

  it('when npm is killed, which started it', async () => {
    const house = await start({}, 'npm');
    house.kill('SIGKILL');
    await until(() => house.processes().length === 0);
  });

  it('when npm is asked to end', async () => {
    const house = await start({}, 'npm');
    house.kill('SIGTERM');
    await until(() => house.processes().length === 0);
  });

  it('when its engine ends by itself: it says so', async () => {
    const house = await start();
    const engine = house
      .processes()
      .find(({ command }) => /dynoxide serve/.test(command) && !command.startsWith('/bin/sh'));
    process.kill(engine?.pid ?? 0, 'SIGKILL');
    expect(await house.ended).toBe(1);
    expect(house.said()).toContain('Tabellmotorn avslutades av sig själv');
    await until(() => house.processes().length === 0);
  });

  it('when it is asked to end while it starts', async () => {
    const house = await begin();
    await until(() => house.processes().length > 1);
    house.kill('SIGTERM');
    await house.ended;
    await until(() => house.processes().length === 0);
  });
});

describe('without the demo', { timeout: LONG }, () => {
  it('there are the strategy and the registers but nobody, and the first person comes by an invitation', async () => {
    const house = await start({ DEMO: '0' });
    expect(await house.health()).toMatchObject({ ok: true, demo: false, demoClock: false });
    expect(house.said()).toContain('npm run invite -- --admin');
    expect(house.said()).not.toContain(almi);
    expect((await run('token', ['--as', almi], house.env)).code).toBe(1);

    const { code, out } = await run(
      'invite',
      ['--admin', 'anna@region.example', '--name', 'Anna Andersson'],
      house.env,
    );
    expect(code).toBe(0);
    const link = out.split('\n')[1] ?? '';
    const browser = new Browser();
    expect(await browser.get(link)).not.toContain('rapportor');
    await browser.post(browser.address, { identity: 'anna' });
    expect(await browser.read(`${house.origin}/api/v1/me`)).toMatchObject({
      body: { name: 'Anna Andersson', roles: ['admin'] },
    });
    const initiatives = await browser.read(`${house.origin}/api/v1/initiatives?limit=200`);
    expect(initiatives).toMatchObject({ status: 200, body: { items: { length: 108 } } });

    // The link is good once, and Anna is Anna the next day too, wherever the sign-in service has its address by then.
    const other = new Browser();
    await other.get(link);
    expect(other.address).toContain('/inbjudan?fel=anvand');
    const issuer = new URL(readStore(house.env.DATA_DIR)?.issuer ?? '');
    house.kill('SIGTERM');
    await house.ended;
    const taken = createServer().listen(Number(issuer.port), '127.0.0.1');
    await once(taken, 'listening');
    const again = await start({ ...house.env });
    await other.get(`${again.origin}/api/auth/sign-in`);
    expect(new URL(other.address).port).not.toBe(issuer.port);
    await other.post(other.address, { identity: 'anna' });
    expect(await other.read(`${again.origin}/api/v1/me`)).toMatchObject({ body: { name: 'Anna Andersson' } });
    taken.close();

    again.kill('SIGTERM');
    await again.ended;
    const mixed = await begin({ ...house.env, DEMO: '1' });
    expect(await mixed.ended).toBe(1);
    expect(mixed.said()).toContain('påhittade data läggs aldrig bland riktiga');
  });
});

describe('one clear sentence, and code 1', { timeout: LONG }, () => {
  const file = join(newFolder(), 'a-file');
  writeFileSync(file, '');

  it.each([
    ['a folder that cannot be written in', { DATA_DIR: join(file, 'data') }, /^Det går inte att skriva i mappen .*\n$/],
    ['a port that is none', { PORT: 'tretusen' }, /^PORT ska vara ett tal .*\n$/],
    [
      'an engine that does not answer',
      { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' },
      /^Ingen tabellmotor svarar på .*\n$/,
    ],
    ['a clock that is none', { CLOCK: 'gökur' }, /^CLOCK ska vara demo eller system.*\n$/],
    ['any other place than one machine', { STAGE: 'prod' }, /^Det lokala läget är bara för den egna datorn\..*\n$/],
  ])('for %s', async (_, env, sentence) => {
    const house = await begin(env);
    expect(await house.ended).toBe(1);
    expect(house.said()).toMatch(sentence);
  });

  it('for an engine that is something else', async () => {
    const { createServer: createWeb } = await import('node:http');
    const web = createWeb((_, outgoing) => outgoing.end('<p>Välkommen</p>')).listen(0, '127.0.0.1');
    await once(web, 'listening');
    const address = web.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const house = await begin({ DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` });
    expect(await house.ended).toBe(1);
    expect(house.said()).toContain('är ingen DynamoDB-motor');
    web.close();
  });

  it('for a table file that is something else', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'table.db'), 'Det här är ingen databas. '.repeat(100));
    const house = await begin({ DATA_DIR: folder });
    expect(await house.ended).toBe(1);
    expect(house.said()).toMatch(/Tabellmotorn startar inte/);
  });
});

describe('the real clock and the way back to the beginning', { timeout: LONG }, () => {
  it('is asked for with CLOCK=system; reset asks first, and empties only what is ours', async () => {
    const house = await start({ CLOCK: 'system' });
    expect(await house.health()).toMatchObject({ demo: true, demoClock: false });
    house.kill('SIGTERM');
    await house.ended;
    const ours = join(house.env.DATA_DIR, 'table.db');
    const theirs = join(house.env.DATA_DIR, 'anteckningar.txt');
    writeFileSync(theirs, 'Mina egna');
    expect(await run('reset', [], house.env)).toMatchObject({ code: 1 });
    expect(await run('reset', [], house.env, 'nej\n')).toMatchObject({ code: 1 });
    expect(existsSync(ours)).toBe(true);
    expect(await run('reset', [], house.env, 'ja\n')).toMatchObject({ code: 0 });
    expect([existsSync(ours), existsSync(theirs)]).toEqual([false, true]);
    expect(await run('reset', ['--yes'], house.env)).toMatchObject({ code: 0 });
    const none = await run('token', ['--as', almi], house.env);
    expect(none.code).toBe(1);
    expect(none.err).toContain('Starta med npm start först');
  });
});
