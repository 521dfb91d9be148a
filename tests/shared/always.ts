import fc, { type IProperty } from 'fast-check';

/** Holds a rule against many made-up cases, the same ones each time: a failure shows the smallest case that breaks it. */
export function always<Case>(property: IProperty<Case>, cases = 200): void {
  fc.assert(property, { seed: 20_260_407, numRuns: cases });
}
