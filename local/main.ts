/** `npm start`: the whole system on this machine. */
import { enableCompileCache } from 'node:module';
import { giveMemoryBack } from './memory.ts';
import { help, type Options, readOptions } from './options.ts';

giveMemoryBack();

// From the second start on nothing has to be compiled anew.
enableCompileCache();

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/**
 * npm runs us in a shell and passes a signal on to that shell, not to us. Without its shell the system would run on as an
 * orphan that holds the port and the data.
 */
function stopWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200).unref();
}

async function run(options: Options): Promise<void> {
  const system = options.demo
    ? await import('./demo/start-demo.ts').then(({ startDemo }) => startDemo(options))
    : await import('./system.ts').then(({ startSystem }) => startSystem(options));
  console.log(`
  Nachfass is running for ${system.companyName}
${system.taken.map((line) => `\n  Taken from the company file: ${line}`).join('')}${system.cut
  .map((line) => `\n  Beyond the limits for mails to customers, and not followed: ${line}`)
  .join('')}
  Form         ${system.url}/
  Desk         ${system.url}/desk (without a mail: ${system.url}/_local)
  Overview     ${system.url}/_local
  Mailbox      ${system.url}/_local/mail
  Leads        ${system.url}/_local/lead
  Mails to     ${system.smtp.address}, by SMTP at localhost:${system.smtp.port}, or ${system.url}/_local/incoming
  Local clock  ${system.now()}
  Data         ${system.dataFolder}
`);

  let stopping = false;
  const stop = async () => {
    // A second signal means: now.
    if (stopping) process.exit(130);
    stopping = true;
    await system.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  stopWithParent(stop);
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(help);
  else await run(options);
} catch (error) {
  fail(error);
}
