/** Addresses and ids in headers. */

import { domainToUnicode } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import type { MailAddress } from '../../domain/inbound/incoming-mail.ts';
import { decodeWords, oneLine } from './header-block.ts';

const validAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,252}[\p{L}\p{N}])?$/u;

/** All valid addresses of a header, members of groups too. Names are decoded by our rules, not by the library's. */
export function readAddresses(values: readonly string[] | undefined): MailAddress[] {
  const result: MailAddress[] = [];
  for (const value of values ?? []) {
    for (const found of addressparser(recodeWords(value), { flatten: true })) {
      const name = decodeWords(found.name).trim();
      const valid = readAddress(decodeWords(found.address)) ?? readAddress(name);
      if (valid === undefined) continue;
      const shown = oneLine(name)
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim();
      result.push(
        shown === '' || shown.toLowerCase() === valid ? { address: valid } : { name: shown, address: valid },
      );
    }
  }
  return result;
}

/** Encoded words, repaired: a comma or bracket that comes out of one is still only part of a name. */
function recodeWords(value: string): string {
  return decodeWords(value, (text) => `=?utf-8?B?${Buffer.from(oneLine(text)).toString('base64')}?=`);
}

function readAddress(text: string): string | undefined {
  const address = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.\s]+$/, '')
    .toLowerCase();
  if (!validAddress.test(address) || address.includes('..')) return undefined;
  const [local, domain = ''] = address.split('@');
  return domain.includes('xn--') ? `${local}@${domainToUnicode(domain) || domain}` : address;
}

/** Where a mail was headed before it was forwarded, by what the servers on the way noted. */
const deliveryHeaders = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
] as const;

export function readDeliveredTo(headers: ReadonlyMap<string, readonly string[]>): string[] {
  const addresses = deliveryHeaders.flatMap((name) => readAddresses(headers.get(name)));
  return [...new Set(addresses.map(({ address }) => address))];
}

/** Ids without angle brackets and without the blanks that a fold left inside. */
export function readIds(values: readonly string[] | undefined): string[] {
  const ids = (values ?? []).flatMap((value) => {
    const bracketed = [...value.matchAll(/<([^<>]{1,998})>/g)].map(([, id]) =>
      (id ?? '').replace(/\s+/g, ''),
    );
    return bracketed.length > 0 ? bracketed : value.split(/[\s<>]+/).filter((word) => word.includes('@'));
  });
  return [...new Set(ids.filter((id) => id !== ''))];
}

/** Also one without `@` or brackets; absent if empty. */
export function readMessageId(values: readonly string[] | undefined): string | undefined {
  const value = values?.[0] ?? '';
  const id = readIds([value])[0] ?? value.replace(/[<>\s]+/g, '');
  return id === '' ? undefined : id;
}
