import { dayInWords, periodName } from '../calendar/inWords.ts';
import type { Agreed, Dialogue } from '../dialogues/dialogue.ts';
import type { AgendaReport } from '../dialogues/agenda.ts';
import { HARD_SPACE } from '../format/number.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { answerText, bareText, headingOf } from '../reports/answerWords.ts';
import { instantInWords } from './areaParts.ts';
import type { Block, PackContent, Said, Section } from './content.ts';
import { dialogueWords } from './dialogueWords.ts';
import { inSwedish, packWords, saying, type Language } from './words.ts';

/** All that the sheet for a dialogue is made from: what is submitted, never a draft, and what was agreed before. */
export interface DialogueData {
  language: Language;
  /** When it was read, ISO 8601 in UTC. */
  asOf: string;
  synthetic: boolean;
  dialogue: Dialogue;
  actor: string;
  reports: readonly (AgendaReport & { initiative: string })[];
  /** Agreed in earlier dialogues, and open or done since the last. */
  actions: readonly Agreed[];
  indicators: ReadonlyMap<string, Indicator>;
  /** What the agreements' questions are called. */
  questions: ReadonlyMap<string, string>;
}

/** The sheet for a dialogue with an actor: figures against targets, deviations with why, open remarks, and what was agreed last time. */
export function dialoguePack(data: DialogueData): PackContent {
  const { language, dialogue, actor, asOf, synthetic, reports } = data;
  const t = dialogueWords[language];
  const say = saying(language);
  const read = t.foot(instantInWords(asOf, language));
  return {
    kind: 'dialogue',
    language,
    title: say(t.title(actor)),
    subtitle: say(whenAndWhere(dialogue, language)),
    foot: say(synthetic ? `${read} ${packWords[language].synthetic}` : read),
    sections: [
      ...(dialogue.people.length > 0
        ? [section(say(t.people), [{ kind: 'list', items: dialogue.people.map(inSwedish) }])]
        : []),
      section(say(t.fromLast), actionBlocks(data)),
      ...reports.map((report) => reportSection(report, data)),
      section(say(t.agreed), [{ kind: 'text', tone: 'soft', said: say(t.agreedHint) }]),
    ],
  };
}

const section = (title: Said, blocks: Block[]): Section => ({ title, kicker: null, hue: 0, level: 1, blocks });

function whenAndWhere({ day, time, endTime, place }: Dialogue, language: Language): string {
  const clock = (at: string) => (language === 'sv' ? `kl.${HARD_SPACE}${at.replace(':', '.')}` : at);
  const until = endTime === null ? '' : `–${language === 'sv' ? endTime.replace(':', '.') : endTime}`;
  const when = `${dayInWords(day, language)}${time === null ? '' : `${language === 'sv' ? ' ' : ', '}${clock(time)}${until}`}`;
  return place ? `${when}, ${place}` : when;
}

function actionBlocks({ actions, language }: DialogueData): Block[] {
  const t = dialogueWords[language];
  const say = saying(language);
  if (actions.length === 0) return [{ kind: 'text', tone: 'plain', said: say(t.nothingFromLast) }];
  return [
    {
      kind: 'table',
      caption: say(t.fromLast),
      head: [t.columns.what, t.columns.who, t.columns.due, t.columns.state].map(say),
      rows: actions.map(({ text, side, owner, due, done, comment }) => [
        inSwedish(text),
        inSwedish(`${owner} (${t.sides[side]})`),
        say(dayInWords(due, language)),
        say(`${done === null ? t.open : t.done(dayInWords(done, language))}${comment ? ` ${comment}` : ''}`),
      ]),
      numeric: [],
    },
  ];
}

function reportSection(report: AgendaReport & { initiative: string }, data: DialogueData): Section {
  const { language, indicators } = data;
  const t = dialogueWords[language];
  const say = saying(language);
  const title = inSwedish(`${report.initiative}, ${periodName(report.period, 'sv')}`);
  if (report.version === 0) return section(title, [{ kind: 'text', tone: 'plain', said: say(t.notIn) }]);
  const figures = report.figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicatorId);
    return indicator ? [{ ...figure, indicator }] : [];
  });
  const blocks: Block[] = [{ kind: 'text', tone: 'soft', said: say(t.states[report.state]) }];
  if (figures.length > 0)
    blocks.push({
      kind: 'table',
      caption: say(t.figuresOf(report.initiative)),
      head: [t.columns.figure, t.columns.value, t.columns.target, t.columns.deviation].map(say),
      rows: figures.map(({ indicator, entry, target, deviates, explanation }) => [
        say(headingOf(indicator, language)),
        say(answerText(entry, indicator, language)),
        say(target === null ? '' : bareText(target, indicator, language)),
        explanation ? inSwedish(explanation) : say(deviates ? t.deviates : ''),
      ]),
      numeric: [1, 2],
    });
  if (report.remarks.length > 0)
    blocks.push(
      { kind: 'text', tone: 'lead', said: say(t.remarks) },
      { kind: 'list', items: report.remarks.map(({ path, text }) => inSwedish(`${nameOf(path, data)}: ${text}`)) },
    );
  for (const { name, text } of report.texts)
    blocks.push(
      { kind: 'text', tone: 'lead', said: inSwedish(name) },
      { kind: 'text', tone: 'plain', said: inSwedish(text) },
    );
  return section(title, blocks);
}

/** What a path into a report is about. */
function nameOf(path: string, { indicators, questions }: DialogueData): string {
  const id = path.split('.')[1] ?? '';
  return indicators.get(id)?.name.sv ?? questions.get(id) ?? path;
}
