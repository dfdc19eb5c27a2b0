/**
 * What the checks of the receiving server found. Here is no such server: a mail may bring along what another one wrote
 * into it, in SES's words (`X-SES-Spam-Verdict`) and in the standard's (`Authentication-Results`, RFC 8601). What was not
 * checked counts as passed, so that a mail typed on this machine is believed. In the cloud no mail is asked about itself.
 */
import { readAuthenticationResults } from '../../domain/inbound/authentication-results.ts';
import type { Verdict, Verdicts } from '../../domain/inbound/incoming-mail.ts';
import { readHeaders } from './mail-headers.ts';

export function readVerdicts(raw: Buffer): Verdicts {
  const headers = readHeaders(raw);
  return {
    spam: scanned(headers.get('x-ses-spam-verdict')),
    virus: scanned(headers.get('x-ses-virus-verdict')),
    ...authenticated(headers.get('authentication-results')),
  };
}

const scans = new Map<string, Verdict>([
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['gray', 'gray'],
]);

/** SES also says `PROCESSING_FAILED` and `DISABLED`: then nobody checked. */
function scanned(header: string | undefined): Verdict {
  return header === undefined ? 'pass' : (scans.get(header.toLowerCase()) ?? 'unknown');
}

function authenticated(header: string | undefined): Omit<Verdicts, 'spam' | 'virus'> {
  if (header === undefined) return { spf: 'pass', dkim: 'pass', dmarc: 'pass' };
  return readAuthenticationResults(header)?.verdicts ?? { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' };
}
