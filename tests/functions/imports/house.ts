import type { Row } from '@insatskollen/shared/exports/csv.ts';
import { csvLine, parseCsv } from '@insatskollen/shared/exports/csv.ts';
import type { DemoHouse } from '../demoHouse.ts';

export interface Result {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  code: string;
  detail: string;
  errors: { row: number; column: string; code: string; message: string; path?: string }[];
}
type Kind = 'initiatives' | 'agreements' | 'targets';

/** Files in and out of a house, as the coordinator. */
export const filesOf = (house: DemoHouse) => ({
  async exported(file: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${await house.token('samordnare')}` };
    return Buffer.from(await (await house.fetch(`/api/v1/exports/${file}`, { headers })).arrayBuffer());
  },
  async table(kind: Kind): Promise<Table> {
    const headers = { authorization: `Bearer ${await house.token('samordnare')}` };
    const answer = await house.fetch(`/api/v1/exports/${kind}.csv`, { headers });
    return new Table(parseCsv((await answer.text()).replace(/^\uFEFF/, '')) ?? []);
  },
  send(kind: Kind, bytes: string | Uint8Array, query = '', headers: Record<string, string> = {}) {
    const form = new FormData();
    form.append('file', new File([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], 'fil.csv'));
    return house.call<Result>('samordnare', 'POST', `/imports/${kind}${query}`, form, headers);
  },
});

/** A table to change in a test, as one changes it in Excel. */
export class Table {
  readonly head: string[];
  readonly rows: string[][];
  constructor([head, ...rows]: readonly Row[]) {
    this.head = head?.cells ?? [];
    this.rows = rows.map(({ cells }) => cells);
  }
  all(): Row[] {
    return [this.head, ...this.rows].map((cells, n) => ({ number: n + 1, cells }));
  }
  /** The place of a row by what stands in some of its columns. */
  find(by: Record<string, string>): number {
    const found = this.rows.findIndex((row) =>
      Object.entries(by).every(([name, text]) => row[this.#at(name)] === text),
    );
    if (found < 0) throw new Error(`no such row: ${JSON.stringify(by)}`);
    return found;
  }
  cells(row: number): Record<string, string> {
    return Object.fromEntries(this.head.map((name, at) => [name, this.rows[row]?.[at] ?? '']));
  }
  set(row: number, cells: Record<string, string>): this {
    for (const [name, text] of Object.entries(cells)) (this.rows[row] ?? [])[this.#at(name)] = text;
    return this;
  }
  add(cells: Record<string, string>): this {
    this.rows.push(this.head.map((name) => cells[name] ?? ''));
    return this;
  }
  csv(separator: ';' | ',' | '\t' = ';'): string {
    return [this.head, ...this.rows]
      .map((row) =>
        csvLine(
          row.map((text) => (text === '' ? null : { text })),
          separator,
        ),
      )
      .join('');
  }
  #at(name: string): number {
    const at = this.head.indexOf(name);
    if (at < 0) throw new Error(`no such column: ${name}`);
    return at;
  }
}
