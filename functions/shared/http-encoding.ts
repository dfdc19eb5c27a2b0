/** Pages that are asked for again and again cost little: compressed, and sent only if they changed. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { HttpRequest, HttpResponse } from './http-message.ts';

/** Below it the headers weigh as much as what is saved. */
const minBytes = 1024;

/** A page is made anew for each request: the quality of a file that is packed once would take ten times as long for 5 % less. */
const brotliQuality = 5;

/** The best that both know comes first. */
const encodings = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: brotliQuality,
        [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
        [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const satisfies Record<string, (body: Buffer) => Promise<Buffer>>;
type Encoding = keyof typeof encodings;

/**
 * The answer as it goes over the wire. What was read without a fault gets a weak tag of its content, and is not sent again to
 * whoever has it (304). What the browser may keep it asks about each time, unless the answer says how long it is good.
 * Anything that sets a cookie goes out as it is.
 */
export async function encodeResponse(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
  const tagged = withTag(request, response);
  if (isKnown(request, tagged)) return notModified(tagged);
  return compressed(request, tagged);
}

function withTag({ method }: HttpRequest, response: HttpResponse): HttpResponse {
  const { status, headers, body, cookies, taggedBy = body } = response;
  const isRead = method === 'GET' || method === 'HEAD';
  if (status !== 200 || !isRead || cookies !== undefined || 'etag' in headers) return response;
  const hash = createHash('sha256').update(taggedBy).digest('base64url').slice(0, 22);
  const kept = headers['cache-control'];
  return {
    ...response,
    headers: {
      ...headers,
      // What no cache may keep is never asked about again.
      'cache-control': kept === undefined || kept === 'no-store' ? 'private, no-cache' : kept,
      etag: `W/"${hash}"`,
    },
  };
}

const weakly = (tag: string) => tag.trim().replace(/^W\//, '');

function isKnown({ headers }: HttpRequest, response: HttpResponse): boolean {
  const { etag } = response.headers;
  const known = headers['if-none-match'];
  if (etag === undefined || known === undefined || response.status !== 200) return false;
  return known.trim() === '*' || known.split(',').map(weakly).includes(weakly(etag));
}

/** What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5). */
const repeated = ['cache-control', 'etag', 'content-security-policy', 'vary'];

function notModified({ headers }: HttpResponse): HttpResponse {
  const kept = Object.entries(headers).filter(([name]) => repeated.includes(name));
  return { status: 304, headers: { ...Object.fromEntries(kept), vary: varyWith(headers.vary) }, body: '' };
}

async function compressed(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
  const { headers, body, isBase64 } = response;
  if (!isText(headers['content-type']) || 'content-encoding' in headers) return response;
  const vary = varyWith(headers.vary);
  const bytes = Buffer.from(body, isBase64 ? 'base64' : 'utf8');
  const encoding = chosenEncoding(request.headers['accept-encoding']);
  if (encoding === undefined || bytes.length < minBytes)
    return { ...response, headers: { ...headers, vary } };
  return {
    ...response,
    headers: { ...headers, vary, 'content-encoding': encoding },
    body: (await encodings[encoding](bytes)).toString('base64'),
    isBase64: true,
  };
}

const isText = (type: string | undefined): boolean =>
  type !== undefined && /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/i.test(type);

function varyWith(vary: string | undefined): string {
  const names = (vary ?? '').split(',').map((name) => name.trim().toLowerCase());
  return [...new Set([...names.filter((name) => name !== ''), 'accept-encoding'])].join(', ');
}

/** The first of ours that the header takes; one with `q=0` is refused, whatever stands beside it. */
function chosenEncoding(accepted: string | undefined): Encoding | undefined {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  const names = Object.keys(encodings) as Encoding[];
  return names.find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}
