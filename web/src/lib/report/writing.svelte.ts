import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Advice, EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Answers } from '@insatskollen/shared/reports/answers.ts';
import { personalAdviceOn } from '@insatskollen/shared/reports/personalAdvice.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { AskedOf } from './asked.ts';
import { createAutosave, type Autosave, type SaveState } from './autosave.ts';
import { draftApi } from './draftApi.ts';
import { deviationTexts } from './deviationText.ts';
import { writtenOf, type Conflict } from './draftLedger.ts';
import { answerAt, answeredPaths, changedPaths, idOf, type Written } from './entries.ts';
import { pathOfField, typedOf, typedOfIndicator, valuePath, type Typed } from './fields.ts';
import { missingIn, readAnswers, type FieldFault } from './readAnswers.ts';
import { remarkOf, remarkText } from './remarkAnswer.ts';
import { unsentIn } from './unsent.ts';

/** What a report's form starts from. */
export interface WritingStart {
  personId: string;
  language: Language;
  agreementId: string;
  period: string;
  terms: Terms;
  asked: AskedOf;
  answers: Answers;
  remarks: readonly { id: string; path: string; text: string; resolved: boolean; answer: string | null }[];
  previous: readonly EarlierReport[];
  people: Readonly<Record<string, string>>;
  savedAt: string | null;
  etag: string;
}

export const remarkField = (id: string, part: 'resolved' | 'answer'): string => `remarks.${id}.${part}`;

/** The fields of what is said to each remark. */
const typedOfRemarks = (remarks: WritingStart['remarks']): Typed =>
  Object.fromEntries(
    remarks.flatMap(({ id, resolved, answer }) => [
      [remarkField(id, 'resolved'), resolved ? 'on' : ''],
      [remarkField(id, 'answer'), answer ?? ''],
    ]),
  );

/** A form that was refused and is shown again. */
export interface Again {
  /** What was typed where the writer had changed something: shown instead of what the report says. */
  typed: Typed;
  faults: readonly { path: string; message: string }[];
  conflicts: ReadonlyMap<string, Conflict>;
}

/**
 * The state of one report's form: what stands in its fields, what that amounts to, what is wrong with it, and saving. Saving
 * begins with `begin`, in the browser.
 */
export function createWriting(start: WritingStart, again: Again) {
  const { asked, language } = start;
  const typed = $state<Typed>({
    ...typedOf(start.answers, asked, language),
    ...typedOfRemarks(start.remarks),
    ...again.typed,
  });
  let etag = $state(start.etag);
  let save = $state.raw<SaveState>({ kind: 'saved', at: start.savedAt });
  let conflicts = $state.raw(again.conflicts);
  let people = $state.raw(start.people);
  let serverFaults = $state.raw(again.faults);
  /** Paths whose faults and advice are shown: those that somebody has been to and left. */
  let visited = $state.raw([...answeredPaths(start.answers), ...Object.keys(again.typed).map(pathOfField)]);
  let saving = $state.raw<Autosave>();

  const reading = $derived(readAnswers(typed, asked, language));
  const written = $derived<Written>({
    ...reading.answers,
    remarks: Object.fromEntries(
      start.remarks.map(({ id }) => [
        id,
        remarkText({
          resolved: typed[remarkField(id, 'resolved')] === 'on',
          answer: typed[remarkField(id, 'answer')] ?? '',
        }),
      ]),
    ),
  });
  const deviations = $derived(
    deviationTexts(
      { agreement: start.terms, period: start.period, previous: start.previous, answers: reading.answers },
      asked,
      language,
    ),
  );
  /** What else is worth another look: personal data in a text. */
  const advice = $derived(personalAdviceOn(reading.answers, language));
  const missing = $derived(missingIn(reading.answers, asked, language));

  /** Shows what the server has at some paths. */
  function take(paths: readonly string[], theirs: Written): void {
    for (const path of paths) {
      const answer = answerAt(theirs, path);
      if (path.startsWith('remarks.')) {
        const said = remarkOf(typeof answer === 'string' ? answer : null);
        typed[remarkField(idOf(path), 'resolved')] = said.resolved ? 'on' : '';
        typed[remarkField(idOf(path), 'answer')] = said.answer;
      } else if (path.startsWith('texts.')) typed[path] = typeof answer === 'string' ? answer : '';
      else {
        const indicator = asked.indicators.find((one) => valuePath(one.indicator.id) === path);
        const entry = answer !== null && typeof answer !== 'string' ? answer : undefined;
        if (indicator) Object.assign(typed, typedOfIndicator(indicator, entry, language));
      }
    }
  }

  function begin(): Autosave {
    const { personId, agreementId, period, savedAt } = start;
    const clock = {
      now: () => Date.now(),
      later: (ms: number, act: () => void) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    };
    const from = { written: writtenOf(start), conflicts: again.conflicts, etag: start.etag, savedAt };
    const host = {
      written: () => written,
      held: () => reading.unsavable.map(({ path }) => path),
      take,
      refused: (found: readonly { path: string; message: string }[]) => void (serverFaults = found),
      show: (state: SaveState, version: string) => {
        save = state;
        etag = version;
      },
      conflicts: (found: ReadonlyMap<string, Conflict>, names: Readonly<Record<string, string>>) => {
        conflicts = found;
        people = { ...people, ...names };
      },
    };
    const send: typeof fetch = (...request) => fetch(...request);
    const unsent = unsentIn(window.localStorage, { personId, agreementId, period });
    const begun = createAutosave(from, host, draftApi(send, agreementId, period, language), unsent, clock);
    const restored = begun.restore();
    take(changedPaths(written, restored), restored);
    begun.changed();
    saving = begun;
    return begun;
  }

  /** Faults of a field's path, once it has been left; what the server found is always shown. */
  function faultsAt(path: string): FieldFault[] {
    const said = serverFaults
      .filter((fault) => pathOfField(fault.path.replace(/^answers\./, '')) === path)
      .map(({ message }) => ({ path, field: path, message }));
    const own = [...reading.faults, ...reading.unsavable].filter((fault) => fault.path === path);
    return visited.includes(path) ? [...own, ...(own.length > 0 ? [] : said)] : said;
  }

  return {
    typed,
    start,
    begin,
    faultsAt,
    /** True once saving goes on by itself, in the browser. */
    get begun() {
      return saving !== undefined;
    },
    get reading() {
      return reading;
    },
    get missing() {
      return missing;
    },
    /** True while the server has found something wrong that is not put right yet. */
    get refusedByServer() {
      return serverFaults.length > 0;
    },
    get save() {
      return save;
    },
    get conflicts() {
      return conflicts;
    },
    get people() {
      return people;
    },
    get etag() {
      return etag;
    },
    get deviations() {
      return deviations;
    },
    get advice() {
      return advice;
    },
    deviationAt: (path: string) => (visited.includes(path) ? deviations.find((one) => one.path === path) : undefined),
    adviceAt: (path: string): Advice[] => (visited.includes(path) ? advice.filter((one) => one.path === path) : []),
    /** Something was typed in a field. */
    changed(field: string): void {
      const path = pathOfField(field);
      serverFaults = serverFaults.filter((fault) => pathOfField(fault.path.replace(/^answers\./, '')) !== path);
      saving?.changed();
    },
    /** Somebody has left a number or a text. */
    left(path: string): void {
      if (!visited.includes(path)) visited = [...visited, path];
    },
    settle: (path: string, choice: 'mine' | 'theirs'): void => saving?.settle(path, choice),
  };
}
export type Writing = ReturnType<typeof createWriting>;
