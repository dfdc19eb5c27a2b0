/** Asks the DNS. A name without records of a type has none; that is an answer, not a failure. */
import { Resolver } from 'node:dns/promises';

export interface DnsReader {
  /** Whether it knows names of the internet at all: behind some firewalls it denies every name, and none is missing. */
  reachesOut(): Promise<boolean>;
  cname(name: string): Promise<string[]>;
  mx(name: string): Promise<string[]>;
  txt(name: string): Promise<string[]>;
}

export function dnsReader(): DnsReader {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return {
    // A name that the MX records lead to, so it exists.
    reachesOut: async () =>
      (await orNone(resolver.resolve4('inbound-smtp.eu-central-1.amazonaws.com'))).length > 0,
    cname: (name) => orNone(resolver.resolveCname(name)),
    mx: async (name) => (await orNone(resolver.resolveMx(name))).map(({ exchange }) => exchange),
    // Long texts come in pieces of 255 characters.
    txt: async (name) => (await orNone(resolver.resolveTxt(name))).map((pieces) => pieces.join('')),
  };
}

async function orNone<T>(answer: Promise<T[]>): Promise<T[]> {
  try {
    return await answer;
  } catch (error) {
    if (['ENOTFOUND', 'ENODATA'].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}
