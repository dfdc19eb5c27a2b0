/** A bucket behind HTTP that remembers, for whoever speaks with S3 without its client. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function anHttpBucket() {
  const objects = new Map<string, { body: Buffer; contentType: string | undefined }>();
  const signatures: (string | undefined)[] = [];
  /** What is answered in place of what is kept. */
  let trouble: number | undefined;
  const server = createServer(async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const body = Buffer.concat(await request.toArray());
    signatures.push(request.headers.authorization);
    const object = objects.get(path);
    if (trouble !== undefined) response.writeHead(trouble).end('<Error></Error>');
    else if (request.method === 'PUT') {
      objects.set(path, { body, contentType: request.headers['content-type'] });
      response.writeHead(200).end();
    } else if (object) response.writeHead(200).end(object.body);
    // As S3 answers whoever may not list the bucket.
    else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    signatures,
    fail(status: number | undefined) {
      trouble = status;
    },
    close: () => server.close(),
  };
}
