import { EventEmitter } from 'node:events';

/** dynalite asks for a signature and does not look at it. */
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=local, Signature=local',
  'x-amz-date': 'local',
};

/**
 * Hands a call of DynamoDB's API to dynalite without a network.
 * @param target as in the header `x-amz-target`.
 */
export function callDynalite(
  dynalite: EventEmitter,
  target: string,
  body: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const request = Object.assign(new EventEmitter(), {
      method: 'POST',
      url: '/',
      headers: { ...headers, 'x-amz-target': target },
    });
    const response = {
      statusCode: 200,
      setHeader: () => undefined,
      end(text: string) {
        resolve({ status: this.statusCode, body: text });
      },
    };
    dynalite.emit('request', request, response);
    request.emit('data', body);
    request.emit('end');
  });
}
