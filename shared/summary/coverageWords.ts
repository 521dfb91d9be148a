import { number } from '../format/number.ts';
import type { Coverage } from './coverage.ts';

type Language = 'sv' | 'en';

/**
 * Whether all that has been received can have been due, so that "26 av 34 som skulle vara inne" is true of the approved ones. A
 * report that was sent back and is late is in both counts. Where more was received than was due, the sentence is another.
 */
const onlyDueReceived = ({ approved, submitted, returned, late, due }: Coverage): boolean =>
  approved + submitted + returned + late - Math.min(returned, late) <= due;

/**
 * What goes with the dots. Reports that were sent back have a sentence of their own: some of them are late too, and whoever adds
 * up the first sentence should come to what should be in.
 */
export function coverageSentence(coverage: Coverage, language: Language): string {
  const { returned } = coverage;
  const sentBack = language === 'sv' ? 'kompletteras' : `${returned === 1 ? 'is' : 'are'} sent back to be completed`;
  const then = returned > 0 ? ` ${number(returned, language)} ${sentBack}.` : '';
  return `${arrivedSentence(coverage, language)}${then}`;
}

function arrivedSentence(coverage: Coverage, language: Language): string {
  const n = (count: number) => number(count, language);
  const { expected, approved, due, submitted, late } = coverage;
  const later = expected - due;
  const sv = language === 'sv';
  const rest = [
    submitted > 0 &&
      (sv ? `${n(submitted)} väntar på granskning` : `${n(submitted)} ${submitted === 1 ? 'awaits' : 'await'} review`),
    late > 0 && (sv ? `${n(late)} är ${late === 1 ? 'sen' : 'sena'}` : `${n(late)} ${late === 1 ? 'is' : 'are'} late`),
  ].filter((part) => part !== false);
  const also = rest.map((part) => `, ${part}`).join('');
  if (expected === 0) return sv ? 'Inga rapporter väntas.' : 'No reports are expected.';
  if (later > 0 && !onlyDueReceived(coverage)) {
    return sv
      ? `${n(approved)} av ${n(expected)} rapporter är godkända${also}. ${n(due)} skulle vara inne nu.`
      : `${n(approved)} of ${n(expected)} reports are approved${also}. ${n(due)} should be in by now.`;
  }
  const then =
    later > 0
      ? sv
        ? `; ${n(later)} väntas senare`
        : `; ${n(later)} ${later === 1 ? 'is' : 'are'} expected later`
      : '';
  if (due === 0) return sv ? `Ingen rapport skulle vara inne än${then}.` : `No report should be in yet${then}.`;
  const which = later === 0 ? '' : sv ? ' som skulle vara inne' : ' that should be in';
  if (approved === due && due === 2) {
    return sv ? `Båda rapporterna${which} är godkända${then}.` : `Both reports${which} are approved${then}.`;
  }
  if (approved === due && due > 2) {
    return sv
      ? `Alla ${n(due)} rapporter${which} är godkända${then}.`
      : `All ${n(due)} reports${which} are approved${then}.`;
  }
  if (due === 1) {
    if (approved === 1)
      return sv ? `Den enda rapporten${which} är godkänd${then}.` : `The only report${which} is approved${then}.`;
    return sv ? `0 av 1 rapport${which} är godkänd${also}${then}.` : `0 of 1 report${which} is approved${also}${then}.`;
  }
  return sv
    ? `${n(approved)} av ${n(due)} rapporter${which} är godkända${also}${then}.`
    : `${n(approved)} of ${n(due)} reports${which} are approved${also}${then}.`;
}

/** The same in a few words, for lists: `11 av 13 inne är godkända`. */
export function coverageBrief({ expected, due, approved }: Coverage, language: Language): string {
  const of = due > 0 && approved <= due ? due : expected;
  const [a, b] = [number(approved, language), number(of, language)];
  return language === 'sv' ? `${a} av ${b} godkända` : `${a} of ${b} approved`;
}
