/** Addresses and ids in headers. */

import { domainToASCII, domainToUnicode } from 'node:url';
import { wholeAddressWords } from '../../domain/capture/addresses-in-text.ts';
import type { IncomingMail, MailAddress } from '../../domain/inbound/incoming-mail.ts';
import { type Mailbox, readMailboxes } from './address-list.ts';
import { decodeWords, oneLine } from './header-block.ts';

const validAddress =
  /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,252}[\p{L}\p{N}])?$/u;

/** In a name or a comment: whatever people and programs could take for an address, full-width letters too. */
const addressInName = /[^\s@<>"'(),;:[\]]{1,64}@[^\s@<>"'(),;:[\]]{1,250}\.[^\s@<>"'(),;:[\].]{2,63}/g;

/** Further route to somebody else (`a%b@c`, `b!a@c`): what the server in the middle makes of it is its own affair. */
const routed = /[%!]/;

/** All addresses of a header that names recipients, members of groups too; also one that stands where a name belongs. */
export function readAddresses(values: readonly string[] | undefined): MailAddress[] {
  return (values ?? []).flatMap(readMailboxes).flatMap((mailbox) => {
    const { addresses } = readSpecs(mailbox);
    const named = addresses.length > 0 ? undefined : readNamed(mailbox);
    return named === undefined
      ? addresses.map((address) => withName(mailbox, address))
      : [{ address: named }];
  });
}

type From = Pick<IncomingMail, 'from' | 'fromUnclear' | 'fromHint'>;

/**
 * Who a mail says it is from. Programs do not agree on what an odd header means, and what one of them checked another one
 * would believe: only a header that can be read in one way is clear.
 */
export function readFrom(values: readonly string[] | undefined): From {
  const mailboxes = (values ?? []).flatMap(readMailboxes);
  const read = mailboxes.map((mailbox) => ({ mailbox, ...readSpecs(mailbox) }));
  const from = read.flatMap(({ mailbox, addresses }) =>
    addresses.map((address) => withName(mailbox, address)),
  );
  const one = values?.length === 1 && from.length === 1 && read.length === 1;
  const fromUnclear = values !== undefined && !(one && read.every(isClear));
  const hint = from.length === 0 ? readHint(mailboxes) : undefined;
  return { from, fromUnclear, ...(hint !== undefined && { fromHint: hint }) };
}

interface Specs {
  /** Lower case, as they stand. */
  readonly addresses: readonly string[];
  /** Something stood there that is no address, or had to be repaired. */
  readonly repaired: boolean;
}

/** The addresses of a mailbox, between the brackets or bare, and never out of its name. */
function readSpecs({ angles, bare }: Mailbox): Specs {
  const words = bare.split(/\s+/).filter((word) => word !== '');
  const specs = angles.length > 0 ? angles : words.filter((word) => word.includes('@'));
  const found = specs.map((spec) => ({ spec, address: readAddress(spec) }));
  return {
    addresses: found.flatMap(({ address }) => address ?? []),
    repaired:
      found.some(({ spec, address }) => !isAsItStands(spec, address)) ||
      (angles.length === 0 && words.length > 1),
  };
}

function isAsItStands(spec: string, address: string | undefined): boolean {
  return address !== undefined && (spec.toLowerCase() === address || /xn--/i.test(spec));
}

interface ReadMailbox extends Specs {
  readonly mailbox: Mailbox;
}

function isClear({ mailbox, addresses, repaired }: ReadMailbox): boolean {
  const [address = ''] = addresses;
  if (mailbox.odd || repaired || routed.test(address.slice(0, address.indexOf('@')))) return false;
  return [mailbox.phrase, ...mailbox.comments].every((text) => namesNobodyElse(text, address));
}

/** A name may be the very address; brackets and line breaks that come out of encoded words are no honest program's. */
function namesNobodyElse(text: string, address: string): boolean {
  const decoded = decodeWords(text);
  if (decoded !== text && /[<>\p{Cc}\p{Zl}\p{Zp}]/u.test(decoded)) return false;
  return addressesIn(decoded).every((named) => named === address);
}

const addressesIn = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(addressInName)].map(([named]) => named.toLowerCase());

/** The only address in a header that has none where it belongs. */
function readHint(mailboxes: readonly Mailbox[]): MailAddress | undefined {
  if (mailboxes.some(({ angles }) => angles.some((angle) => angle.includes('@')))) return undefined;
  const named = mailboxes.flatMap(({ angles, phrase, bare, comments }) =>
    [phrase, bare, ...angles, ...comments].flatMap((text) =>
      wholeAddressWords(decodeWords(text).normalize('NFKC')),
    ),
  );
  const [only, ...others] = new Set(named.flatMap(({ typed }) => readAddress(typed) ?? []));
  return only === undefined || others.length > 0 ? undefined : { address: only };
}

/** Where nothing is decided by it: of recipients, a name that is an address and nothing else. */
function readNamed({ phrase, angles }: Mailbox): string | undefined {
  const texts = [...angles, phrase].map((text) => decodeWords(text));
  return texts.map(readAddress).find((address) => address !== undefined);
}

function withName({ phrase, comments }: Mailbox, address: string): MailAddress {
  const text = phrase.trim() === '' ? (comments[0] ?? '') : phrase;
  const name = oneLine(decodeWords(text))
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return name === '' || name.toLowerCase() === address ? { address } : { name, address };
}

function readAddress(text: string): string | undefined {
  const typed = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.\s]+$/, '');
  const address = typed.toLowerCase();
  // Lower case turns the sign for Kelvin into a plain k: another domain would become one of ours.
  if (!validAddress.test(address) || address.includes('..') || typed.includes('\u212a')) return undefined;
  // An encoded word has no place in an address: it could hide another one.
  if (address.includes('=?')) return undefined;
  const [local, domain = ''] = address.split('@');
  return domain.includes('xn--') ? `${local}@${readableDomain(domain)}` : address;
}

/** Only what comes out of an encoding that leads back to it. */
function readableDomain(domain: string): string {
  const readable = domainToUnicode(domain);
  return readable !== '' && domainToASCII(readable) === domain ? readable : domain;
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
