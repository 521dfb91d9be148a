import type { Series, SocietalIndicator } from '@insatskollen/shared/societal/indicator.ts';
import { judgedAs, lastSign, noSigns, openSigns, type Signs } from '@insatskollen/shared/societal/suspectedBreak.ts';
import type { Fetched, Verdict } from './schemas.ts';
import type { StoredSocietal } from './stored.ts';

type Verdicts = Readonly<Record<string, Verdict>>;

/** What became of each series when its source was asked, with the signs that nobody has judged yet. */
export const openFetches = (fetches: readonly Fetched[], { judged }: Pick<StoredSocietal, 'judged'>): Fetched[] =>
  fetches.map((one) => ({
    ...one,
    ...openSigns(
      one,
      judged.find(({ series }) => series === one.series),
    ),
  }));

/** The series that may have broken, and that nobody has judged yet. */
export const suspectedIn = (fetches: readonly Fetched[], stored: Pick<StoredSocietal, 'judged'>): string[] =>
  openFetches(fetches, stored).flatMap((one) => (lastSign(one) === undefined ? [] : [one.series]));

/** The open signs of one series. */
export const signsOf = (series: string, fetches: readonly Fetched[], stored: Pick<StoredSocietal, 'judged'>): Signs =>
  openFetches(fetches, stored).find((one) => one.series === series) ?? noSigns;

/** An indicator once somebody has judged these series: a break is drawn from its year on, also in what is worked out of the series. */
export function judgedWith(
  stored: StoredSocietal,
  verdicts: Verdicts,
  fetches: readonly Fetched[],
): Pick<StoredSocietal, 'content' | 'judged'> {
  let { content, judged } = stored;
  for (const [series, verdict] of Object.entries(verdicts)) {
    const before = judged.find((one) => one.series === series);
    const now = judgedAs(verdict.is, series, signsOf(series, fetches, stored), before);
    judged = [...judged.filter((one) => one !== before), now];
    if (verdict.is === 'same') continue;
    const { from } = verdict;
    const text = { sv: verdict.text.sv, en: verdict.text.en ?? verdict.text.sv };
    const broken = [series, ...workedOutOf(content, series)].map((one) => ({ series: one, from, text }));
    const others = content.seriesBreaks.filter(
      (one) => !broken.some((other) => other.series === one.series && other.from === one.from),
    );
    content = { ...content, seriesBreaks: [...others, ...broken] };
  }
  return { content, judged };
}

const workedOutOf = ({ series }: SocietalIndicator, part: string): Series['id'][] =>
  series.flatMap(({ id, source }) =>
    source.type === 'quotient' && [source.numerator, source.denominator].includes(part) ? [id] : [],
  );
