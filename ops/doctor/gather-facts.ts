/** Looks at everything, at once. What cannot be read becomes a reason; nothing here fails. */
import { emailDomain } from '../../domain/business/mail-address.ts';
import { resourceNames, stackNames } from '../../infra/names.ts';
import type { Deployment } from '../deployment.ts';
import { type AwsReader, explainFault } from './aws-reader.ts';
import type { DnsReader } from './dns-reader.ts';
import type { Facts, MailIdentityFacts, Reading, StackFacts } from './facts.ts';

export interface Senses {
  readonly aws: AwsReader;
  readonly dns: DnsReader;
  /** The status of a GET. */
  readonly get: (url: string) => Promise<number>;
  /** Why no stack can be built, if none can. */
  readonly buildFault: () => string | undefined;
}

export async function gatherFacts({ config, flags }: Deployment, senses: Senses): Promise<Facts> {
  const { aws } = senses;
  const { company, region } = config;
  const stacks = stackNames(config);
  const mailDomain = emailDomain(company.mail.from);
  const receiveDomain = company.mail.receive === undefined ? undefined : emailDomain(company.mail.receive);
  const deployment = {
    flags,
    business: company.name,
    region,
    website: company.website,
    alarmEmail: config.alarmEmail,
    mailDomain,
    receiveDomain,
    stacks,
    ruleSet: resourceNames(config).ruleSet,
  };

  const identity = await read(() => aws.identity());
  if ('unknown' in identity) return nothingBut(identity, deployment, senses.buildFault());

  const main = read(() => aws.stack(stacks.main));
  const mailIdentity = read(() => aws.mailIdentity(mailDomain));
  const [known, domain] = await Promise.all([main, mailIdentity]);
  const stack = 'known' in known ? known.known : undefined;
  const [concurrency, toolkit, receiving, backup, activeRuleSet, mailAccount, alarms, health] =
    await Promise.all([
      read(() => aws.concurrency()),
      read(() => aws.stack('CDKToolkit')),
      read(async () => (stacks.receiving === undefined ? undefined : await aws.stack(stacks.receiving))),
      read(async () => (stacks.backup === undefined ? undefined : await aws.stack(stacks.backup))),
      read(() => aws.activeRuleSet()),
      read(() => aws.mailAccount()),
      stack ? read(() => aws.alarms(stack.name)) : missing('nothing is deployed'),
      stack ? readHealth(stack, senses.get) : missing('nothing is deployed'),
    ]);
  const dns = await trusted(senses.dns);
  const [dkimRecords, exchangers, spf, dmarc] = await Promise.all([
    readDkim('known' in domain ? domain.known : undefined, dns),
    receiveDomain === undefined ? missing('no mails come in') : ask(() => dns.mx(receiveDomain)),
    ask(() => dns.txt(mailDomain)),
    ask(() => readDmarc(mailDomain, dns)),
  ]);
  return {
    deployment,
    buildFault: senses.buildFault(),
    identity,
    concurrency,
    toolkit,
    main: known,
    receiving,
    backup,
    mailIdentity: domain,
    dkimRecords,
    exchangers,
    spf,
    dmarc,
    activeRuleSet,
    mailAccount,
    alarms,
    health,
  };
}

async function read<T>(look: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { known: await look() };
  } catch (error) {
    return { unknown: explainFault(error) };
  }
}

async function ask<T>(look: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { known: await look() };
  } catch (error) {
    return { unknown: `the DNS gives no answer (${(error as { code?: string }).code ?? error})` };
  }
}

/** A DNS that denies every name says nothing about ours. */
async function trusted(dns: DnsReader): Promise<DnsReader> {
  const reach = await ask(() => dns.reachesOut());
  if (!('known' in reach) || reach.known) return dns;
  const refuse = () => Promise.reject(Object.assign(new Error(), { code: 'not even for names of AWS' }));
  return { reachesOut: dns.reachesOut, cname: refuse, mx: refuse, txt: refuse };
}

const missing = (unknown: string): Reading<never> => ({ unknown });

/** Without AWS nothing else is worth waiting for. */
function nothingBut(
  identity: { unknown: string },
  deployment: Facts['deployment'],
  buildFault: string | undefined,
): Facts {
  return {
    deployment,
    buildFault,
    identity,
    concurrency: identity,
    toolkit: identity,
    main: identity,
    receiving: identity,
    backup: identity,
    mailIdentity: identity,
    dkimRecords: [],
    exchangers: identity,
    spf: identity,
    dmarc: identity,
    activeRuleSet: identity,
    mailAccount: identity,
    alarms: identity,
    health: identity,
  };
}

async function readHealth(stack: StackFacts, get: Senses['get']): Promise<Facts['health']> {
  const { Address } = stack.outputs;
  if (Address === undefined) return { unknown: 'the stack does not name it' };
  const url = `${Address}/health`;
  try {
    return { known: { url, answer: await get(url) } };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return { known: { url, answer: cause?.code ?? message } };
  }
}

function readDkim(
  identity: MailIdentityFacts | undefined,
  dns: DnsReader,
): Promise<Facts['dkimRecords'][number][]> {
  return Promise.all(
    (identity?.records ?? []).map(async ({ name, value }) => {
      const found = await ask(() => dns.cname(name));
      const absent = 'known' in found && found.known.length === 0;
      return { name, value, found, doubled: absent && (await isDoubled(name, dns)) };
    }),
  );
}

/** `x._domainkey.mail.example.de.example.de` or `...mail.example.de.mail.example.de` */
async function isDoubled(name: string, dns: DnsReader): Promise<boolean> {
  const labels = name.split('.').slice(2);
  for (const zone of [labels, labels.slice(-2)]) {
    const found = await ask(() => dns.cname(`${name}.${zone.join('.')}`));
    if ('known' in found && found.known.length > 0) return true;
  }
  return false;
}

/** A domain without a DMARC record of its own has that of the domain it belongs to. */
async function readDmarc(domain: string, dns: DnsReader): Promise<string[]> {
  const own = await dns.txt(`_dmarc.${domain}`);
  return own.length > 0 ? own : dns.txt(`_dmarc.${domain.split('.').slice(-2).join('.')}`);
}
