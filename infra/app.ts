import { ConfigError, readConfig } from './config.ts';
import { nachfassApp } from './nachfass-app.ts';
import { NachfassStack } from './nachfass-stack.ts';

try {
  const app = nachfassApp();
  new NachfassStack(app, { config: readConfig((key) => app.node.tryGetContext(key), process.env) });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
