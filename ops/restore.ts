/** `npm run restore`: copies back what the living table has lost. The drill stands in docs/runbook.md, "Restoring". */
import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ConfigError, readConfig } from '../infra/config.ts';
import { type Restored, restoreLead, restoreMissing } from './restore-items.ts';

const help = `npm run restore -- --from TABLE [what] [where] [--dry-run]

  --from TABLE          the table that was restored beside the living one

What:
  --missing             everything that the living table has not (the default)
  --lead ID             one lead with its mails and its history
  --overwrite           with --lead: replace the living lead although it is newer

Where:
  --company FILE --stage STAGE --region REGION    a deployment, as for "npm run deploy"
  --to TABLE            the living table; default: the one of the deployment

  --dry-run             only count
`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    missing: { type: 'boolean', default: false },
    lead: { type: 'string' },
    overwrite: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    company: { type: 'string' },
    stage: { type: 'string' },
    region: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function restore(): Promise<string> {
  const { from, lead, overwrite } = values;
  const dryRun = values['dry-run'];
  if (from === undefined) throw new ConfigError('--from is missing: the restored table');
  if (lead !== undefined && values.missing) throw new ConfigError('Either --lead or --missing');
  if (lead === undefined && overwrite) throw new ConfigError('--overwrite goes with --lead only');
  const config = readConfig((key) => values[key as 'company' | 'stage' | 'region'], process.env);
  const { region } = config;
  const to = values.to ?? (await tableOf(`Nachfass-${config.company.key}-${config.stage}`, region));
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

async function tableOf(StackName: string, region: string): Promise<string> {
  const cloudFormation = new CloudFormationClient({ region });
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  const output = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'TableName');
  if (output?.OutputValue === undefined)
    throw new ConfigError(`${StackName} names no table: give it with --to`);
  return output.OutputValue;
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

if (values.help) console.log(help);
else {
  try {
    console.log(await restore());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
