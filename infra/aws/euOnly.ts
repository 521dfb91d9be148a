import { Stack, Token, type IAspect } from 'aws-cdk-lib';
import { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnReplicaKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';
import { requireEuRegion } from './region.ts';

/**
 * Stops synthesis at anything that would lie, or be copied, outside the European Union: also in a stack that someone adds later
 * without asking the settings for its region.
 */
export class EuOnly implements IAspect {
  visit(node: IConstruct): void {
    if (node instanceof Stack) requireEuRegion(knownRegion(node.region), `Stack ${node.stackName}`);
    if (node instanceof CfnGlobalTable || node instanceof CfnReplicaKey)
      throw new Error(`${node.node.path} would copy data to another region; the table and its keys have one home.`);
    if (node instanceof CfnSecret && Stack.of(node).resolve(node.replicaRegions) !== undefined)
      throw new Error(`${node.node.path} would copy a secret to another region; secrets have one home.`);
  }
}

/** A stack without a region of its own goes wherever whoever deploys happens to be, which is no answer. */
const knownRegion = (region: string): string => (Token.isUnresolved(region) ? '' : region);
