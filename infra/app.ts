import { BackupStack } from './backup-stack.ts';
import { ConfigError, readConfig } from './config.ts';
import { nachfassApp } from './nachfass-app.ts';
import { NachfassStack } from './nachfass-stack.ts';
import { ReceivingStack } from './receiving-stack.ts';

try {
  const app = nachfassApp();
  const config = readConfig((key) => app.node.tryGetContext(key), process.env);
  const main = new NachfassStack(app, { config });
  const { receive } = config.company.mail;
  if (receive !== undefined) new ReceivingStack(app, { config, main, address: receive });
  if (config.backup) new BackupStack(app, { config, main });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
