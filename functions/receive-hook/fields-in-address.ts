/** Some senders put what was filled in behind the address, and send no body. */
import { recogniseRole } from '../../domain/capture/field-names.ts';
import type { HttpRequest } from '../shared/http-message.ts';

/** What libraries send where nobody gave them a body. */
const noBody = /^\s*(?:\{\s*\}|\[\s*\]|null|"")?\s*$/;
const maxNoBodyBytes = 20;

/** Of the agreement between sender and hook, and nothing that a customer filled in. */
const ofProtocol =
  /^(?:hub\.|utm_|x-amz-|(?:api_?)?key$|secret$|sig(?:nature)?$|v(?:ersion)?$|t$|ts$|timestamp$)/i;

/** @returns the request as if its fields had been sent as a form; without any, as it came. */
export function withFieldsInAddress(request: HttpRequest): HttpRequest {
  const { body, headers, query } = request;
  if (query.size === 0 || body.length > maxNoBodyBytes || !noBody.test(body.toString())) return request;
  const isField = ([name, value]: [string, string]) =>
    value.trim() !== '' && !ofProtocol.test(name) && recogniseRole(name) !== 'ignored';
  if (![...query].some(isField)) return request;
  const { 'content-encoding': _, ...others } = headers;
  return {
    ...request,
    headers: { ...others, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: Buffer.from(new URLSearchParams([...query].filter(([name]) => !/^hub\./i.test(name))).toString()),
  };
}
