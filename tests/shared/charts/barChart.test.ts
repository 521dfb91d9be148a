import { barChart, barPicture, WIDTH } from '@insatskollen/shared/charts/barChart.ts';
import type { ChartBlock } from '@insatskollen/shared/packs/content.ts';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';

const say = (text: string) => ({ text, language: 'sv' as const });
const block: ChartBlock = {
  kind: 'chart',
  title: say('Utfall i procent av målet'),
  caption: say('Utfall i procent av målet, Stärka nyföretagande'),
  alt: say('Stapeldiagram: Rådgivning 62 %, Företag 35–180 %.'),
  labels: [say('Rådgivning'), say('Företag som får icke-ekonomiskt stöd och annat')],
  ends: [say('62 %'), say('35–180 %')],
  series: [
    { name: say('Minst'), values: [62, 35], means: 'done' },
    { name: say('Högst'), values: [0, 145], means: 'waiting' },
  ],
  stacked: true,
  percent: true,
};

test('bars are as long as their values, in the room that they have, with the line at the target', () => {
  const { bars, line, height } = barChart(block);
  const [advice, least, most] = bars;
  const from = advice?.x ?? 0;
  const target = (line?.x ?? 0) - from;
  expect((advice?.width ?? 0) / target).toBeCloseTo(0.62);
  expect((least?.width ?? 0) / target).toBeCloseTo(0.35);
  expect(((most?.x ?? 0) + (most?.width ?? 0) - from) / target).toBeCloseTo(1.8);
  for (const bar of bars) {
    expect(bar.x + bar.width).toBeLessThanOrEqual(WIDTH);
    expect(bar.y + bar.height).toBeLessThanOrEqual(height);
  }
});

test('all that it says is in it: what it is of, each name, what each comes to, and what the colours mean', () => {
  const words = barChart(block)
    .texts.map((text) => text.words)
    .join(' ');
  for (const { text } of [...block.labels, ...block.ends, ...block.series.map(({ name }) => name)])
    expect(words).toContain(text);
  expect(words).toContain('Stärka nyföretagande');
});

test('the picture is well-formed and says in words what it shows', () => {
  const { svg } = barPicture(block);
  expect(XMLValidator.validate(svg)).toBe(true);
  expect(svg).toContain('<desc id="desc">Stapeldiagram: Rådgivning 62 %, Företag 35–180 %.</desc>');
});
