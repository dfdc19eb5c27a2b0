/** The envelope of a mail that comes without one. */
import { addressesIn, readHeaders } from './mail-headers.ts';
import type { OwnAddresses } from './own-addresses.ts';

export interface Envelope {
  /** Empty: the null sender of bounces. Absent: nobody knows. */
  readonly from: string | undefined;
  readonly to: readonly string[];
}

interface Given {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * What is given wins. Otherwise the sender is that of Return-Path or From, the receivers are those of To and Cc that are
 * the business's own.
 * @param otherwise where a mail goes that names no address of the business.
 */
export function readEnvelope(raw: Buffer, given: Given, own: OwnAddresses, otherwise: string): Envelope {
  const headers = readHeaders(raw);
  const from = given.from ?? headers.get('return-path');
  const [sender] = addressesIn(from ?? headers.get('from') ?? '');
  const named = ['to', 'cc'].flatMap((name) => addressesIn(headers.get(name) ?? ''));
  const to = addressesIn(given.to ?? named.filter(own.includes).join(','));
  return {
    from: sender ?? (from === undefined ? undefined : ''),
    to: [...new Set(to.length > 0 ? to : [otherwise])],
  };
}
