import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { readIn, ready, reportForm, type ReportForm } from './reportForm.ts';
import type { Account, Stage } from './stage.ts';

/** One report's way from the first number to the overview, and who goes it with what. */
export interface Story {
  script: boolean;
  reporter: Account;
  actor: string;
  /** What and of which period, as lists name it. */
  called: string;
  /** The same in the reporter's own list, which names the actor to those who report for many. */
  mine: string;
  area: string;
  /** Numbers as they are typed, and as they are read back. The first is what the leader looks for. */
  numbers: { name: string; typed: string; shown: string }[];
  choice?: { name: string; option: string };
  /** The number that is split into women and men, which leaves some out. */
  split: { name: string; women: string; men: string; left: string };
  /** The number that is far from what it was, and how the form puts it. */
  deviation: { name: string; says: RegExp; why: string };
  /** What is left out at first: a number with what is typed in the end, and a text. */
  forgotten: { name: string; field: string; typed: string; text: string };
  texts: string[];
  /** `answer` is what the reporter says to it. */
  remark: { on: string; text: string; corrected: string; correctedShown: string; answer: string };
  /** What the leader sees in the area: before, after, and in the report's own row. */
  figure: { name: string; before: string; after: string; impact: string; own: string };
}

/** What would do harm in a page or turn its lines around, were it anything but text. */
const ODD = `<script>alert(1)</script> & <b>på riktigt</b> – שלום مرحبا \u202Ebakvänt\u202C 👩🏽‍🌾`;
/** A text that says which question it answers, in a few lines. */
const textFor = (name: string): string => `${name}: vi mötte företagen där de är.\n\n${ODD}`;

/** The reporter begins the report that is due, fills it in with gaps, and finds everything again after a reload. */
async function writesTheDueReport(page: Page, story: Story): Promise<void> {
  await page.goto('/mina-rapporter');
  await page.getByRole('link', { name: `Börja: ${story.mine}` }).click();
  await ready(page, story.script);
  const form = reportForm(page, story.script);
  const { split, deviation, forgotten } = story;
  for (const { name, typed } of story.numbers) if (name !== forgotten.name) await form.answer(name).fill(typed);
  if (story.choice) await form.number(story.choice.name).getByRole('combobox').selectOption(story.choice.option);
  await form.part(split.name, 'Kvinnor').fill(split.women);
  await form.part(split.name, 'Män').fill(split.men);
  await form.saved();
  await form.number(split.name).getByText(`uppgift saknas ${split.left}`).waitFor();
  await form.number(deviation.name).getByText(deviation.says).waitFor();
  await form.number(deviation.name).getByText('Vad beror det på? Skriv en mening.').waitFor();
  await form.comment(deviation.name).fill(deviation.why);
  await form.saved();
  await form.goTo('Texter');
  for (const name of story.texts) if (name !== forgotten.text) await form.text(name).fill(textFor(name));
  await form.saved();
  await page.reload();
  await ready(page, story.script);
  for (const name of story.texts)
    expect(await form.text(name).inputValue()).toBe(name === forgotten.text ? '' : textFor(name));
  await form.goTo('Siffror');
  await page.reload();
  await ready(page, story.script);
  await findsItsNumbers(form, story);
}

async function findsItsNumbers(
  form: ReportForm,
  { numbers, split, deviation, forgotten, choice }: Story,
): Promise<void> {
  const plain = (text: string) => text.replaceAll(/\s/g, '');
  for (const { name, typed } of numbers)
    expect(plain(await form.answer(name).inputValue())).toBe(name === forgotten.name ? '' : plain(typed));
  expect(await form.part(split.name, 'Kvinnor').inputValue()).toBe(split.women);
  expect(await form.comment(deviation.name).inputValue()).toBe(deviation.why);
  if (choice)
    expect(await form.number(choice.name).getByRole('combobox').locator('option:checked').textContent()).toBe(
      choice.option,
    );
}

/** The summary page says what is missing, each line leads to its field, and then it can be sent in. Ends at the receipt. */
async function sendsItInThroughTheSummary(page: Page, story: Story): Promise<void> {
  const form = reportForm(page, story.script);
  const { forgotten } = story;
  const missing = page.getByRole('alert').filter({ hasText: 'Innan du kan skicka in' });
  await form.goTo('Granska och skicka in');
  await missing.waitFor();
  expect(await page.getByRole('button', { name: 'Skicka in rapporten' }).count()).toBe(0);
  expect(await missing.getByRole('link').count()).toBe(2);
  await missing.getByRole('link', { name: `${forgotten.name}: ` }).click();
  await isFocused(page, forgotten.field);
  await page.keyboard.type(forgotten.typed);
  await form.saved();
  await form.goTo('Granska och skicka in');
  await missing.getByRole('link', { name: `${forgotten.text}: ` }).click();
  await isFocused(page, forgotten.text);
  await page.keyboard.insertText(textFor(forgotten.text));
  await form.saved();
  await form.goTo('Granska och skicka in');
  await page.getByText('Så här kommer rapporten att se ut för regionen.').waitFor();
  await showsItsAnswers(page, story);
  await submits(page);
}

/** Sends in, and stands before a receipt that can be shown to others. */
async function submits(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skicka in rapporten' }).click();
  await page.getByRole('heading', { name: 'Rapporten är inskickad', level: 1 }).waitFor();
  const facts = await readIn(page.locator('main dl').first());
  expect(facts).toMatch(/Registreringsnummer\s+\S+/);
  expect(facts).toMatch(/Inkom\s+20 november 2026 kl\. \d{2}\.\d{2}/);
  expect(facts.replaceAll(/\s/g, '')).toMatch(/[0-9a-f]{64}/);
}

/** What stands under a term. */
const definitionOf = (place: Page | Locator, term: string): Locator =>
  place.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd[1]');

async function showsItsAnswers(page: Page, { numbers, texts }: Story): Promise<void> {
  for (const { name, shown } of numbers) await definitionOf(page, name).getByText(shown, { exact: true }).waitFor();
  for (const name of texts) await page.getByText(`${name}: vi mötte företagen där de är.`).waitFor();
  await showsOddTextAsText(page, texts.length);
}

/** What looks like markup is read as it was written, in every text. */
async function showsOddTextAsText(page: Page, times: number): Promise<void> {
  expect(await page.getByText(ODD).count()).toBe(times);
}

/** Waits until the field of a name has the focus. */
export async function isFocused(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate<string>(NAME_OF_FOCUSED), { timeout: 30_000 }).toContain(name);
}
const NAME_OF_FOCUSED = `(() => {
  const field = document.activeElement;
  return field?.getAttribute('aria-label') ?? field?.labels?.[0]?.textContent ?? '';
})()`;

/** A coordinator finds the report in the queue, sees what approving does, and sends it back with a remark on one answer. */
async function sendsItBackWithARemark(page: Page, story: Story): Promise<void> {
  const { figure, remark, area } = story;
  await opensFromTheQueue(page, story);
  const impact = page.getByRole('region', { name: 'Om du godkänner' });
  await impact.getByText(`Så ändras ${area}, hela 2026:`).waitFor();
  expect(await readIn(definitionOf(impact, figure.name))).toBe(figure.impact);
  await showsOddTextAsText(page, story.texts.length);
  await page.getByText(`Skriv en anmärkning: ${remark.on}`).click();
  await page.getByRole('textbox', { name: `Anmärkning: ${remark.on}` }).fill(remark.text);
  await page.getByRole('button', { name: /^Skicka tillbaka/ }).click();
  await page.getByText('Rapporten är tillbaka hos aktören.').waitFor();
  await page
    .getByRole('region', { name: 'Tillbaka hos aktören' })
    .getByRole('link', { name: inQueue(story) })
    .waitFor();
}

const inQueue = ({ actor, called }: Story): string => `${actor}, ${called}`;

async function opensFromTheQueue(page: Page, story: Story): Promise<void> {
  await page.goto('/granskning');
  await page
    .getByRole('region', { name: 'Väntar på granskning' })
    .getByRole('link', { name: inQueue(story) })
    .click();
  await page.getByRole('region', { name: 'Avgör' }).waitFor();
}

/** The reporter finds the remark as something to do, deals with it, ticks it off and sends in again. */
async function dealsWithTheRemark(page: Page, story: Story): Promise<void> {
  const { mine, remark, script } = story;
  await page.goto('/mina-rapporter');
  await page.getByRole('link', { name: `Åtgärda en anmärkning: ${mine}` }).click();
  await ready(page, script);
  const form = reportForm(page, script);
  const toDo = page.getByRole('region', { name: 'Att göra: 1 av 1' });
  await toDo.getByRole('link', { name: remark.on }).click();
  const pinned = form.number(remark.on).getByRole('group', { name: remark.text });
  await pinned.waitFor();
  await form.answer(remark.on).fill(remark.corrected);
  await pinned.getByRole('checkbox', { name: 'Klart' }).check();
  await pinned.getByText('Svar till den som granskar (frivilligt)').click();
  await pinned.getByRole('textbox', { name: 'Svar till den som granskar (frivilligt)' }).fill(remark.answer);
  await form.saved();
  await page.getByRole('region', { name: 'Alla anmärkningar är klara' }).waitFor();
  await form.goTo('Granska och skicka in');
  await definitionOf(page, remark.on).getByText(remark.correctedShown, { exact: true }).waitFor();
  await submits(page);
}

/** Another coordinator sees what was remarked on and how it was answered, and approves. */
async function approves(page: Page, story: Story): Promise<void> {
  const { remark } = story;
  await opensFromTheQueue(page, story);
  await page.getByText(`Anmärkning (avbockad): ${remark.text}`, { exact: true }).waitFor();
  await page.getByText(`Svar: ${remark.answer}`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Godkänn', exact: true }).click();
  await page.getByText('Rapporten är godkänd och räknas nu i siffrorna.').waitFor();
}

/** A leader looks at the area's figure in the overview. */
async function seesTheFigure(page: Page, { area, figure }: Story, value: string): Promise<void> {
  await page.goto('/oversikt');
  await page.getByRole('link', { name: area, exact: true }).click();
  await page.getByRole('heading', { name: area, level: 1 }).waitFor();
  await page
    .getByRole('region', { name: figure.name, exact: true })
    .getByRole('link', { name: `${value} ` })
    .waitFor();
}

/** The figure is clicked down to the report that moved it, with who approved it and when. */
async function findsTheReportBehindIt(page: Page, { area, figure, actor }: Story, approver: string): Promise<void> {
  await page
    .getByRole('region', { name: figure.name, exact: true })
    .getByRole('link', { name: `${figure.name}, ${area}` })
    .click();
  const row = page.getByRole('row').filter({ hasText: actor }).filter({ hasText: 'Kvartal 3 2026' });
  const said = await readIn(row);
  for (const part of [figure.own, 'version 2', '20 november 2026', approver]) expect(said).toContain(part);
  await row.getByRole('link', { name: 'version 2' }).click();
  await page.getByText(/Godkänd\s20\snovember\s2026\skl\.\s\d{2}\.\d{2}/).waitFor();
}

/** All of it, each by the one whose part it is. */
export async function goesAllTheWay(stage: Stage, story: Story): Promise<void> {
  const { script } = story;
  const leader = await stage.as('ledning', { script });
  await seesTheFigure(leader.page, story, story.figure.before);
  const reporter = await stage.as(story.reporter, { script });
  await writesTheDueReport(reporter.page, story);
  await sendsItInThroughTheSummary(reporter.page, story);
  await sendsItBackWithARemark((await stage.as('samordnare', { script })).page, story);
  await dealsWithTheRemark(reporter.page, story);
  await approves((await stage.as('samordnare2', { script })).page, story);
  await seesTheFigure(leader.page, story, story.figure.after);
  await findsTheReportBehindIt(leader.page, story, 'Siv Samordnare');
}
