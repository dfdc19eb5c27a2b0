import type { Moment } from '../../domain/time/moment.ts';
import type { HttpResponse } from '../shared/http-message.ts';

/**
 * What holds for all that the desk answers: scripts, styles and pictures are our own files and nothing else, no other site
 * shows it in a frame or learns where one was, and no cache keeps it but that of its browser, which asks about it each time
 * (`encodeResponse`).
 */
const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  ...mayLoad([]),
  // Not `no-referrer`, with which browsers keep from us which site sent a form.
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** @param pictures sites besides our own that pictures of customers come from. */
export function mayLoad(pictures: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      ["img-src 'self' data:", ...pictures].join(' '),
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  };
}

/** A page of the desk. */
export const deskResponse = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({ status, headers: { ...pageHeaders, ...headers }, body });

/**
 * A page that a browser may go on showing while nothing is new but the moment at which it was made (`shownAt` of its forms).
 * @param standing changes with everything that a form of the page must not be older than.
 */
export const sameWhile = (response: HttpResponse, now: Moment, standing: string | number): HttpResponse => ({
  ...response,
  taggedBy: `${standing} ${response.body.replaceAll(now, '')}`,
});

/** What a step answers is a page of the desk like all others; where it leads elsewhere, it leads there. */
export const asDeskResponse = (response: HttpResponse): HttpResponse =>
  response.headers['content-type']?.startsWith('text/html')
    ? { ...response, headers: { ...response.headers, ...pageHeaders } }
    : response;

/** Leads on with `GET`, whatever was asked for. @param location an address of the desk. */
export const seeOther = (location: string, cookies: readonly string[] = []): HttpResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'same-origin' },
  ...(cookies.length > 0 && { cookies }),
  body: '',
});

/** A file that browsers may keep for ever under its name, which changes with what is in it. */
export const assetResponse = (contentType: string, body: string): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': contentType,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  },
  body,
});

/** A file that has one name whatever is in it: browsers ask again the next day. */
export const dailyResponse = (contentType: string, body: string): HttpResponse => {
  const response = assetResponse(contentType, body);
  return {
    ...response,
    headers: {
      ...response.headers,
      'cache-control': 'public, max-age=86400',
      // A picture that is opened by itself runs nothing either.
      'content-security-policy': "default-src 'none'",
    },
  };
};

/** An own page of the desk that somebody wants to go back to; `undefined`: it is none. */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text || !/^\/desk(?:[/?#][^\\\s]*)?$/.test(text) || text.includes('//')) return undefined;
  // As browsers read it: dots in it, however they are written, may lead out of the desk.
  const { pathname } = new URL(text, 'https://desk.invalid');
  return /^\/desk(?:\/|$)/.test(pathname) ? text : undefined;
}
