import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cookieName, openHouse, origin, type House } from './house.ts';
import { startProvider, type TestProvider } from './provider.ts';

let provider: TestProvider;
let house: House;

beforeAll(async () => {
  provider = await startProvider(origin);
});
afterAll(() => provider.stop());
beforeEach(async () => {
  house = await openHouse(provider);
  await house.person({ id: 'anna', email: 'anna@almi.example', subject: 'sub-anna' });
});

const to = (answer: Response) => answer.headers.get('location')?.replace(origin, '');

describe('signing in', () => {
  test('someone whose identity is known comes in and back to where they were', async () => {
    const browser = house.browser();
    const answer = await browser.signIn(
      'sub-anna',
      `/api/auth/sign-in?returnTo=${encodeURIComponent('/rapporter?visa=alla#nu')}`,
    );
    expect(answer.status).toBe(302);
    expect(to(answer)).toBe('/rapporter?visa=alla#nu');
    const me = await browser.get('/api/v1/me');
    expect(await me.json()).toEqual({
      id: 'anna',
      name: 'anna',
      email: 'anna@almi.example',
      roles: ['coordinator'],
      actorIds: [],
    });
  });

  test('the request to the provider carries PKCE, state, nonce and our configured address, and asks for no personal data', async () => {
    const browser = house.browser();
    const answer = await browser.get('http://evil.example/api/auth/sign-in', { 'x-forwarded-host': 'evil.example' });
    const { searchParams, origin: at } = new URL(answer.headers.get('location') ?? '');
    expect(at).toBe(provider.issuer);
    expect(searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback`);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('scope')).toBe('openid');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  test('the cookies cannot be read by scripts or sent by other sites, and no token reaches the browser', async () => {
    const browser = house.browser();
    const answer = await browser.signIn('sub-anna');
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^${cookieName}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax$`));
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('an e-mail address alone identifies nobody, also when the provider vouches for it', async () => {
    const browser = house.browser();
    const answer = await browser.signIn('sub-somebody-else');
    expect(to(answer)).toBe('/inbjudan');
    expect(browser.cookies.has(cookieName)).toBe(false);
  });

  test('signing in again ends the earlier session of that browser', async () => {
    const browser = house.browser();
    await browser.signIn('sub-anna');
    const before = browser.cookies.get(cookieName);
    await browser.signIn('sub-anna');
    expect(browser.cookies.get(cookieName)).not.toBe(before);
    expect((await house.fetch('/api/v1/me', { headers: { cookie: `${cookieName}=${before}` } })).status).toBe(401);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
  });

  test('two tabs can sign in side by side', async () => {
    const browser = house.browser();
    const first = await browser.toCallback('sub-anna');
    const second = await browser.toCallback('sub-anna');
    expect(to(await browser.get(first.href))).toBe('/');
    expect(to(await browser.get(second.href))).toBe('/');
  });
});

describe('a sign-in is refused', () => {
  const refused = async (callback: URL, browser = house.browser()) => {
    const answer = await browser.get(callback.href);
    expect(to(answer)).toBe('/logga-in?fel=ogiltig');
    expect(browser.cookies.has(cookieName)).toBe(false);
  };

  test('when the callback is opened a second time', async () => {
    const browser = house.browser();
    const callback = await browser.toCallback('sub-anna');
    await browser.get(callback.href);
    browser.cookies.delete(cookieName);
    await refused(callback, browser);
  });

  test('when the callback is opened in another browser', async () => {
    const callback = await house.browser().toCallback('sub-anna');
    await refused(callback);
    const other = house.browser();
    await other.get('/api/auth/sign-in');
    await refused(callback, other);
  });

  test.each(['state', 'nonce', 'code_challenge'])('when the %s is another than the one we sent', async (name) => {
    const browser = house.browser();
    const changed = (address: URL) => {
      address.searchParams.set(name, 'x'.repeat(43));
      return address;
    };
    await refused(await browser.toCallback('sub-anna', undefined, changed), browser);
  });

  test('when the code is made up or missing', async () => {
    for (const change of [
      (url: URL) => url.searchParams.set('code', 'x'),
      (url: URL) => url.searchParams.delete('code'),
    ]) {
      const browser = house.browser();
      const callback = await browser.toCallback('sub-anna');
      change(callback);
      await refused(callback, browser);
    }
  });

  test('when it comes from another provider than ours', async () => {
    const browser = house.browser();
    const callback = await browser.toCallback('sub-anna');
    callback.searchParams.set('iss', 'https://evil.example');
    await refused(callback, browser);
  });

  test('after ten minutes', async () => {
    const browser = house.browser();
    const callback = await browser.toCallback('sub-anna');
    house.pass(10);
    await refused(callback, browser);
  });

  test('without any of it', async () => {
    await refused(new URL('/api/auth/callback', origin));
    await refused(new URL(`/api/auth/callback?state=%00&code=${'å'.repeat(3000)}`, origin));
  });
});

test('someone who gives up at the provider is told so, kindly', async () => {
  const browser = house.browser();
  const callback = await browser.toCallback('sub-anna');
  callback.searchParams.delete('code');
  callback.searchParams.set('error', 'access_denied');
  expect(to(await browser.get(callback.href))).toBe('/logga-in?fel=avbruten');
});

test('an account that was closed does not come in', async () => {
  await house.person({ id: 'bo', active: false, subject: 'sub-bo' });
  const browser = house.browser();
  expect(to(await browser.signIn('sub-bo'))).toBe('/inbjudan?fel=avslutad');
  expect(browser.cookies.has(cookieName)).toBe(false);
});

test('a provider that is away gives a page that says so, and is asked again the next time', async () => {
  const away = await openHouse();
  const answer = await away.browser().get('/api/auth/sign-in?returnTo=/rapporter');
  expect(to(answer)).toBe('/logga-in?fel=otillganglig&returnTo=%2Frapporter');
});

test('without TLS the provider is used on one’s own machine only', async () => {
  const elsewhere = await openHouse(provider);
  elsewhere.deps.settings.stage = 'prod';
  expect(to(await elsewhere.browser().get('/api/auth/sign-in'))).toBe('/logga-in?fel=otillganglig');
});

describe('signing out', () => {
  test('ends the session, clears the cookie and goes to the provider’s own log-out', async () => {
    const browser = house.browser();
    await browser.signIn('sub-anna');
    const secret = browser.cookies.get(cookieName);
    const answer = await browser.post('/api/auth/sign-out');
    expect(answer.status).toBe(303);
    const next = new URL(answer.headers.get('location') ?? '');
    expect(next.origin).toBe(provider.issuer);
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/logga-in`);
    expect(browser.cookies.has(cookieName)).toBe(false);
    expect((await house.fetch('/api/v1/me', { headers: { cookie: `${cookieName}=${secret}` } })).status).toBe(401);
  });

  test('cannot be done to someone by another site', async () => {
    const browser = house.browser();
    await browser.signIn('sub-anna');
    const answer = await browser.post('/api/auth/sign-out', {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(answer.status).toBe(403);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
  });

  test('goes to the sign-in page when the provider is away', async () => {
    const away = await openHouse();
    expect(to(await away.browser().post('/api/auth/sign-out'))).toBe('/logga-in');
  });
});
