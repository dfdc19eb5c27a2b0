/** How a person at the keyboard names a deployment: the same flags in every command, or environment variables. */
import type { ParseArgsOptionsConfig } from 'node:util';
import { type Config, ConfigError, readConfig, type Setting, variables } from '../infra/config.ts';

const settings = Object.keys(variables) as Setting[];

/** `alarmEmail` -> `--alarm-email` */
function toFlag(setting: Setting): string {
  return `--${setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** For `parseArgs`: one flag per setting of a deployment. */
export const deploymentFlags: ParseArgsOptionsConfig = Object.fromEntries(
  settings.map((setting) => [toFlag(setting).slice(2), { type: 'string' as const }]),
);

/** The lines of a help text that name a deployment. */
export const deploymentHelp = `  --company FILE        the business (default: companies/example.json)
  --stage STAGE         several stages of one business stand side by side (default: prod)
  --region REGION       the AWS region (default: eu-central-1)
  Further settings: ${settings.slice(3).map(toFlag).join(', ')}.
  Each is an environment variable too: ${settings.map((setting) => variables[setting]).join(', ')}.`;

export interface Deployment {
  readonly config: Config;
  /** What was said about it on the command line. */
  readonly given: Readonly<Partial<Record<Setting, string>>>;
  /** The same as flags, for the next command: `--company companies/x.json --stage test`. */
  readonly flags: string;
}

/** A command of ours to be copied, e.g. `npm run doctor -- --company companies/x.json`. */
export function npmRun(script: string, ...flags: readonly string[]): string {
  const said = flags.filter((flag) => flag !== '');
  return ['npm run', script, ...(said.length > 0 ? ['--', ...said] : [])].join(' ');
}

/**
 * Reads settings and company file, before anything is called.
 * @param values what `parseArgs` made of the flags; or by the names of the settings, as the CDK's context has them
 * @throws ConfigError naming every fault, settings as the flags that were typed.
 */
export function readDeployment(
  values: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Deployment {
  const given: Partial<Record<Setting, string>> = {};
  for (const setting of settings) {
    const value = values[toFlag(setting).slice(2)] ?? values[setting];
    if (typeof value === 'string') given[setting] = value;
  }
  try {
    const config = readConfig((key) => given[key as Setting], environment);
    return { config, given, flags: asFlags({ ...fromVariables(environment), ...given }) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(
      error.faults.map((fault) => {
        const setting = settings.find((name) => fault.startsWith(`${name}: `));
        return setting ? `${toFlag(setting)}${fault.slice(setting.length)}` : fault;
      }),
      { cause: error },
    );
  }
}

/** A command that is shown to be copied must work in a shell without our variables too. */
function fromVariables(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    settings.flatMap((setting) => {
      const value = environment[variables[setting]];
      return value === undefined ? [] : [[setting, value]];
    }),
  );
}

function asFlags(given: Partial<Record<Setting, string>>): string {
  return settings
    .flatMap((setting) => {
      const value = given[setting];
      return value === undefined ? [] : [`${toFlag(setting)} ${inShell(value)}`];
    })
    .join(' ');
}

function inShell(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/**
 * Runs a command. What the person at the keyboard can mend is said in plain lines, without a stack trace.
 * @param command returns the exit code.
 */
export async function atTheKeyboard(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const lines = error instanceof ConfigError ? error.faults : [(error as Error).message];
    for (const line of lines) console.error(line);
    process.exitCode = 1;
  }
}
