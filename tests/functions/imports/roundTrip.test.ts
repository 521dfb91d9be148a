import { exportKinds } from '@insatskollen/shared/exports/columns.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';
import { filesOf, Table } from './house.ts';

let house: DemoHouse;
let files: ReturnType<typeof filesOf>;
beforeAll(async () => {
  house = await openDemoHouse();
  files = filesOf(house);
  // Texts that are hard to carry: quotes, separators, lines, formulas, what looks like the export's own marks.
  await house.call('samordnare', 'POST', '/initiatives', {
    title: 'Svåra "tecken"; och, skilje\u2028tecken',
    primaryFocusArea: 'starka-nyforetagande',
    summary: `'=1+1\n- två\n\n_x0041_ <b>&amp;</b> 😀`,
    participants: ['• punkt', 'a; b, c', "'=x"],
  });
});

const counts = ({
  rows,
  created,
  changed,
  unchanged,
  errors,
}: {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  errors: unknown[];
}) => ({ new: created, changed, same: unchanged === rows, errors });
const none = { new: 0, changed: 0, same: true, errors: [] };

describe.each(exportKinds)('what goes out comes back in and changes nothing: %s', (kind) => {
  test.each(['csv', 'csv?separator=,', 'csv?headings=words', 'xlsx', 'xlsx?headings=words'])(
    'as %s',
    async (format) => {
      const file = await files.exported(`${kind}.${format}`);
      const before = await wholeTable(house.bare);
      const { status, json } = await files.send(kind, file);
      expect([status, counts(json)]).toEqual([200, none]);
      expect(json.rows).toBeGreaterThan(20);
      expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
    },
  );
});

test('in whatever coding Excel saves it', async () => {
  const rows = new Table(
    (await files.table('initiatives'))
      .all()
      .filter(({ cells }) => !/[^\u0020-\u00ff\n\u2013\u2019]/.test(cells.join(''))),
  );
  const text = rows.csv();
  const cp1252 = Buffer.from(text.replaceAll('\u2013', '\u0096').replaceAll('\u2019', '\u0092'), 'latin1');
  const utf16 = Buffer.from(`\uFEFF${rows.csv('\t')}`, 'utf16le');
  for (const bytes of [cp1252, utf16, Buffer.from(text), Buffer.from(`sep=,\r\n${rows.csv(',')}`)])
    expect(counts((await files.send('initiatives', bytes, '?dryRun=true')).json)).toEqual(none);
});
