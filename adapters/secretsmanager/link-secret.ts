/** The secret of the signed links, as text and as keys: `{"keyId":"2","key":"...","previous":{"1":"..."},"push":"..."}`. */
import type { LinkKeys } from '../crypto/hmac-links.ts';

/** A new key counts after this time at the latest. */
export const keptMillis = 5 * 60_000;

/**
 * Without a library: a function that shows a form to a visitor should not load one for three texts.
 * @throws Error it is not what it should be; says what is wrong, not what it holds.
 */
export function parseLinkSecret(text: string | undefined): LinkKeys {
  const secret = asObject(parseJson(text));
  const previous = secret?.previous === undefined ? {} : asObject(secret.previous);
  const wrong = secret
    ? [
        ...(['keyId', 'key'] as const).filter((name) => typeof secret[name] !== 'string'),
        ...(previous ? [] : ['previous']),
        ...(secret.push === undefined || typeof secret.push === 'string' ? [] : ['push']),
        ...Object.entries(previous ?? {})
          .filter(([, key]) => typeof key !== 'string')
          .map(([id]) => `previous.${id}`),
      ]
    : ['secret'];
  if (!secret || wrong.length > 0) {
    const faults = wrong.map((name) => `${name}: invalid_type`).join(', ');
    throw new Error(`The secret of the signed links is not usable: ${faults}`);
  }
  return {
    current: { id: String(secret.keyId), secret: String(secret.key) },
    previous: Object.entries(previous ?? {}).map(([id, key]) => ({ id, secret: String(key) })),
    ...(typeof secret.push === 'string' && { push: secret.push }),
  };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
