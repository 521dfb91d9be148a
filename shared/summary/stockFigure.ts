import type { Window } from '../calendar/periods.ts';
import { add, zero } from '../decimal.ts';
import { nothing, takePart } from './accumulate.ts';
import type { StockGathered, StoredCell } from './gather.ts';
import { isLeftOut } from './stock.ts';

/**
 * Stock of one indicator in a window, from the cells in force on the window's last day: of each chain its latest value whose
 * period ends inside the window. `carriedForward` is how much of it is from an earlier period than the window's last.
 */
export function stockIn(
  cells: readonly StoredCell[],
  indicatorId: string,
  window: Pick<Window, 'start' | 'end'>,
): StockGathered {
  const stock: StockGathered = {
    chains: 0,
    value: undefined,
    target: undefined,
    carriedForward: undefined,
    left: 0,
    gathered: nothing(),
  };
  let value = zero;
  let carried = zero;
  let target = zero;
  let targets = 0;
  for (const cell of cells) {
    const dimension = cell.sk.split('#')[2] ?? '';
    for (const [name, number] of Object.entries(cell.numbers)) {
      const [kind, id, ...rest] = name.split(':');
      if (id !== indicatorId) continue;
      if (kind === 'left') {
        if (isLeftOut(rest, window)) stock.left += Number(number);
        continue;
      }
      const [inForce, day = '', ...part] = rest;
      if (inForce !== window.end || day < window.start || day > window.end) continue;
      if (cell.room === 'parts') {
        if (kind === 'v') takePart(stock.gathered, dimension, part.join(':'), number);
        else if (kind === 'small' && Number(number) > 0) stock.gathered.small.add(dimension);
      } else if (kind === 'v') {
        value = add(value, number);
        if (day < window.end) carried = add(carried, number);
      } else if (kind === 'n') stock.chains += Number(number);
      else if (kind === 't') target = add(target, number);
      else if (kind === 'tn') targets += Number(number);
    }
  }
  if (stock.chains > 0) {
    stock.value = value;
    stock.carriedForward = carried;
  }
  if (targets > 0) stock.target = target;
  return stock;
}
