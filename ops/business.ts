/** `npm run business`: what describes the business, changed without a deployment. */
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readLogoPicture } from '../adapters/disk/logo-picture.ts';
import { describeChange } from '../domain/business/changes.ts';
import { readJsonFile } from '../domain/business/json-file.ts';
import type { BusinessStore } from '../domain/ports/business-store.ts';
import { type Config, ConfigError } from '../infra/config.ts';
import { stackName } from '../infra/names.ts';
import {
  type Author,
  BusinessRefusal,
  type Changed,
  historyLines,
  loadBusiness,
  setBusiness,
  shown,
  takeCompanyFile,
  undoChange,
} from './business/change-business.ts';
import { type BusinessPlace, placeInCloud } from './business/cloud-store.ts';
import { placeOnThisMachine } from './business/local-store.ts';
import { addToPeople, listPeople, type NamedPerson, removeFromPeople } from './business/people.ts';
import { readCompanyFile } from './company-file.ts';
import {
  atTheKeyboard,
  type Deployment,
  deploymentFlags,
  deploymentHelp,
  readDeployment,
} from './deployment.ts';
import { awsReader, explainFault } from './doctor/aws-reader.ts';

const help = `npm run -s business -- [where] show | set FILE | take | history | undo N | people …

  show                  the business as it is, as JSON with its version
  set FILE              sets what FILE says: the whole business as show prints it, or only what changes
                        ({"digestAt": "07:00"}; null takes a field away). "-" reads from standard input
  take                  takes what the company file changed since it was taken last
  history               every version: when, by whom, what
  undo N                takes the change of version N back, and leaves alone what was changed since

  people list           who works here: role, address, name, phone
  people add            somebody more: --name NAME --email ADDRESS [--role owner|office|staff] [--phone NUMBER];
                        without --role an owner, who then gets into the desk by mail. The way back in where no owner can log in
  people remove         --email ADDRESS: he gets in no more, at once. The last owner stays

  --by NAME             who changes it, for the history; default: the user of this machine

Where:
${deploymentHelp}
  --local URL           a local system instead, e.g. http://localhost:4000

A change takes effect within a minute. A broken one is refused with the field, what was found and what is expected.
`;

const flags = {
  by: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  phone: { type: 'string' },
  local: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** As many as anybody reads. */
const maxReasons = 30;

const inInput = (file: string) => (file === '-' ? 'standard input' : file);

function readInput(file: string): unknown {
  let content: Buffer;
  try {
    // Of a pipe with a name, which nobody may be writing to, nothing is expected.
    if (file !== '-' && !statSync(file).isFile()) throw new Error('no file');
    content = readFileSync(file === '-' ? 0 : file);
  } catch {
    throw new BusinessRefusal([`${inInput(file)}: cannot be read`]);
  }
  const read = readJsonFile(content);
  if ('fault' in read) throw new BusinessRefusal([`${inInput(file)} ${read.fault}`]);
  return read.value;
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new BusinessRefusal([
    `--local: found "${text}", expected an address such as "http://localhost:4000"`,
  ]);
}

async function openCloud({ config }: Deployment): Promise<BusinessPlace> {
  const stack = stackName(config);
  const facts = await awsReader(config.region)
    .stack(stack)
    .catch((error: unknown) => {
      throw new BusinessRefusal([`${explainFault(error)}. On one machine: --local http://localhost:4000`]);
    });
  const place = placeInCloud(config, facts);
  if (place) return place;
  throw new BusinessRefusal([`There is no ${stack} in ${config.region}: deploy it first.`]);
}

/** What a file says, its logo stored if it names a picture. */
async function readChange(file: string, logos: BusinessPlace['logos']): Promise<unknown> {
  const read = readLogoPicture(readInput(file), file === '-' ? '.' : dirname(file));
  if ('faults' in read) throw new BusinessRefusal(read.faults);
  if (read.logo) await logos.store(read.logo);
  return read.file;
}

async function take({ store, logos }: BusinessPlace, config: Config, author: Author) {
  const { file, logo } = readCompanyFile(config);
  if (logo) await logos.store(logo);
  return takeCompanyFile(store, file, author);
}

function inWords(changed: Changed | undefined): string {
  if (!changed || changed.changes.length === 0) return 'Nothing changes: it is like that already.';
  const { version, changes, tookBack = [] } = changed;
  return [
    `Version ${version.version}, in effect within a minute:`,
    ...changes.map((one) => `  ${describeChange(one)}`),
    ...(tookBack.length === 0
      ? []
      : [
          'The file does not say which version it knew, and takes back what was set since the company file:',
          ...tookBack.map(({ path }) => `  ${path.join('.')}`),
          `If that was not meant: undo ${version.version}.`,
        ]),
  ].join('\n');
}

async function people(
  verb: string | undefined,
  store: BusinessStore,
  named: NamedPerson,
  author: Author,
): Promise<string> {
  if (verb === 'list') return (await listPeople(store)).join('\n');
  if (verb === 'add') return inWords(await addToPeople(store, named, author));
  if (verb === 'remove') return inWords(await removeFromPeople(store, named, author));
  throw new BusinessRefusal([
    `people${verb === undefined ? '' : ` ${verb}`}: say people list, people add or people remove (--help tells more).`,
  ]);
}

async function run(
  words: readonly string[],
  place: BusinessPlace,
  author: Author,
  deployment: () => Deployment,
  named: NamedPerson,
): Promise<string> {
  const [verb, argument, ...more] = words;
  const { store, logos } = place;
  if (more.length > 0) throw new BusinessRefusal([`Too many words: ${words.join(' ')}`]);
  switch (verb) {
    case 'show':
      return JSON.stringify(shown(await loadBusiness(store)), undefined, 2);
    case 'history':
      return historyLines(await store.history()).join('\n');
    case 'set':
      if (argument === undefined) throw new BusinessRefusal(['set: which file?']);
      return inWords(await setBusiness(store, await readChange(argument, logos), author));
    case 'take':
      return inWords(await take(place, deployment().config, author));
    case 'undo':
      if (!/^[1-9]\d*$/.test(argument ?? ''))
        throw new BusinessRefusal(['undo: which version? See history.']);
      return inWords(await undoChange(store, Number(argument), author));
    case 'people':
      return people(argument, store, named, author);
    default:
      throw new BusinessRefusal([
        `${verb === undefined ? '' : `"${verb}": `}Say what to do: show, set FILE, take, history, undo N or people (--help tells more).`,
      ]);
  }
}

await atTheKeyboard(async () => {
  const { values, positionals } = parseArgs({
    options: { ...deploymentFlags, ...flags },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  try {
    const deployment = () => readDeployment(values);
    const place =
      values.local === undefined ? await openCloud(deployment()) : placeOnThisMachine(readUrl(values.local));
    const author = { by: values.by ?? userInfo().username, at: new Date().toISOString() };
    console.log(await run(positionals, place, author, deployment, values));
    return 0;
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('call stack')) {
      throw new ConfigError('The file is nested too deeply.');
    }
    if (!(error instanceof BusinessRefusal)) throw error;
    const { reasons } = error;
    const more = reasons.length - maxReasons;
    throw new ConfigError([...reasons.slice(0, maxReasons), ...(more > 0 ? [`and ${more} more`] : [])]);
  }
});
