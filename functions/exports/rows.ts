import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { periodsOfTerm } from '@insatskollen/shared/calendar/periods.ts';
import { cellOf, type Cell, type Wording } from '@insatskollen/shared/exports/cells.ts';
import { columnsOf, YEAR, type ExportKind } from '@insatskollen/shared/exports/columns.ts';
import { fieldAt, type Thing } from '@insatskollen/shared/exports/fields.ts';
import type { Library } from '../strategy/library.ts';

/** What is exported: the register, and the agreements that the caller may read. */
export interface Exported {
  library: Library;
  agreements: readonly Agreement[];
  language: 'sv' | 'en';
}

/** Every period that has or could have a target, in order of time. */
const periodsIn = ({ frequency, termStart, termEnd }: Agreement): string[] =>
  periodsOfTerm(frequency, termStart, termEnd).map(({ id }) => id);

/** The rows of a kind, each made when it is asked for. */
export function* rowsOf(kind: ExportKind, exported: Exported, wording: Wording): Generator<Cell[]> {
  const columns = columnsOf[kind];
  for (const thing of thingsOf[kind](exported))
    yield columns.map((column) => (column.only === 'in' ? null : cellOf(column, fieldAt(thing, column.name), wording)));
}

const thingsOf: Record<ExportKind, (exported: Exported) => Iterable<Thing>> = {
  initiatives: ({ library }) => library.initiatives.values(),
  *agreements({ library, agreements }) {
    for (const agreement of agreements)
      yield {
        ...agreement,
        actorName: library.actors.get(agreement.actorId)?.name,
        initiativeTitle: library.initiatives.get(agreement.initiativeId)?.title,
        indicators: agreement.indicators.map(({ indicatorId }) => indicatorId),
      };
  },
  *targets({ library, agreements, language }) {
    for (const agreement of agreements) {
      const { id: agreementId, version, reference } = agreement;
      for (const { indicatorId, targets } of agreement.indicators) {
        const indicator = library.indicators.get(indicatorId);
        const about = {
          agreementId,
          version,
          reference,
          indicatorId,
          indicatorName: indicator?.name[language],
          unit: indicator?.unit[language],
        };
        yield { ...about, period: YEAR, target: targets.year };
        const given = targets.periods ?? {};
        for (const period of new Set([...periodsIn(agreement), ...Object.keys(given)]))
          yield { ...about, period, target: given[period] };
      }
    }
  },
};
