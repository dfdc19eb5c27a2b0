/** The clients of AWS's SDK, speaking to this process instead of the network. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import type { Database } from '../database/database.ts';
import type { SesEndpoint } from './ses-endpoint.ts';

/** All that reaches the network of a client's request. */
interface SentRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** The SDK hands over either. */
const decodeBody = (body: string | Uint8Array = '') =>
  typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();

interface Answer {
  readonly status: number;
  readonly body: string;
}

type Handler = Exclude<DynamoDBClientConfig['requestHandler'], undefined>;

const nowhere = {
  region: 'eu-central-1',
  endpoint: 'http://localhost',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  // Nobody checks a signature here.
  signer: { sign: async <R>(request: R) => request },
  maxAttempts: 1,
};

const handledBy = (answer: (request: SentRequest) => Promise<Answer>): Handler => ({
  async handle(request: SentRequest) {
    const { status, body } = await answer(request);
    return { response: { statusCode: status, headers: {}, body: Buffer.from(body) } };
  },
});

export const localDynamoClient = (database: Pick<Database, 'call'>) =>
  new DynamoDBClient({
    ...nowhere,
    requestHandler: handledBy(({ headers, body }) =>
      database.call(headers['x-amz-target'] ?? '', decodeBody(body)),
    ),
  });

export const localSesClient = (endpoint: SesEndpoint) =>
  new SESClient({ ...nowhere, requestHandler: handledBy(({ body }) => endpoint(decodeBody(body))) });
