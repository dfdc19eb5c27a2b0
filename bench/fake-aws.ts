/** AWS as far as the functions ask it, on loopback: answers at once what an ordinary day would answer. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Item = Readonly<Record<string, unknown>>;
/** What is read of calls; each has some of it. */
type Call = Readonly<Record<'Key' | 'Item' | 'ExpressionAttributeValues', Item>> & { readonly input: string };

export type FakeAws = Awaited<ReturnType<typeof fakeAws>>;

/**
 * @param rawMail what lies in the bucket under every name.
 * @param stored what lies in the table, in the form of DynamoDB's API.
 */
export async function fakeAws(rawMail: string, stored: readonly Item[] = []) {
  /** The inputs of the executions that were started, and the raw mails that were sent. */
  const executions: string[] = [];
  const mails: string[] = [];
  let frozen = false;
  const nameOf = ({ pk, sk }: Item) => JSON.stringify([pk, sk]);
  const items = new Map(stored.map((item) => [nameOf(item), item]));

  /** Conditions hold, for nobody else is here. */
  const answers: Readonly<Record<string, (call: Call) => unknown>> = {
    GetItem: ({ Key }) => ({ Item: items.get(nameOf(Key)) }),
    PutItem: ({ Item }) => {
      if (!frozen) items.set(nameOf(Item), Item);
      return {};
    },
    UpdateItem: ({ Key }) => ({ Attributes: Key }),
    DeleteItem: () => ({}),
    Query: ({ ExpressionAttributeValues: values }) => {
      const status = JSON.stringify(values[':status']);
      return { Items: [...items.values()].filter((item) => JSON.stringify(item.status) === (status ?? '')) };
    },
    StartExecution: ({ input }) => {
      executions.push(input);
      return { executionArn: 'arn:aws:states:eu-central-1:000000000000:execution:x:x', startDate: 0 };
    },
    GetSecretValue: () => ({ SecretString: JSON.stringify({ keyId: '1', key: 'x'.repeat(64) }) }),
  };

  async function answer(request: IncomingMessage): Promise<string> {
    const body = Buffer.concat(await request.toArray()).toString();
    const operation = String(request.headers['x-amz-target'] ?? '').replace(/^.*\./, '');
    if (operation !== '') return JSON.stringify(answers[operation]?.(JSON.parse(body)));
    if (request.url?.includes('list-type=2')) return '<ListBucketResult></ListBucketResult>';
    const sent = new URLSearchParams(body).get('RawMessage.Data');
    if (sent === null) return rawMail;
    mails.push(Buffer.from(sent, 'base64').toString());
    return '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>';
  }

  const server = createServer(async (request, response) => {
    const text = await answer(request);
    // What nobody foresaw is an error, and so is its function's answer.
    response.writeHead(text === undefined ? 400 : 200).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    executions,
    mails,
    /** From now on the table stays as it is, and the same call always meets the same. */
    freeze() {
      frozen = true;
    },
    close: () => server.close(),
  };
}
