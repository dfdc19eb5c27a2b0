/**
 * One signed call of an AWS service without its SDK. A client of the SDK costs a cold start as much as all the rest of a
 * small function; this is for functions that make one simple call.
 */
import type { IncomingMessage, RequestOptions } from 'node:http';
import aws4 from 'aws4';

export interface SignedCall {
  /** As in the address of the service: `dynamodb`, `s3`. */
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What AWS needs of the surroundings; the names are those that Lambda and the SDK use. */
type Surroundings = Readonly<Record<string, string | undefined>>;

/** No answer within so long is none: two tries are over long before the 29 s of an HTTP function. */
const timeoutMillis = 2_000;
const tries = 2;

/**
 * Calls with the credentials of the function.
 * @returns the answer, whatever its status below 500.
 * @throws Error nobody answered, or with a status from 500 on, at two tries.
 */
export async function callAws(
  call: SignedCall,
  surroundings: Surroundings = process.env,
): Promise<CallAnswer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await callOnce(call, surroundings);
      if (answer.status < 500) return answer;
      throw new Error(`${call.service} answers ${answer.status}`);
    } catch (error) {
      if (attempt === tries) throw error;
    }
  }
}

function callOnce(call: SignedCall, surroundings: Surroundings): Promise<CallAnswer> {
  const { url, options } = signed(call, surroundings);
  // Not imported: an import of these modules reads all that they export, and with it loads all of `fetch`, 10 ms and more.
  const { request } = process.getBuiltinModule(url.protocol === 'http:' ? 'node:http' : 'node:https');
  return new Promise((resolve, reject) => {
    const sent = request(options, async (response: IncomingMessage) => {
      try {
        const body = Buffer.concat(await response.toArray());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      } catch (error) {
        reject(error);
      }
    });
    sent.setTimeout(timeoutMillis, () => sent.destroy(new Error(`${call.service} does not answer`)));
    sent.on('error', reject);
    sent.end(call.body);
  });
}

function signed(
  { service, method, path, headers, body }: SignedCall,
  surroundings: Surroundings,
): { readonly url: URL; readonly options: RequestOptions } {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = surroundings;
  if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined || AWS_REGION === undefined) {
    throw new Error('The environment holds no region or credentials');
  }
  const url = new URL(
    surroundings[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ??
      surroundings.AWS_ENDPOINT_URL ??
      `https://${service}.${AWS_REGION}.amazonaws.com`,
  );
  const options = aws4.sign(
    {
      service,
      region: AWS_REGION,
      method,
      host: url.host,
      path,
      headers: { ...headers },
      ...(body !== undefined && { body }),
    },
    {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
    },
  );
  // `host` stays in the signature with its port; the connection wants them apart.
  return {
    url,
    options: { ...(options as RequestOptions), host: url.hostname, hostname: url.hostname, port: url.port },
  };
}
