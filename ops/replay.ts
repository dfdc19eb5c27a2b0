/**
 * `npm run replay`: replays what has no outcome: incoming mails, and submissions that were given up. Safe twice: a mail
 * that has its outcome keeps it, a submission that is stored is one lead.
 */
import { parseArgs } from 'node:util';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { type Config, ConfigError } from '../infra/config.ts';
import { resourceNames } from '../infra/names.ts';
import { atTheKeyboard, deploymentFlags, deploymentHelp, readDeployment } from './deployment.ts';

const help = `npm run replay -- [what] [where]

What:
  --missing             every raw mail of the last 14 days that has no outcome (the default)
  --mail ID             one raw mail, by its id (the name of the object below mail/ in the bucket)
  --dead-letters        everything in the dead-letter queues: mails, mail events, submissions

Where:
${deploymentHelp}
  --local URL           a local system instead, e.g. http://localhost:4000: all that it gave up
`;

const flags = {
  missing: { type: 'boolean', default: false },
  mail: { type: 'string' },
  'dead-letters': { type: 'boolean', default: false },
  local: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

interface What {
  readonly mail?: string | undefined;
  readonly 'dead-letters'?: boolean | undefined;
}

async function replayLocally(url: string): Promise<string> {
  const response = await fetch(new URL('/_local/replay', url), { method: 'POST' });
  const answer = await response.text();
  if (!response.ok) throw new ConfigError(`${url} answers ${response.status}: ${answer}`);
  return answer.trim();
}

async function replayInTheCloud(config: Config, values: What): Promise<string> {
  const sqs = new SQSClient({ region: config.region });
  const names = resourceNames(config);
  const findUrl = async (QueueName: string) =>
    (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  if (values['dead-letters']) {
    for (const name of [names.mailQueue, names.mailEventQueue, names.submissionQueue]) {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: await findUrl(`${name}-lost`),
          AttributeNames: ['QueueArn'],
        }),
      );
      // Back to the queue they came from.
      await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes?.QueueArn }));
    }
    return 'The dead-letter queues go back to their queues now.';
  }
  const replay = values.mail === undefined ? 'missing' : { deliveryId: values.mail };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: await findUrl(names.mailQueue),
      MessageBody: JSON.stringify({ replay }),
    }),
  );
  return values.mail === undefined
    ? 'Every mail of the last 14 days that has no outcome is replayed now.'
    : `The mail ${values.mail} is replayed now.`;
}

await atTheKeyboard(async () => {
  const { values } = parseArgs({ options: { ...deploymentFlags, ...flags } });
  if (values.help) console.log(help);
  else if (values.local !== undefined) console.log(await replayLocally(values.local));
  else console.log(await replayInTheCloud(readDeployment(values).config, values));
  return 0;
});
