/** Was it not us: a service that failed or was too busy, or a network on which nobody was reached? */

/** Of Node: no connection, or one that broke. */
const networkCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

interface Marks {
  readonly name?: unknown;
  readonly code?: unknown;
  /** Set by the SDK. */
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * The names of such errors say little: a broken connection is an `Error`, and services have many names for being busy. What they
 * have in common are a status, a code, or the mark of the SDK.
 */
export function isServiceFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, $metadata, $retryable, cause, errors } = error as Marks;
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500 || status === 429 || $retryable !== undefined) return true;
  if (typeof code === 'string' && networkCodes.has(code)) return true;
  // One host with several addresses: each was tried.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isServiceFault);
  return cause !== undefined && cause !== error && isServiceFault(cause);
}
