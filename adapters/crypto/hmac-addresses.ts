/** Addresses that answers go to, and that say which lead or digest they belong to. */
import { createHmac } from 'node:crypto';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { LinkKeys } from './hmac-links.ts';
import { isSameText } from './same-text.ts';

/** 80 bits: guessing one needs more mails than there are. With it a local part stays below its 64 characters. */
const macBytes = 10;

/** Crockford's base32 in lower case: mail servers may change the case, people read it out. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const leadToken = /^[0-9a-hjkmnp-tv-z]{10}$/;
/** Of a digest, or of a mail about what is due: those have a number, and whoever has his own his key. */
const digestToken = /^digest-\d{4}-\d{2}-\d{2}(?:-\d(?:-[0-9a-z]{1,7})?)?$/;

/**
 * Addresses that carry what they are about: `anfrage+7k2m9qx4td.<mac>@mail.example.de`. The same keys sign the links; a
 * purpose in front of the text keeps a signature of the one from being one of the other.
 * @param options.base the address of ours that the signed ones are variants of.
 */
export function hmacAddresses(options: { readonly base: string; readonly keys: LinkKeys }): ReplyAddresses {
  const [local = '', domain = ''] = options.base.toLowerCase().split('@');
  const { current, previous = [] } = options.keys;

  return {
    sign(about) {
      const token = about.toLowerCase();
      if (!leadToken.test(token) && !digestToken.test(token)) {
        throw new Error('An address is about a lead or a digest');
      }
      return `${local}+${token}.${computeMac(current.secret, token)}@${domain}`;
    },
    read(address) {
      const [part, host, ...others] = address.trim().toLowerCase().split('@');
      if (part === undefined || host !== domain || others.length > 0) return undefined;
      if (!part.startsWith(`${local}+`)) return undefined;
      const tag = part.slice(local.length + 1);
      const [token = '', mac = '', ...rest] = tag.split('.');
      const about = leadToken.test(token) ? token.toUpperCase() : digestToken.test(token) ? token : undefined;
      // `anfrage+werbung@…` is a label that somebody chose, no forgery.
      if (about === undefined && !tag.includes('.')) return undefined;
      if (about === undefined || rest.length > 0) return 'forged';
      const genuine = [current, ...previous].some(({ secret }) => isSameText(mac, computeMac(secret, token)));
      return genuine ? { about } : 'forged';
    },
  };
}

function computeMac(secret: string, token: string): string {
  const mac = createHmac('sha256', secret).update(`reply-address ${token}`).digest().subarray(0, macBytes);
  let bits = '';
  for (const byte of mac) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}
