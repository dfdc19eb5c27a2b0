import { createHmac } from 'node:crypto';
import type { LinkClaims, SignedLinks } from '../../domain/ports/signed-links.ts';
import { isSameText } from './same-text.ts';

export interface LinkKey {
  /** Letters and digits; part of every token. */
  readonly id: string;
  /** 32 characters or more. */
  readonly secret: string;
}

export interface LinkKeys {
  /** Signs new links. */
  readonly current: LinkKey;
  /** Still read, until the last link they signed has expired. */
  readonly previous?: readonly LinkKey[] | undefined;
  /** What our keys towards push servers follow from; absent: the secret of `current`. */
  readonly push?: string | undefined;
}

/** As long as a key of 128 bits in hexadecimal digits. */
const minSecretLength = 32;

const keyIdForm = /^[A-Za-z0-9]{1,16}$/;
const payloadForm =
  /^([A-Za-z0-9]+)\.([A-Za-z0-9-]+)\.([A-Za-z0-9-]*)\.(\d*)\.(?:p([0-9a-z]{1,7})\.)?(?:t([0-9a-z]{1,7})\.)?([0-9a-z]+)$/;

/**
 * Links that carry their own permission.
 *
 * A token is `<mac>.<key id>.<action>.<lead>.<generation>.<expiry>`, the expiry in milliseconds to the base 36; a personal one
 * has `p` and the key of its person before the expiry, one about something that was said `t` and the key of that. The
 * HMAC-SHA256 covers the text as it stands and is compared as text, so no two spellings of a token are both valid.
 * It ends in a letter or digit: mail programs cut other characters off the end of an address.
 * @param options.baseUrl where the pages live, without a trailing slash.
 * @throws Error a key is too short or has an unusable id.
 */
export function hmacLinks(options: { readonly baseUrl: string; readonly keys: LinkKeys }): SignedLinks {
  const { current, previous = [] } = options.keys;
  const secrets = new Map<string, string>();
  for (const { id, secret } of [...previous, current]) {
    if (!keyIdForm.test(id)) throw new Error('The id of a link key consists of 1 to 16 letters and digits');
    if (secret.length < minSecretLength) {
      throw new Error(`Link key ${id} is too short: it needs ${minSecretLength} characters`);
    }
    secrets.set(id, secret);
  }

  return {
    sign(claims) {
      const payload = encode(current.id, claims);
      return `${options.baseUrl}/a/${computeMac(current.secret, payload)}.${payload}`;
    },
    read(token, now) {
      const dot = token.indexOf('.');
      const payload = token.slice(dot + 1);
      const parts = payloadForm.exec(payload);
      const secret = secrets.get(parts?.[1] ?? '');
      if (!parts || secret === undefined) return undefined;
      if (!isSameText(token.slice(0, dot), computeMac(secret, payload))) return undefined;
      const claims = decode(parts);
      return claims.expiresAt > now ? claims : undefined;
    },
  };
}

function encode(keyId: string, claims: LinkClaims): string {
  const { action, leadId, generation, person, told, expiresAt } = claims;
  const personal = person === undefined ? [] : [`p${person}`];
  const said = told === undefined ? [] : [`t${told}`];
  const expiry = Date.parse(expiresAt).toString(36);
  const payload = [keyId, action, leadId, generation, ...personal, ...said, expiry].join('.');
  if (!payloadForm.test(payload)) throw new Error('These claims cannot be written into a link');
  return payload;
}

function decode(parts: RegExpExecArray): LinkClaims {
  const [, , action = '', leadId, generation, person, told, expiry = ''] = parts;
  return {
    ...(leadId && { leadId }),
    ...(generation && { generation: Number(generation) }),
    ...(person && { person }),
    ...(told && { told }),
    action,
    expiresAt: new Date(Number.parseInt(expiry, 36)).toISOString(),
  };
}

function computeMac(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
