/** `npm run hooks`: the addresses that form plug-ins, advertising platforms and telephone systems send to. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ShownHook } from '../functions/shared/manage-hooks.ts';
import { ConfigError } from '../infra/config.ts';
import { stackName } from '../infra/names.ts';
import {
  atTheKeyboard,
  type Deployment,
  deploymentFlags,
  deploymentHelp,
  readDeployment,
} from './deployment.ts';
import { awsReader, explainFault } from './doctor/aws-reader.ts';
import { hooksInCloud } from './hooks/cloud-hooks.ts';
import { type HookPlace, HookRefusal } from './hooks/hook-place.ts';
import { hooksOnThisMachine } from './hooks/local-hooks.ts';
import { stepsFor } from './hooks/sender-steps.ts';

const help = `npm run -s hooks -- [where] add SENDER [settings] | list | revoke ID

  add SENDER            makes an address for a sender (typeform, wpforms, google-ads, sipgate, placetel, 3cx, telefon, or
                        any word that says who it is) and prints it with what to click there. It is shown this once.
  list                  all of them, each with a link to the page of what came in by it
  revoke ID             from now on nobody knows that address

Settings:
  --source SOURCE       where its requests come from: website, advertisement, social-media, portal, phone, ...
  --page URL            the page the form stands on, if the sender does not say
  --signing-secret TEXT what the sender signs with: what is not signed so is kept aside, and told the owner
  --signing-secret-file FILE  the same from a file: the public key of a Wix app

Where:
${deploymentHelp}
  --local URL           a local system instead, e.g. http://localhost:4000
`;

const flags = {
  source: { type: 'string' },
  page: { type: 'string' },
  'signing-secret': { type: 'string' },
  'signing-secret-file': { type: 'string' },
  local: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

interface Settings {
  readonly source?: string | undefined;
  readonly page?: string | undefined;
  readonly 'signing-secret'?: string | undefined;
  readonly 'signing-secret-file'?: string | undefined;
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new HookRefusal([`--local: found "${text}", expected an address such as "http://localhost:4000"`]);
}

async function openCloud({ config }: Deployment): Promise<HookPlace> {
  const stack = stackName(config);
  const facts = await awsReader(config.region)
    .stack(stack)
    .catch((error: unknown) => {
      throw new HookRefusal([`${explainFault(error)}. On one machine: --local http://localhost:4000`]);
    });
  const place = await hooksInCloud(config, facts);
  if (place) return place;
  throw new HookRefusal([`There is no ${stack} in ${config.region}: deploy it first.`]);
}

function readSecret(settings: Settings): string | undefined {
  const { 'signing-secret': secret, 'signing-secret-file': file } = settings;
  if (file === undefined) return secret;
  if (secret !== undefined) throw new HookRefusal(['Either --signing-secret or --signing-secret-file']);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new HookRefusal([`${file}: cannot be read`]);
  }
}

async function add(place: HookPlace, sender: string | undefined, settings: Settings): Promise<string> {
  if (sender === undefined) throw new HookRefusal(['add: which sender? E.g. typeform (--help tells more).']);
  const { source, page } = settings;
  const made = await place.add({ sender, source, page, signingSecret: readSecret(settings) });
  return [
    `Made ${made.id} for ${made.sender}. The address to paste, shown this once; whoever knows it can send requests:`,
    '',
    `  ${made.address}`,
    '',
    ...stepsFor(made.sender, made.address).map((line) => `  ${line}`),
    '',
    'What came in, for whoever connects the form (60 days):',
    `  ${made.pageUrl}`,
  ].join('\n');
}

function inWords({ id, sender, createdAt, revokedAt, source, page, signed, pageUrl }: ShownHook): string {
  const facts = [
    `made ${createdAt.slice(0, 10)}`,
    revokedAt && `revoked ${revokedAt.slice(0, 10)}`,
    source,
    page,
    signed && 'signed',
  ].filter(Boolean);
  return `${id}  ${sender}  ${facts.join(', ')}\n  ${pageUrl}`;
}

async function run(words: readonly string[], place: HookPlace, settings: Settings): Promise<string> {
  const [verb, argument, ...more] = words;
  if (more.length > 0 || (verb === 'list' && argument !== undefined))
    throw new HookRefusal([`Too many words: ${words.join(' ')}`]);
  switch (verb) {
    case 'add':
      return add(place, argument, settings);
    case 'list': {
      const hooks = await place.list();
      return hooks.length === 0 ? 'There are none yet: add SENDER makes one.' : hooks.map(inWords).join('\n');
    }
    case 'revoke': {
      if (argument === undefined) throw new HookRefusal(['revoke: which one? See list.']);
      const { id, sender } = await place.revoke(argument);
      return `Revoked: nobody knows the address ${id} of ${sender} any more. Take it out there too.`;
    }
    default:
      throw new HookRefusal([
        `${verb === undefined ? '' : `"${verb}": `}Say what to do: add SENDER, list or revoke ID (--help tells more).`,
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
    const place =
      values.local === undefined
        ? await openCloud(readDeployment(values))
        : hooksOnThisMachine(readUrl(values.local));
    console.log(await run(positionals, place, values));
    return 0;
  } catch (error) {
    if (error instanceof HookRefusal) throw new ConfigError([...error.reasons]);
    throw error;
  }
});
