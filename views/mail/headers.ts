/** The headers that tell other machines that a machine wrote this mail. */
import { singleLine } from '../visitor-text.ts';

export interface MailAbout {
  /** `acknowledgement` answers somebody; `timer` is every other mail. */
  readonly class: 'acknowledgement' | 'timer';
  /** The lead's id, or `digest`: a mail that carries the loop header is never answered. */
  readonly about: string;
  /** Where the customer stops further mails: given for follow-ups and visits. */
  readonly stopUrl?: string | undefined;
  /**
   * Mails with the same one stand in one thread: an id that none of them has, for the provider gives each an id of its own that
   * nobody knows before it is sent.
   */
  readonly thread?: string | undefined;
}

/**
 * Headers against mail loops (RFC 3834; `X-Auto-Response-Suppress` is what Exchange reads) and for the stop button
 * that mail programs show beside the sender (RFC 2369, RFC 8058).
 */
export function mailHeaders({ class: kind, about, stopUrl, thread }: MailAbout): Record<string, string> {
  return {
    'Auto-Submitted': kind === 'acknowledgement' ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Nachfass': singleLine(about),
    ...(thread !== undefined && { 'In-Reply-To': `<${thread}>`, References: `<${thread}>` }),
    ...(stopUrl !== undefined && {
      'List-Unsubscribe': `<${stopUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
