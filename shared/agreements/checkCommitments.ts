import { commitmentFaults } from '../commitments/commitment.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Agreement } from './agreement.ts';
import type { AgreementFault } from './faults.ts';

/**
 * Everything that is wrong with what an agreement promises in numbers (requirement R9). A promise can only be followed by what its own
 * reports answer: an indicator that the agreement asks for, and a breakdown that it asks for of that.
 */
export function checkCommitments(
  { commitments = [], indicators }: Pick<Agreement, 'commitments' | 'indicators'>,
  library: ReadonlyMap<string, Indicator>,
): AgreementFault[] {
  return commitments.flatMap((commitment, n) => {
    const found: AgreementFault[] = commitmentFaults(commitment, (id) => library.get(id)?.dimensions).map(
      ({ path, code }) => ({ path: `commitments.${n}.${path}`, code }),
    );
    const { indicatorId, dimension } = commitment;
    if (found.length > 0 || indicatorId === null) return found;
    const agreed = indicators.find((one) => one.indicatorId === indicatorId);
    if (!agreed) return [{ path: `commitments.${n}.indicatorId`, code: 'notAgreed' }];
    if (dimension !== undefined && !agreed.breakdowns.includes(dimension))
      return [{ path: `commitments.${n}.dimension`, code: 'notAgreed' }];
    return [];
  });
}
