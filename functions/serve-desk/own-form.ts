import type { HttpRequest } from '../shared/http-message.ts';

/**
 * Whether a form was sent from a page of this very site. Browsers say so themselves; what is no browser sends no cookie that
 * somebody else could use.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html (Fetch Metadata).
 */
export function isOwnForm({ headers }: HttpRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || headers.origin === new URL(publicUrl).origin;
}
