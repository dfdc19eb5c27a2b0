/** What SES wrote on top of the raw mail: the envelope of a mail whose notice is gone, and whose signatures are good. */
import type { Company } from '../../domain/business/company.ts';
import { normaliseEmail } from '../../domain/capture/contact-data.ts';
import { readAuthenticationResults } from '../../domain/inbound/authentication-results.ts';
import type { Delivery, Verdict, Verdicts } from '../../domain/inbound/incoming-mail.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** SES's own headers stand within the first few KB. */
const headBytes = 64 * 1024;

/**
 * The first header of a name is SES's: what a sender made up stands below it. A mail without SES's mark has no verdicts.
 */
export function parseDelivery(id: string, raw: Uint8Array, receivedAt: Moment, company: Company): Delivery {
  const headers = readTop(raw);
  const first = (name: string) => headers.find((header) => header.name === name)?.value;
  const ofSes = first('x-ses-receipt') !== undefined;
  const returnPath = first('return-path');
  const envelopeFrom = returnPath?.replace(/[<>]/g, '').trim().toLowerCase();
  // `Received: from … for anfrage+….…@mail.example; Mon, 23 …`
  const recipient = normaliseEmail(
    /\bfor <?([^\s<>;]+@[^\s<>;]+)>?;/i.exec(first('received') ?? '')?.[1] ?? '',
  );
  return {
    id,
    receivedAt,
    ...(envelopeFrom !== undefined && { envelopeFrom }),
    envelopeTo: [recipient ?? company.mail.receive].filter((address) => address !== undefined),
    verdicts: {
      spam: ofSes ? readScan(first('x-ses-spam-verdict')) : 'unknown',
      virus: ofSes ? readScan(first('x-ses-virus-verdict')) : 'unknown',
      ...(readSesResults(headers, envelopeFrom) ?? { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' }),
    },
  };
}

/**
 * A notice says that a signature is good, and not whose: the raw mail does.
 * @returns the delivery with the domains, as far as SES named them.
 */
export function withSenderDomains(delivery: Delivery, raw: Uint8Array): Delivery {
  if (delivery.verdicts.dkimDomains !== undefined) return delivery;
  const { dkimDomains, dmarcDomain } = readSesResults(readTop(raw), delivery.envelopeFrom) ?? {};
  const domains = { ...(dkimDomains && { dkimDomains }), ...(dmarcDomain !== undefined && { dmarcDomain }) };
  return { ...delivery, verdicts: { ...delivery.verdicts, ...domains } };
}

interface Header {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

function readTop(raw: Uint8Array): Header[] {
  const head = new TextDecoder('latin1').decode(raw.subarray(0, headBytes)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => {
      const colon = Math.max(line.indexOf(':'), 0);
      return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
    });
}

/** SES writes the sender of the envelope into its results as the sender gave it. */
const harmlessSender = /^[^\s"\\();]*$/;

/** What SES found, if it is surely SES that says so: above its receipt nobody else writes. */
function readSesResults(
  headers: readonly Header[],
  envelopeFrom: string | undefined,
): Omit<Verdicts, 'spam' | 'virus'> | undefined {
  const receipt = headers.findIndex(({ name }) => name === 'x-ses-receipt');
  const ofSes = headers.slice(0, Math.max(receipt, 0));
  const header = ofSes.find(({ name }) => name === 'authentication-results');
  if (!header || !harmlessSender.test(envelopeFrom ?? '')) return undefined;
  const results = readAuthenticationResults(header.value);
  return results?.server === 'amazonses.com' ? results.verdicts : undefined;
}

/** SES also says `PROCESSING_FAILED` and `DISABLED`: then nobody looked. */
function readScan(word: string | undefined): Verdict {
  const scans: Readonly<Record<string, Verdict | undefined>> = { pass: 'pass', fail: 'fail', gray: 'gray' };
  return scans[word?.toLowerCase() ?? ''] ?? 'unknown';
}
