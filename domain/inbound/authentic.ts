/** Is a mail from whom it says? What only the owner may do asks this. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import type { Delivery, IncomingMail } from './incoming-mail.ts';

/**
 * Does the mail come from the domain that From names? DMARC says so; where a domain has none, SPF and DKIM must both
 * pass, and the envelope must name the same domain, for they alone say nothing about From.
 */
export function isAuthentic(
  { from }: Pick<IncomingMail, 'from'>,
  { verdicts, envelopeFrom }: Delivery,
): boolean {
  const { spf, dkim, dmarc } = verdicts;
  if (dmarc === 'pass') return true;
  if (dmarc === 'fail') return false;
  const [sender, ...others] = from;
  const aligned = sender !== undefined && isSameDomain(sender.address, envelopeFrom ?? '');
  return spf === 'pass' && dkim === 'pass' && aligned && others.length === 0;
}

/** From names one address, and that is the owner's. It proves nothing yet. */
export function isFromOwner({ from }: Pick<IncomingMail, 'from'>, { owner }: Company): boolean {
  const [sender, ...others] = from;
  if (sender === undefined || others.length > 0) return false;
  return owner.email.some((address) => address.toLowerCase() === sender.address);
}

const isSameDomain = (one: string, other: string): boolean =>
  emailDomain(one).toLowerCase() === emailDomain(other).toLowerCase();
