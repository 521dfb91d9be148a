import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { originOf, type StageSettings } from './settings.ts';

const PORT = '8080';
/**
 * How long an answer may take to its end: a file of every report, at a slow reader's pace. That nothing hangs so long is seen to where
 * the table is asked, each time with a limit of its own.
 */
export const LONGEST_ANSWER = Duration.minutes(5);

/** The Lambda Web Adapter: it turns the gateway's events into plain HTTP requests to the server beside it. */
const adapterLayer = (region: string) => `arn:aws:lambda:${region}:753240598075:layer:LambdaAdapterLayerArm64:30`;

const adapterEnvironment = {
  AWS_LAMBDA_EXEC_WRAPPER: '/opt/bootstrap',
  AWS_LWA_PORT: PORT,
  /** As the gateway is told too: what is sent goes on as it comes, and is not held back until it is whole. */
  AWS_LWA_INVOKE_MODE: 'response_stream',
  AWS_LWA_READINESS_CHECK_PATH: '/api/health',
  // Health says 503 while the table is away. The server is ready all the same, to say so to people: only silence means wait.
  AWS_LWA_READINESS_CHECK_HEALTHY_STATUS: '200-599',
};

/**
 * Pages, API and static files: the built server as one function. Whatever it may do beyond writing its own log is given to it by the
 * construct that the permission is for.
 */
export class AppServer extends Construct {
  readonly function: LambdaFunction;
  readonly #role: Role;

  constructor(scope: Construct, id: string, settings: StageSettings, built: { folder: string; logGroup: LogGroup }) {
    super(scope, id);
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Insatskollen ${settings.stage}: pages and API`,
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: `Insatskollen ${settings.stage}: pages and API`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'run.sh',
      code: Code.fromAsset(built.folder),
      layers: [LayerVersion.fromLayerVersionArn(this, 'Adapter', adapterLayer(Stack.of(this).region))],
      role: this.#role,
      logGroup: built.logGroup,
      memorySize: settings.memoryMb,
      timeout: LONGEST_ANSWER,
      reservedConcurrentExecutions: settings.concurrency,
      environment: { ...adapterEnvironment, PORT, STAGE: settings.stage, APP_ORIGIN: originOf(settings) },
    });
    this.allow(
      new PolicyStatement({
        sid: 'OwnLog',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [built.logGroup.logGroupArn],
      }),
    );
  }

  addEnvironment(name: string, value: string): void {
    this.function.addEnvironment(name, value);
  }

  allow(...statements: PolicyStatement[]): void {
    for (const statement of statements) this.#role.addToPolicy(statement);
  }
}
