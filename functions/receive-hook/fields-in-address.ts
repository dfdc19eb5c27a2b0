/** Some senders put what was filled in behind the address, and send no body. */
import { recogniseRole } from '../../domain/capture/field-names.ts';
import type { HttpRequest } from '../shared/http-message.ts';

/** What libraries send where nobody gave them a body. */
const noBody = /^\s*(?:\{\s*\}|\[\s*\]|null|"")?\s*$/;
const maxNoBodyBytes = 20;

/** Of the agreement between sender and hook, secrets among it: nothing that a lead may show. */
const agreed =
  /^(?:hub\.|x-amz-|apikey$|v(?:ersion)?$|t$|ts$|timestamp$)|(?:^|[_-])(?:key|secret|token|passw(?:or[dt]|d)|pwd|hmac|bearer|auth(?:orization)?|sig(?:nature)?)$/i;
/** Where somebody came from is worth keeping beside a request, and makes none. */
const campaign = /^utm_/i;

/** @returns the request as if its fields had been sent as a form; without any, as it came. */
export function withFieldsInAddress(request: HttpRequest): HttpRequest {
  const { body, headers, query } = request;
  if (query.size === 0 || body.length > maxNoBodyBytes || !noBody.test(body.toString())) return request;
  const fields = [...query].filter(([name]) => !agreed.test(name));
  const isAnswer = ([name, value]: [string, string]) =>
    value.trim() !== '' && !campaign.test(name) && recogniseRole(name) !== 'ignored';
  if (!fields.some(isAnswer)) return request;
  const { 'content-encoding': _, ...others } = headers;
  return {
    ...request,
    headers: { ...others, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  };
}
