import { partColours } from '@insatskollen/shared/charts/barChart.ts';
import type { Block, ChartBlock, PackContent, Said, TableBlock } from '@insatskollen/shared/packs/content.ts';
import type { Language } from '@insatskollen/shared/packs/words.ts';
import pptxgen from 'pptxgenjs';
import { colours, hueOf, localeOf } from './look.ts';
import { slidesOf, type Placed, type Slide } from './slides.ts';
import { page, sizes, width } from './slideText.ts';
import { asPresented } from './presented.ts';

/** A font that every machine that opens a presentation has. */
const FONT = 'Arial';
const MASTER = 'Insatskollen';

/** The pack as a presentation: text, tables and charts that can be changed in it, each chart with its numbers. */
export async function pptxOf(content: PackContent): Promise<Uint8Array> {
  const Presentation = pptxgen as unknown as typeof pptxgen.default;
  const file = new Presentation();
  file.layout = 'LAYOUT_WIDE';
  file.title = `${content.title.text}. ${content.subtitle.text}`;
  file.author = 'Insatskollen';
  file.company = 'Region Sörmland';
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  file.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: 'Rubrik', type: 'title', x: page.left, y: page.title, w: width, h: 1, margin: 0 },
            ...{
              fontFace: FONT,
              fontSize: sizes.titles[0],
              bold: true,
              color: colours.ink,
              align: 'left',
              valign: 'top',
            },
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: 12.1,
      y: 7.0,
      w: 0.63,
      h: 0.3,
      fontFace: FONT,
      fontSize: 11,
      color: colours.soft,
      align: 'right',
    },
  });
  const slides = slidesOf(content);
  for (const slide of slides) draw(file.addSlide({ masterName: MASTER }), slide, content);
  const bytes = await file.write({ outputType: 'nodebuffer' });
  if (!(bytes instanceof Uint8Array)) throw new Error('the presentation came in another form than was asked for');
  const captions = slides.map(({ placed }) =>
    placed.flatMap(({ block }) => (block.kind === 'table' ? [block.caption.text] : [])),
  );
  return asPresented(bytes, localeOf[content.language], captions);
}

type Drawn = pptxgen.default.Slide;

function draw(slide: Drawn, { section, title, placed }: Slide, content: PackContent): void {
  const hue = hueOf(section.hue);
  // In the order that they are read in.
  // Its place and its size are the master's wherever the words themselves say nothing else.
  slide.addText([run(title.said, { fontSize: title.size })], { placeholder: 'Rubrik', objectName: 'Rubrik' });
  if (section.kicker)
    slide.addText([run(section.kicker)], {
      ...{ x: page.left, y: 0.34, w: width, h: 0.34, margin: 0 },
      ...{ fontFace: FONT, fontSize: 14, bold: true, color: hue, objectName: 'Område' },
    });
  for (const one of placed) drawBlock(slide, one, content.language);
  slide.addText([run(content.foot)], {
    ...{ x: page.left, y: 7.0, w: 11.3, h: 0.3, margin: 0 },
    ...{ fontFace: FONT, fontSize: 11, color: colours.soft, objectName: 'Läge' },
  });
}

const run = ({ text, language }: Said, options: pptxgen.default.TextPropsOptions = {}): pptxgen.default.TextProps => ({
  text,
  options: { ...options, lang: localeOf[language] },
});

function drawBlock(slide: Drawn, { block, x, y, w, h, columns }: Placed, language: Language): void {
  const box = { x, y, w, h, margin: 0, fontFace: FONT, valign: 'top' as const };
  switch (block.kind) {
    case 'text':
      return void slide.addText([run(block.said)], { ...box, ...toneOf(block) });
    case 'list':
      return void slide.addText(
        block.items.map((item) => run(item, { bullet: { indent: 14 }, breakLine: true })),
        { ...box, fontSize: sizes.list, color: colours.ink },
      );
    case 'quote':
      return void slide.addText(
        [
          run({ ...block.said, text: `”${block.said.text}”` }, { italic: true, breakLine: true }),
          run(block.source, { fontSize: sizes.soft, color: colours.soft }),
        ],
        { ...box, fontSize: sizes.quote, color: colours.ink },
      );
    case 'table':
      return drawTable(slide, block, { x, y, w, ...(columns ? { colW: columns } : {}) });
    case 'chart':
      return drawChart(slide, block, { x, y, w, h }, language);
  }
}

const toneOf = ({ tone }: Extract<Block, { kind: 'text' }>) => ({
  fontSize: sizes[tone],
  bold: tone === 'lead',
  color: tone === 'soft' ? colours.soft : colours.ink,
});

function drawTable(slide: Drawn, block: TableBlock, at: { x: number; y: number; w: number; colW?: number[] }): void {
  const none = { type: 'none' as const };
  const line = (color: string, pt: number) => ({ type: 'solid' as const, color, pt });
  const cell = (said: Said, column: number, isHead: boolean): pptxgen.default.TableCell => ({
    text: said.text,
    options: {
      lang: localeOf[said.language],
      align: block.numeric.includes(column) ? 'right' : 'left',
      bold: isHead,
      color: isHead ? colours.soft : colours.ink,
      border: [none, none, isHead ? line(colours.strong, 1.5) : line(colours.line, 1), none],
    },
  });
  slide.addTable(
    [
      block.head.map((said, n) => cell(said, n, true)),
      ...block.rows.map((row) => row.map((said, n) => cell(said, n, false))),
    ],
    {
      ...at,
      fontFace: FONT,
      fontSize: sizes.table,
      valign: 'top',
      margin: [0.05, 0.08, 0.05, 0.08],
      objectName: block.caption.text,
    },
  );
}

function drawChart(
  slide: Drawn,
  block: ChartBlock,
  at: { x: number; y: number; w: number; h: number },
  language: Language,
): void {
  const labels = block.labels.map(({ text }) => text);
  const sign = language === 'sv' ? '\u00a0%' : '%';
  const format = block.percent ? `0"${sign}"` : '0';
  slide.addChart(
    'bar',
    block.series.map(({ name, values }) => ({ name: name.text, labels, values })),
    {
      ...at,
      altText: block.alt.text,
      objectName: (block.caption ?? block.title).text,
      barDir: 'bar',
      barGrouping: block.stacked ? 'stacked' : 'clustered',
      barGapWidthPct: 55,
      chartColors: block.series.map(({ means }) => partColours[means].slice(1)),
      showTitle: true,
      title: block.title.text,
      titleFontFace: FONT,
      titleFontSize: 14,
      titleColor: colours.soft,
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: colours.ink,
      catGridLine: { style: 'none' },
      valAxisMinVal: 0,
      valAxisHidden: true,
      valAxisLabelFormatCode: format,
      ...(block.percent ? upToTarget(block) : { valGridLine: { style: 'none' as const } }),
      showValue: !block.stacked,
      dataLabelFormatCode: format,
      dataLabelFontFace: FONT,
      dataLabelFontSize: 12,
      dataLabelColor: colours.ink,
      dataLabelPosition: 'outEnd',
      showLegend: block.stacked,
      legendPos: 'b',
      legendFontFace: FONT,
      legendFontSize: 12,
      legendColor: colours.ink,
    },
  );
}

/** A line at the target, with room beyond it. */
function upToTarget({ labels, series }: ChartBlock) {
  const ends = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return {
    valAxisMaxVal: Math.max(115, Math.ceil(Math.max(...ends) * 1.15)),
    valAxisMajorUnit: 100,
    valGridLine: { style: 'solid' as const, size: 1.5, color: colours.strong },
  };
}
