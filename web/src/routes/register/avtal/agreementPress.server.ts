import { canSpread, spreadTarget } from '@insatskollen/shared/agreements/spreadTarget.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { typedText } from '#lib/server/form.ts';
import type { Library } from '#lib/server/register.ts';
import { readAgreement } from './agreementForm.server.ts';
import { periodsFor } from './agreementChoices.server.ts';

/**
 * The agreement after a button that saves nothing: `remove.2` takes an indicator away, `spread.2` spreads its year's target over the
 * periods, `questions` takes the questions of a set. Any other leaves it as it was typed.
 */
export function press(form: FormData, thing: Thing, library: Library): Thing {
  const [what, place = ''] = typedText(form, 'more').split('.');
  const { indicators, ...terms } = readAgreement(thing);
  const row = Number(place);
  if (what === 'remove') return { ...thing, indicators: indicators.filter((_, n) => n !== row) };
  if (what === 'spread') {
    const periods = periodsFor(terms);
    return {
      ...thing,
      indicators: indicators.map((one, n) => {
        const indicator = library.indicators.find(({ id }) => id === one.indicatorId);
        if (n !== row || !indicator || !canSpread(indicator)) return one;
        const spread = spreadTarget(one.targets.year, indicator, periods);
        return { ...one, targets: { ...one.targets, periods: { ...one.targets.periods, ...spread } } };
      }),
    };
  }
  const set = library.questionSets.find(({ id }) => id === typedText(form, 'questionSet'));
  return what === 'questions' && set ? { ...thing, questions: set.questions } : thing;
}
