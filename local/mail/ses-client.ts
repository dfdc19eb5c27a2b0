/** The SDK's client for SES, speaking to this process instead of the network. */
import { SESClient, type SESClientConfig } from '@aws-sdk/client-ses';
import type { SesEndpoint } from './ses-endpoint.ts';

/** All that reaches the network of a client's request. The SDK hands over either. */
interface SentRequest {
  readonly body?: string | Uint8Array;
}

const decodeBody = (body: string | Uint8Array = '') =>
  typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();

type Handler = Exclude<SESClientConfig['requestHandler'], undefined>;

export const localSesClient = (endpoint: SesEndpoint) =>
  new SESClient({
    region: 'eu-central-1',
    endpoint: 'http://localhost',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // Nobody checks a signature here.
    signer: { sign: async <R>(request: R) => request },
    maxAttempts: 1,
    requestHandler: {
      async handle({ body: sent }: SentRequest) {
        const { status, body } = await endpoint(decodeBody(sent));
        return { response: { statusCode: status, headers: {}, body: Buffer.from(body) } };
      },
    } as Handler,
  });
