/** Which network a caller belongs to, as far as limits are concerned. */

/** A home or an office has at least so much of an IPv6 address for itself, and changes the rest at will (RFC 6177). */
const groupsOfNetwork = 4;

/**
 * An IPv4 address, or the first 64 bits of an IPv6 address; an IPv4 address inside an IPv6 one is that IPv4 address.
 * @returns `undefined`: this is no address.
 */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const text = bare(address.trim()).toLowerCase();
  if (text.length > 45) return undefined;
  const v4 = ipv4Bytes(text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1'));
  if (v4) return v4.join('.');
  const groups = ipv6Groups(text);
  if (!groups) return undefined;
  // ::ffff:0:0/96, as dual stacks write an IPv4 caller.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  }
  return `${groups
    .slice(0, groupsOfNetwork)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** Without brackets, a port behind them, and a zone. */
function bare(address: string): string {
  if (!address.includes('[') && !address.includes('%')) return address;
  return address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '');
}

function ipv4Bytes(text: string): readonly number[] | undefined {
  if (!text.includes('.') || !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function ipv6Groups(text: string): readonly number[] | undefined {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0 || !text.includes(':')) return undefined;
  const before = groupsIn(head);
  const after = tail === undefined ? [] : groupsIn(tail);
  if (!before || !after) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array<number>(missing).fill(0), ...after];
}

/** The last part may be an IPv4 address. */
function groupsIn(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = ipv4Bytes(parts.at(-1) ?? '');
  const hex = last ? parts.slice(0, -1) : parts;
  if (!hex.every((part) => /^[\da-f]{1,4}$/.test(part))) return undefined;
  const groups = hex.map((part) => Number.parseInt(part, 16));
  if (!last) return groups;
  const [a = 0, b = 0, c = 0, d = 0] = last;
  return [...groups, a * 256 + b, c * 256 + d];
}
