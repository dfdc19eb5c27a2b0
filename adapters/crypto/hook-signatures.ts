/** Whether a body comes from the sender that shares a secret with us, in the way each sender proves it. */
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import type { SignatureScheme } from '../../domain/capture/hook-senders.ts';
import { phpJson } from './php-json.ts';
import { isSameText } from './same-text.ts';

export interface SignedBody {
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came over the wire. */
  readonly body: Buffer;
  /** Shared with the sender, or his public key. */
  readonly secret: string;
  /** How long ago a moment was, in milliseconds; it is given in epoch milliseconds. */
  readonly ageMs: (atMs: number) => number;
}

/** Signed longer ago, it may be somebody's copy; clocks differ by less. */
const maxAgeMs = 5 * 60_000;

const isRecent = (signedAtMs: number, { ageMs }: SignedBody): boolean =>
  Math.abs(ageMs(signedAtMs)) <= maxAgeMs;

/** @param scheme absent: whatever the sender chose among what is usual. */
export function isSignedBy(scheme: SignatureScheme | undefined, signed: SignedBody): boolean {
  return (scheme ? schemes[scheme] : byHeader)(signed);
}

const hmac = (secret: string | Buffer, ...parts: readonly (string | Buffer)[]): Buffer => {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

const hexOf = (secret: string, ...parts: readonly (string | Buffer)[]): string =>
  hmac(secret, ...parts).toString('hex');

/** `sha256=` and hexadecimal digits. */
const hub = ({ headers, body, secret }: SignedBody): boolean =>
  isSameText((headers['x-hub-signature-256'] ?? '').toLowerCase(), `sha256=${hexOf(secret, body)}`);

const schemes: Readonly<Record<SignatureScheme, (signed: SignedBody) => boolean>> = {
  typeform: ({ headers, body, secret }) =>
    isSameText(headers['typeform-signature'] ?? '', `sha256=${hmac(secret, body).toString('base64')}`),

  tally: ({ headers, body, secret }) =>
    isSameText(headers['tally-signature'] ?? '', hmac(secret, body).toString('base64')),

  placetel: ({ headers, body, secret }) =>
    isSameText((headers['x-placetel-signature'] ?? '').toLowerCase(), hexOf(secret, body)),

  webflow(signedBody) {
    const { headers, body, secret } = signedBody;
    const signedAt = headers['x-webflow-timestamp'] ?? '';
    const given = (headers['x-webflow-signature'] ?? '').toLowerCase();
    return (
      isRecent(Number(signedAt || 'none'), signedBody) &&
      isSameText(given, hexOf(secret, `${signedAt}:`, body))
    );
  },

  /** What is form-encoded was signed as JSON, before WordPress encoded it. */
  wpforms(signedBody) {
    const { headers, body, secret } = signedBody;
    const [, signedAt = '', given = ''] =
      /^t=(\d{1,12}),v=([0-9a-f]{64})$/i.exec(headers['x-wpforms-webhook-signature'] ?? '') ?? [];
    if (signedAt === '' || !isRecent(Number(signedAt) * 1000, signedBody)) return false;
    const texts = [body, ...(looksLikeForm(headers) ? phpJson(body.toString('latin1')) : [])];
    return texts.some((text) => isSameText(given.toLowerCase(), hexOf(secret, `${signedAt}.`, text)));
  },

  netlify({ headers, body, secret }) {
    const token = readJwt(headers['x-webhook-signature'] ?? '');
    if (token?.algorithm !== 'HS256') return false;
    const { iss, sha256 } = token.claims;
    return (
      isSameText(token.signature, hmac(secret, token.signed).toString('base64url')) &&
      iss === 'netlify' &&
      isSameText(String(sha256).toLowerCase(), createHash('sha256').update(body).digest('hex'))
    );
  },

  /** The body is the token. */
  wix({ body, secret, ageMs }) {
    const token = readJwt(
      body
        .toString('latin1')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    );
    if (token?.algorithm !== 'RS256') return false;
    const { exp } = token.claims;
    if (typeof exp === 'number' && ageMs(exp * 1000) > maxAgeMs) return false;
    try {
      const key = createPublicKey(secret.replaceAll('\\n', '\n'));
      return verify('sha256', Buffer.from(token.signed), key, Buffer.from(token.signature, 'base64url'));
    } catch {
      return false;
    }
  },

  meta: hub,

  'google-key'({ body, secret }) {
    const given = fieldOf(body, 'google_key');
    return typeof given === 'string' && isSameText(given, secret);
  },

  standard(signedBody) {
    const { headers, body, secret } = signedBody;
    const [id, signedAt, signatures] = ['id', 'timestamp', 'signature'].map(
      (part) => headers[`webhook-${part}`] ?? headers[`svix-${part}`] ?? '',
    );
    if (!signatures || !isRecent(Number(signedAt || 'none') * 1000, signedBody)) return false;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const own = `v1,${hmac(key, `${id}.${signedAt}.`, body).toString('base64')}`;
    return signatures.split(' ').some((given) => isSameText(given, own));
  },
};

/** Of a sender that only lets its user choose a header: the secret itself stands in it. */
function byHeader(signed: SignedBody): boolean {
  const { headers, secret } = signed;
  if (headers['webhook-signature'] ?? headers['svix-signature']) return schemes.standard(signed);
  if (headers['x-hub-signature-256']) return hub(signed);
  const given = headers['x-webhook-secret'] ?? headers.authorization?.replace(/^Bearer\s+/i, '') ?? '';
  return isSameText(given, secret);
}

const looksLikeForm = (headers: SignedBody['headers']): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');

function fieldOf(body: Buffer, name: string): unknown {
  try {
    return (JSON.parse(body.toString('utf8')) as Record<string, unknown> | null)?.[name];
  } catch {
    return undefined;
  }
}

interface Jwt {
  readonly algorithm: unknown;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signed: string;
  readonly signature: string;
}

function readJwt(text: string): Jwt | undefined {
  const [, signed = '', header = '', claims = '', signature = ''] =
    /^(([\w-]+)\.([\w-]+))\.([\w-]+)$/.exec(text) ?? [];
  try {
    const { alg } = decoded(header);
    return { algorithm: alg, claims: decoded(claims), signed, signature };
  } catch {
    return undefined;
  }
}

const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
