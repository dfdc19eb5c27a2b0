import { App, type AppProps, Validations } from 'aws-cdk-lib';
import featureFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';

/**
 * An empty app that refuses to build anything the AwsSolutions rules object to, unless the construct gives its reason.
 *
 * The feature flags are the ones the library recommends, so they change with its version. The resources that must not
 * be replaced have pinned ids all the same.
 */
export function nachfassApp(options: Pick<AppProps, 'builtinCloudFormationValidation'> = {}): App {
  const app = new App({ context: featureFlags, analyticsReporting: false, ...options });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  return app;
}
