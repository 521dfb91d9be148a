import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Bound } from './table.ts';

interface HandlerProps {
  description: string;
  /** The folder that the server is deployed from too, and what is called in it: `infra/server/notices.tell`. */
  folder: string;
  handler: string;
  logGroup: LogGroup;
  environment: Record<string, string>;
  /** How long it may run; a minute where nothing is said. */
  timeout?: Duration;
}

/** A function that something other than a person's request starts. It may write its log, and whatever it is given. */
export class Handler extends Construct implements Bound {
  readonly function: LambdaFunction;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { description, folder, handler, logGroup, environment, timeout = Duration.minutes(1) } = props;
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description });
    this.function = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler,
      code: Code.fromAsset(folder),
      role: this.#role,
      logGroup,
      memorySize: 512,
      timeout,
      environment,
    });
    this.allow(
      new PolicyStatement({
        sid: 'OwnLog',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
  }

  addEnvironment(name: string, value: string): void {
    this.function.addEnvironment(name, value);
  }

  allow(...statements: PolicyStatement[]): void {
    for (const statement of statements) this.#role.addToPolicy(statement);
  }

  /** The statements that were given it, as one policy to wait for, or to acknowledge findings of. */
  get role(): Role {
    return this.#role;
  }
}
