import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a director asks for slides from the overview, and fetches them when they are made',
  async () => {
    const { page } = await stage.as('ledning', { script: false });
    await page.goto('/oversikt?period=2026-H1');
    await page.getByRole('link', { name: 'Gör ett underlag' }).click();
    expect(await page.getByLabel('Tid', { exact: true }).inputValue()).toBe('2026-H1');
    await page.getByRole('button', { name: 'Gör ett underlag' }).click();
    const file = page.getByRole('main').getByRole('link', { name: /PowerPoint/ });
    // Whoever has no script looks again; it takes as long as it takes.
    while ((await file.count()) === 0) await page.reload();
    const answer = await page.request.get((await file.first().getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('presentationml');
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  },
  LONG,
);

test(
  'two years as they stood on an earlier day are chosen with the keyboard, and times in the wrong order are told where they were chosen',
  async () => {
    const { page, expects } = await stage.as('ledning');
    expects(/422/);
    await page.goto('/underlag');
    const choose = async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.type(text);
    };
    await page.getByLabel('Tid', { exact: true }).selectOption('2026');
    await page.getByLabel('Till och med').selectOption('2025');
    await page.getByLabel('Läget vid slutet av').fill('2026-09-30');
    await page.getByLabel('Läget vid slutet av').press('Enter');
    await page.getByRole('link', { name: /Välj en tid som slutar senare/ }).waitFor();
    expect(await page.getByLabel('Till och med').inputValue()).toBe('2025');
    expect(await page.getByLabel('Läget vid slutet av').inputValue()).toBe('2026-09-30');
    await choose('Tid', 'Hela 2025');
    await choose('Till och med', 'Hela 2026');
    await page.getByRole('button', { name: 'Gör ett underlag' }).press('Enter');
    const line = page.getByRole('listitem').filter({ hasText: 'Lägesbild för ett möte, 2025–2026' });
    await line.getByText('Läget 30 september 2026').waitFor();
    expect(new URL(page.url()).search).toBe('?period=2025&till=2026');
    expect(await page.getByLabel('Till och med').inputValue()).toBe('2026');
  },
  LONG,
);
