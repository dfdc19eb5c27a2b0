import { createHash } from 'node:crypto';
import type { IncomingMail } from '../../domain/inbound/incoming-mail.ts';

/** The same for every copy of a mail, whatever way it came: headers of the transport do not count. */
export function contentKey(
  messageId: string,
  { from, subject, text }: Pick<IncomingMail, 'from' | 'subject' | 'text'>,
  contents: readonly Uint8Array[],
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([messageId, from.map(({ address }) => address), subject, text]));
  for (const content of contents) hash.update(createHash('sha256').update(content).digest());
  return hash.digest('hex');
}
