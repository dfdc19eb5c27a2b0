/** What a server found out about who sent a mail: the header `Authentication-Results` (RFC 8601), read as data. */
import type { Verdict, Verdicts } from './incoming-mail.ts';

interface Statement {
  /** Lower case: `spf`, `dkim`, `dmarc`, … */
  readonly method: string;
  /** Lower case: `pass`, `fail`, `none`, … */
  readonly result: string;
  /** By lower-case name: `header.d`, `header.from`, … */
  readonly properties: ReadonlyMap<string, string>;
}

/** More than any server writes: one for each signature, and a dozen of properties. */
const maxStatements = 100;

export interface AuthenticationResults {
  /** Who checked: `amazonses.com`. Lower case. */
  readonly server: string;
  readonly verdicts: Pick<Verdicts, 'spf' | 'dkim' | 'dmarc' | 'dkimDomains' | 'dmarcDomain'>;
}

/**
 * @param value the header, unfolded. What stands in comments and quotes says nothing: senders choose the words there.
 * @returns `undefined` if it says something twice that a server says once: then a part of it is the sender's.
 */
export function readAuthenticationResults(value: string): AuthenticationResults | undefined {
  const [server = '', ...sections] = splitSections(value);
  const statements = sections.slice(0, maxStatements).flatMap(readStatement);
  const of = (name: string) => statements.filter(({ method }) => method === name);
  const dmarc = of('dmarc');
  if (of('spf').length > 1 || dmarc.length > 1) return undefined;
  const dmarcDomain = domainOf(dmarc[0]?.properties.get('header.from'));
  return {
    server: server.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '',
    verdicts: {
      spf: combine(of('spf')),
      dkim: combine(of('dkim')),
      dmarc: combine(dmarc),
      dkimDomains: signingDomains(of('dkim')),
      ...(dmarcDomain !== undefined && { dmarcDomain }),
    },
  };
}

const verdictsByWord = new Map<string, Verdict>([
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['hardfail', 'fail'],
  ['temperror', 'unknown'],
  ['permerror', 'unknown'],
]);

/** One that passed is enough; a server that checked and names no result found nothing. */
function combine(statements: readonly Statement[]): Verdict {
  const words = statements.map(({ result }) => result);
  const word = words.includes('pass') ? 'pass' : words[0];
  return word === undefined ? 'gray' : (verdictsByWord.get(word) ?? 'gray');
}

/** Domains whose signature is good. One that also failed proves nothing. */
function signingDomains(statements: readonly Statement[]): string[] {
  const domains = (wanted: (result: string) => boolean) =>
    statements
      .filter(({ result }) => wanted(result))
      .flatMap(({ properties }) => domainOf(properties.get('header.d') ?? properties.get('header.i')) ?? []);
  const failed = domains((result) => result === 'fail' || result === 'hardfail');
  return [...new Set(domains((result) => result === 'pass'))].filter((domain) => !failed.includes(domain));
}

/** `@customer.test`, `joerg@customer.test` and `customer.test.` name one domain. */
function domainOf(value: string | undefined): string | undefined {
  const domain = value
    ?.slice(value.lastIndexOf('@') + 1)
    .replace(/\.$/, '')
    .toLowerCase();
  return domain ? domain : undefined;
}

/** Cut at semicolons, without comments and what is in quotes. */
function splitSections(value: string): string[] {
  const sections: string[] = [];
  let section = '';
  let depth = 0;
  let quoted = false;
  for (let position = 0; position < value.length; position++) {
    const character = value[position] ?? '';
    if (character === '\\' && (quoted || depth > 0)) position++;
    else if (quoted) quoted = character !== '"';
    else if (character === '"' && depth === 0) quoted = true;
    else if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth > 0) continue;
    else if (character !== ';') section += character;
    else {
      sections.push(section);
      section = '';
    }
  }
  return [...sections, section];
}

function readStatement(section: string): Statement[] {
  const [, method, result, rest = ''] =
    /^\s*([a-z][\w-]{0,40})(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)(?!\S)(.*)$/is.exec(section) ?? [];
  if (method === undefined || result === undefined) return [];
  const properties = new Map<string, string>();
  for (const [, name = '', given = ''] of rest.matchAll(/(?:^|\s)([a-z]+\.[a-z-]+)\s*=\s*([^\s;]+)/gi)) {
    if (!properties.has(name.toLowerCase())) properties.set(name.toLowerCase(), given);
  }
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }];
}
