/** What `npm start` can be told: flags, and a variable for each. A flag wins over its variable. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly port: number;
  /** Incoming mail. */
  readonly smtpPort: number;
  readonly dataFolder: string;
  readonly fresh: boolean;
  /** A firm with a year behind it, in a folder of its own. */
  readonly demo: boolean;
  /** Absent: the example business. */
  readonly companyFile: string | undefined;
  /** Where the local clock starts, in milliseconds since 1970; absent: where it stood, or the real time. */
  readonly nowMs: number | undefined;
}

export const help = `Nachfass on this machine: the whole system in one process.

  npm start -- [flags]

  --port <number>       all of HTTP                        PORT          4000
  --smtp-port <number>  incoming mail                      SMTP_PORT     4025
  --data <folder>       where the data lives               DATA_DIR      .local
  --fresh               start with empty data
  --demo                a firm with a year behind it, to look around in; its data is in .demo
  --company <file>      the business, as JSON              COMPANY_FILE  the example business
  --now <ISO time>      start the local clock at this time NOW           the real time
  --help                show this

  Each flag can also be given as the variable beside it.
`;

/**
 * @returns the options, or `help` if that is asked for.
 * @throws Error in one line.
 */
export function readOptions(
  args: readonly string[],
  variables: Record<string, string | undefined>,
): Options | 'help' {
  const { values } = parseFlags(args);
  if (values.help) return 'help';
  /** An empty variable is none. */
  const given = (flag: 'port' | 'smtp-port' | 'data' | 'company' | 'now', variable: string) => {
    if (values[flag] !== undefined) return { name: `--${flag}`, text: values[flag] };
    const text = variables[variable];
    return text ? { name: variable, text } : undefined;
  };
  return {
    port: readPort(given('port', 'PORT')) ?? 4000,
    smtpPort: readPort(given('smtp-port', 'SMTP_PORT')) ?? 4025,
    dataFolder: readText(given('data', 'DATA_DIR')) ?? (values.demo ? '.demo' : '.local'),
    fresh: values.fresh,
    demo: values.demo,
    companyFile: readText(given('company', 'COMPANY_FILE')),
    nowMs: readTime(given('now', 'NOW')),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'smtp-port': { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        company: { type: 'string' },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw new Error(`${sentence}. All flags: npm start -- --help`);
  }
}

interface Given {
  /** The flag or the variable. */
  readonly name: string;
  readonly text: string;
}

function readText(given: Given | undefined): string | undefined {
  if (given?.text === '') throw new Error(`${given.name} is empty.`);
  return given?.text;
}

/** 0 is any free port. */
function readPort(given: Given | undefined): number | undefined {
  if (!given) return undefined;
  const port = Number(given.text);
  if (/^\d{1,5}$/.test(given.text) && port <= 65_535) return port;
  throw new Error(`${given.name}: "${given.text}" is not a port from 0 to 65535.`);
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The zone must be said: the machine's own zone is not the business's. */
function readTime(given: Given | undefined): number | undefined {
  if (!given) return undefined;
  const ms = isoTime.test(given.text) ? Date.parse(given.text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new Error(`${given.name}: "${given.text}" is not an ISO time such as 2026-11-23T09:00:00Z.`);
  }
  return ms;
}
