/**
 * What the checks of the receiving server found. Here is no such server: a mail may bring along what another one wrote
 * into it, in SES's words (`X-SES-Spam-Verdict`) and in the standard's (`Authentication-Results`, RFC 8601). What was not
 * checked counts as passed, so that a mail typed on this machine is believed. In the cloud no mail is asked about itself.
 */
import type { Verdict, Verdicts } from '../../domain/inbound/incoming-mail.ts';
import { readHeaders } from './mail-headers.ts';

export function readVerdicts(raw: Buffer): Verdicts {
  const headers = readHeaders(raw);
  const results = headers.get('authentication-results');
  return {
    spam: scanned(headers.get('x-ses-spam-verdict')),
    virus: scanned(headers.get('x-ses-virus-verdict')),
    spf: authenticated(results, 'spf'),
    dkim: authenticated(results, 'dkim'),
    dmarc: authenticated(results, 'dmarc'),
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

const results = new Map<string, Verdict>([
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['hardfail', 'fail'],
  ['temperror', 'unknown'],
  ['permerror', 'unknown'],
]);

/** The first `<method>=<result>` that passed, or the first. A server that checked and does not name one found nothing. */
function authenticated(header: string | undefined, method: string): Verdict {
  if (header === undefined) return 'pass';
  const [, ...statements] = withoutComments(header).split(';');
  const words = statements.flatMap((statement) => {
    const [, name, result] = /^\s*([\w-]+)(?:\s*\/\s*\d+)?\s*=\s*([\w-]+)/.exec(statement) ?? [];
    return name?.toLowerCase() === method && result ? [result.toLowerCase()] : [];
  });
  const word = words.includes('pass') ? 'pass' : words[0];
  return word === undefined ? 'gray' : (results.get(word) ?? 'gray');
}

/** Comments stand in parentheses, also within each other, and may hold anything. */
function withoutComments(header: string): string {
  let depth = 0;
  let text = '';
  for (const character of header) {
    if (character === '(') depth += 1;
    if (depth === 0) text += character;
    if (character === ')' && depth > 0) depth -= 1;
  }
  return text;
}
