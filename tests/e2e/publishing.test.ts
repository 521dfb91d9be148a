import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();
const area = 'energiomstallning-och-energiforsorjning';

test(
  'a coordinator publishes an area, anyone reads it without signing in, and it is gone when it is withdrawn',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    const anyone = await stage.asNobody({ script: false });
    anyone.expects(/404|410/);
    const gone = async () => (await anyone.page.goto(`/publikt/${area}/2026`))?.status();
    expect(await gone()).toBe(404);

    await page.goto(`/oversikt/${area}?period=2026`);
    await page.getByRole('link', { name: 'Vad som visas för alla' }).click();
    await page.getByLabel('Så användes resultaten').fill('Vi bygger vidare på det som fungerade.');
    await page.getByRole('button', { name: 'Spara texten' }).click();
    await page.getByText('Den syns för alla först när du publicerar.').waitFor();
    expect(await gone()).toBe(404);
    await page.getByRole('button', { name: 'Publicera', exact: true }).click();
    await page.getByText('Det är publicerat.').waitFor();

    await anyone.page.goto('/publikt?period=2026');
    await anyone.page.getByRole('link', { name: 'Främja energiomställning och stabil energiförsörjning' }).click();
    await anyone.page.getByText('Vi bygger vidare på det som fungerade.').waitFor();

    await page.getByText('Dra tillbaka publiceringen').click();
    await page.getByLabel('Varför').fill('Fel siffra från en aktör.');
    await page.getByRole('button', { name: 'Dra tillbaka' }).click();
    await page.getByText('Publiceringen är tillbakadragen.').waitFor();
    expect(await gone()).toBe(410);
    expect(await anyone.page.content()).toContain('Det som fanns här är tillbakadraget.');
  },
  LONG,
);

test(
  'a public page is the same for whoever is signed in, sets no cookie and may be kept for a while',
  async () => {
    const path = '/publikt/starka-nyforetagande/2025';
    const nobody = await fetch(stage.house.origin + path);
    expect(nobody.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=300');
    expect(nobody.headers.get('vary')).toContain('cookie');
    expect(nobody.headers.get('set-cookie')).toBeNull();
    const { page, context } = await stage.as('ledning');
    await page.goto(path);
    expect(await page.getByText('Lena Ledning').count()).toBe(0);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const signedIn = await fetch(stage.house.origin + path, { headers: { cookie } });
    const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0];
    expect(main(await signedIn.text())).toBe(main(await nobody.text()));
    const { headers } = await fetch(`${stage.house.origin}/hjalp`);
    expect(headers.get('cache-control')).toBe('private, no-store');
  },
  LONG,
);

test(
  'the files of a page are of its window, its day and its own language',
  async () => {
    const { page } = await stage.as('ledning', { script: false, language: 'en' });
    await page.goto('/oversikt/starka-nyforetagande/startade-foretag?period=2026-H1&dag=2026-08-01');
    await page.getByText('Download', { exact: true }).click();
    const links = await page.locator('details.download a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses).toHaveLength(7);
    for (const address of addresses) {
      expect(address).toMatch(/[?&]language=en(&|$)/);
      expect(address).toContain('from=2026-H1&to=2026-H1&asOf=2026-08-01');
      const answer = await page.request.get(address ?? '', { headers: { 'accept-language': 'sv' } });
      expect(answer.status(), address ?? '').toBe(200);
    }
    const csv = await (await page.request.get(addresses.find((one) => one?.includes('summary.csv')) ?? '')).text();
    expect(csv).toMatch(/^\uFEFFFrom period,To period,/);
  },
  LONG,
);

test(
  'a sum says when its areas have been published again, and goes with an area that is withdrawn',
  async () => {
    const { page } = await stage.as('samordnare', { script: false });
    const sum = '/innovation-och-konkurrenskraft/2025';
    await page.goto('/publicering/starka-nyforetagande/2025');
    await page.getByRole('button', { name: 'Publicera på nytt' }).click();
    await page.getByText('Det är publicerat.').waitFor();
    await page.goto(`/publicering${sum}`);
    await page.getByText('Ett område har publicerats på nytt sedan summan publicerades. Publicera summan').waitFor();

    await page.goto('/publicering/starka-nyforetagande/2025');
    await page.getByText('Dra tillbaka publiceringen').click();
    await page.getByText('Summan för Innovation och konkurrenskraft dras också tillbaka').waitFor();
    await page.getByLabel('Varför').fill('Fel siffra från en aktör.');
    await page.getByRole('button', { name: 'Dra tillbaka' }).click();
    await page.getByText('Publiceringen är tillbakadragen.').waitFor();
    await page.goto(`/publicering${sum}`);
    await page.getByText('drog tillbaka Stärka nyföretagande, och därför den här summan').waitFor();
    expect((await fetch(`${stage.house.origin}/publikt${sum}`)).status).toBe(410);
  },
  LONG,
);
