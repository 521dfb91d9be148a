import type { SocietalId } from '@insatskollen/shared/societal/indicator.ts';
import { cellKey, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import type { Item, TransactWrite } from '../table/client.ts';
import { societalIndex, societalValuesKey } from '../table/keys.ts';
import type { StoredSocietal } from './stored.ts';
import { societalItem } from './store.ts';

/** The items of these values: one for each series and place. `values` are all of those that the items hold. */
function valueItems(id: SocietalId, values: readonly SocietalValue[]): Item[] {
  const groups = Map.groupBy(values, ({ series, geography }) => `${series}#${geography}`);
  return [...groups.values()].flatMap((its) => {
    const [first] = its;
    if (!first) return [];
    const { series, geography } = first;
    return [
      {
        ...societalValuesKey(id, series, geography),
        ...societalIndex(geography, id, series),
        id,
        series,
        geography,
        values: its.map(({ period, gender, value, source, sourceDate, how, at, synthetic }) => ({
          ...{ period, gender, value, source, sourceDate, how, at, synthetic },
        })),
      },
    ];
  });
}

/** What makes the next version of an indicator. */
interface Next {
  before: StoredSocietal;
  /** Its content, where that changes. */
  content?: StoredSocietal['content'];
  /** What is judged of its series, where that changes. */
  judged?: StoredSocietal['judged'];
  /** All its values as they will be, and those that are news, with what was there. */
  values?: { all: readonly SocietalValue[]; news: readonly SocietalValue[]; known: readonly SocietalValue[] };
  what: 'changed' | 'fetched' | 'entered' | 'retired';
  by: string;
  reason?: string | undefined;
}

/** The writes of an indicator's next version, with its event. They fail (`ConditionFailed`) where somebody else was first. */
export function societalWrites(
  deps: Pick<Deps, 'businessNow'>,
  { before, content = before.content, judged = before.judged, values, what, by, reason }: Next,
): TransactWrite[] {
  const { id } = content;
  const version = before.version + 1;
  const touched = new Set(values?.news.map(({ series, geography }) => `${series}#${geography}`));
  const written = values?.all.filter(({ series, geography }) => touched.has(`${series}#${geography}`)) ?? [];
  return [
    {
      Put: {
        Item: societalItem({ ...before, content, judged, version }),
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': before.version },
      },
    },
    ...valueItems(id, written).map((Item): TransactWrite => ({ Put: { Item } })),
    changeWrite(deps, {
      ...{ kind: 'societal' as const, id, version, what, by, reason },
      before: {
        until: before.content.until,
        replacedBy: before.content.replacedBy,
        breaks: breaksTold(before.content),
        ...toldOf(values?.known, values?.news),
      },
      after: {
        until: content.until,
        replacedBy: content.replacedBy,
        breaks: breaksTold(content),
        verdicts: Object.fromEntries(
          judged.filter((one) => !before.judged.includes(one)).map(({ series, is }) => [series, is]),
        ),
        ...toldOf(values?.news, values?.news),
      },
    }),
  ];
}

/** The breaks of its series by series and year. */
const breaksTold = ({ seriesBreaks }: StoredSocietal['content']): object =>
  Object.fromEntries(
    seriesBreaks.flatMap(({ series, from, text }) =>
      series === null || from === null ? [] : [[`${series}.${from}`, text.sv]],
    ),
  );

/** The numbers of the cells that are news, by the cell's own name: what the history tells field by field. */
function toldOf(values: readonly SocietalValue[] = [], news: readonly SocietalValue[] = []): object {
  const told = new Set(news.map(cellKey));
  return {
    values: Object.fromEntries(values.flatMap((one) => (told.has(cellKey(one)) ? [[cellKey(one), one.value]] : []))),
  };
}
