/** `npm run restore`: copies back what the living table has lost. The drill stands in docs/runbook.md, "Restoring". */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Config, ConfigError } from '../infra/config.ts';
import { stackName } from '../infra/names.ts';
import { atTheKeyboard, deploymentFlags, deploymentHelp, readDeployment } from './deployment.ts';
import { awsReader } from './doctor/aws-reader.ts';
import { type Restored, restoreLead, restoreMissing } from './restore-items.ts';

const help = `npm run restore -- --from TABLE [what] [where] [--dry-run]

  --from TABLE          the table that was restored beside the living one

What:
  --missing             everything that the living table has not (the default)
  --lead ID             one lead with its mails and its history
  --overwrite           with --lead: replace the living lead although it is newer

Where:
${deploymentHelp}
  --to TABLE            the living table; default: the one of the deployment

  --dry-run             only count
`;

const flags = {
  from: { type: 'string' },
  to: { type: 'string' },
  missing: { type: 'boolean', default: false },
  lead: { type: 'string' },
  overwrite: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface What {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly missing?: boolean | undefined;
  readonly lead?: string | undefined;
  readonly overwrite?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

async function restore(config: Config, values: What): Promise<string> {
  const { from, lead, overwrite = false, 'dry-run': dryRun = false } = values;
  if (from === undefined) throw new ConfigError('--from is missing: the restored table');
  if (lead !== undefined && values.missing) throw new ConfigError('Either --lead or --missing');
  if (lead === undefined && overwrite) throw new ConfigError('--overwrite goes with --lead only');
  const { region } = config;
  const to = values.to ?? (await findTable(stackName(config), region));
  if (from === to) throw new ConfigError('--from is the living table itself');
  const options = {
    client: new DynamoDBClient({ region }),
    from,
    to,
    dryRun,
    nowSeconds: Math.floor(Date.now() / 1000),
  };
  const restored =
    lead === undefined ? await restoreMissing(options) : await restoreLead(lead, { ...options, overwrite });
  return inWords(restored, { from, to, dryRun });
}

async function findTable(stack: string, region: string): Promise<string> {
  const table = (await awsReader(region).stack(stack))?.outputs.TableName;
  if (table === undefined) throw new ConfigError(`${stack} names no table: give it with --to`);
  return table;
}

function inWords(
  { leads, items, linked, there, expired, orphans }: Restored,
  { from, to, dryRun }: { from: string; to: string; dryRun: boolean },
): string {
  return `${dryRun ? 'Would copy' : 'Copied'} from ${from} to ${to}:
  ${leads} leads
  ${items} items that belong to them or to nobody
  ${linked} contacts that were there and know their leads again
Left alone:
  ${there} items that are there
  ${expired} items whose time has come
  ${orphans} items of leads that are gone for good`;
}

await atTheKeyboard(async () => {
  const { values } = parseArgs({ options: { ...deploymentFlags, ...flags } });
  console.log(values.help ? help : await restore(readDeployment(values).config, values));
  return 0;
});
