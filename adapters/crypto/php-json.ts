/** What PHP's `json_encode` made of an array that came over the wire form-encoded. */

type Node = string | Map<string, Node>;

/** Deeper than any form. */
const deepest = 10;

/**
 * The texts that a form-encoded body may have been as JSON: with numbers as texts, and, where a date has its second as a
 * number (`termin[unix]`), as a number. Empty: it is no such body.
 * @param body one character for each byte.
 */
export function phpJson(body: string): string[] {
  const root = new Map<string, Node>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const [name = '', value = ''] = pair.split(/=(.*)/s).map(unescaped);
    if (!put(root, pathOf(name), value)) return [];
  }
  return [...new Set([encode(root, false), encode(root, true)])];
}

const unescaped = (text: string): string => {
  const bytes = text
    .replace(/\+/g, ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

function pathOf(name: string): string[] {
  const [, first = name, rest = ''] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(name) ?? [];
  return [first, ...[...rest.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part)];
}

function put(root: Map<string, Node>, path: readonly string[], value: string): boolean {
  if (path.length > deepest) return false;
  let place = root;
  for (const part of path.slice(0, -1)) {
    const inner = place.get(part) ?? new Map<string, Node>();
    if (typeof inner === 'string') return false;
    place.set(part, inner);
    place = inner;
  }
  const last = path.at(-1) ?? '';
  place.set(last === '' ? String(place.size) : last, value);
  return true;
}

function encode(node: Node, secondsAsNumbers: boolean, name = ''): string {
  if (typeof node === 'string') {
    return secondsAsNumbers && name === 'unix' && /^[1-9]\d{0,14}$/.test(node) ? node : quoted(node);
  }
  const entries = [...node];
  const isList = entries.every(([key], at) => key === String(at));
  const parts = entries.map(([key, value]) => {
    const encoded = encode(value, secondsAsNumbers, key);
    return isList ? encoded : `${quoted(key)}:${encoded}`;
  });
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

const quoted = (text: string): string =>
  JSON.stringify(text)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
