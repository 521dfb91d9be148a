import { Aspects, Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { EuOnly } from './euOnly.ts';
import { settingsFromContext } from './context.ts';
import { makeStage } from './stacks.ts';

/** The whole deployment, checked as it is made: nothing outside the EU, and nothing that the rules of AwsSolutions object to. */
export function makeApp(app: App, serverFolder: string): App {
  Aspects.of(app).add(new EuOnly());
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true, writeSuppressionsToCloudFormation: true }),
  );
  for (const settings of settingsFromContext(app.node)) makeStage(app, settings, serverFolder);
  return app;
}
