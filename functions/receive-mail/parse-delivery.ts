/** The envelope of a mail whose notice is gone, from the headers that SES put on top of the raw mail. */
import type { Company } from '../../domain/business/company.ts';
import { normaliseEmail } from '../../domain/capture/contact-data.ts';
import type { Delivery, Verdict } from '../../domain/inbound/incoming-mail.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** SES's own headers stand within the first few KB. */
const headBytes = 64 * 1024;

/**
 * The first header of a name is SES's: what a sender made up stands below it. A mail without SES's mark has no verdicts.
 */
export function parseDelivery(id: string, raw: Uint8Array, receivedAt: Moment, company: Company): Delivery {
  const head = new TextDecoder('latin1').decode(raw.subarray(0, headBytes)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const first = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const ofSes = first('x-ses-receipt') !== undefined;
  const results = first('authentication-results') ?? '';
  const trusted = ofSes && /^amazonses\.com\s*;/i.test(results) ? results : '';
  const method = (name: string) =>
    parseVerdict(new RegExp(`(?:^|[;\\s])${name}=(\\w+)`, 'i').exec(trusted)?.[1]);
  const returnPath = first('return-path');
  // `Received: from … for anfrage+….…@mail.example; Mon, 23 …`
  const recipient = normaliseEmail(
    /\bfor <?([^\s<>;]+@[^\s<>;]+)>?;/i.exec(first('received') ?? '')?.[1] ?? '',
  );
  return {
    id,
    receivedAt,
    ...(returnPath !== undefined && { envelopeFrom: returnPath.replace(/[<>]/g, '').trim().toLowerCase() }),
    envelopeTo: [recipient ?? company.mail.receive].filter((address) => address !== undefined),
    verdicts: {
      spam: ofSes ? parseVerdict(first('x-ses-spam-verdict')) : 'unknown',
      virus: ofSes ? parseVerdict(first('x-ses-virus-verdict')) : 'unknown',
      spf: method('spf'),
      dkim: method('dkim'),
      dmarc: method('dmarc'),
    },
  };
}

function parseVerdict(word: string | undefined): Verdict {
  switch (word?.toLowerCase()) {
    case 'pass':
      return 'pass';
    case 'fail':
    case 'softfail':
      return 'fail';
    case 'gray':
    case 'none':
    case 'neutral':
      return 'gray';
    default:
      return 'unknown';
  }
}
