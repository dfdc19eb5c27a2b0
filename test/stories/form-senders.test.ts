/** What every form, plug-in and platform posts goes through the real door, and every field of each must be right. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { greeting } from '../../views/lead-text.ts';
import { aRequest } from '../support/a-request.ts';
import { aWorld } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import { families } from '../support/form-senders/all-senders.ts';
import { type Post, type Right, site } from '../support/form-senders/sender.ts';

const origins = [site];
const companies = {
  DE: aCompany({ origins }),
  AT: aCompany({ origins, country: 'AT', region: '9', timeZone: 'Europe/Vienna' }),
  CH: aCompany({ origins, country: 'CH', currency: 'CHF', region: 'ZH', timeZone: 'Europe/Zurich' }),
};

const toLeads = ({ wired }: Post) =>
  aRequest({ method: 'POST', url: '/leads', headers: { accept: '*/*', ...wired.headers }, body: wired.body });

/** What the sender was answered, and the leads that came of it. */
async function send(post: Post): Promise<{ status: number; leads: Lead[] }> {
  const world = await aWorld({ company: companies[post.country] });
  const { status } = await captureLead(toLeads(post), world);
  return { status, leads: world.leads.all() };
}

/** Letters alone: what choices keep however they are spelt. */
const plain = (text: string) => text.toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ');

const lines = (text: string | undefined) => text?.replaceAll('\r\n', '\n');

/** Everything that is kept of the customer's answers. */
function keptText({ contact, request }: Lead): string {
  const { message, installation, timeframe, budget, extra } = request;
  const answers = [
    message,
    installation,
    timeframe,
    budget,
    contact.phone,
    ...extra.map(({ value }) => value),
  ];
  return plain(answers.filter((answer) => answer !== undefined).join('\n'));
}

/** As words of their own: a "2" is not kept because a number has one. */
function isKept(answer: string, text: string): boolean {
  const [before = '', ...after] = text.split(plain(answer));
  return [before, ...after].some(
    (part, index, parts) =>
      index > 0 && !/[\p{L}\p{N}]$/u.test(parts[index - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(part),
  );
}

function filesOf({ timeline }: Lead): readonly string[] {
  return timeline
    .flatMap((event) => (event.type === 'captured' ? (event.files?.files ?? []) : []))
    .map(({ name }) => name);
}

/** Nothing but answers of the customer: no name, no number, no machinery, no word of ours. */
function isMadeOf(answers: readonly string[], text: string): boolean {
  const rest = answers.reduce((left, answer) => left.replaceAll(plain(answer), ' '), plain(text));
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** The customer's words as they were written. Short answers, such as a subject, may stand above or below them. */
function isMessage(got: string | undefined, { message, kept }: Right): boolean {
  if (got === undefined || message === undefined)
    return got === undefined ? message === undefined : isMadeOf(kept, got);
  const [before, after, ...more] = `\n\n${lines(got)}\n\n`.split(`\n\n${message}\n\n`);
  return after !== undefined && more.length === 0 && isMadeOf(kept, `${before}\n${after}`);
}

const salutation = /^(?:Herrn?|Frau) /;

/** By name, or by salutation and surname; without a name just "Guten Tag". */
function isGreeting(text: string, name: string | undefined): boolean {
  const called = /^(?:Guten Tag|Hello)(?: (.+))?,$/.exec(text);
  if (!called) return false;
  const [, who] = called;
  return who === undefined || name === undefined ? who === name : name.endsWith(who.replace(salutation, ''));
}

/** What is not right, one line each: field, expected, got. */
function wrongIn(lead: Lead, right: Right): string[] {
  const { contact, request, attribution } = lead;
  const wrong: string[] = [];
  const check = (field: string, expected: unknown, got: unknown) => {
    if (!Object.is(JSON.stringify(expected), JSON.stringify(got))) {
      wrong.push(`${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
  };
  check('name', right.name, contact.name?.replace(salutation, ''));
  const greets = greeting(lead);
  if (right.greeting) check('greeting', right.greeting, greets);
  else if (wrong.length === 0 && !isGreeting(greets, right.name)) wrong.push(`greeting: "${greets}"`);
  check('email', right.email, contact.email);
  check('phone', right.phoneE164, contact.phoneE164);
  check('address', right.address, contact.address);
  check('postcode', right.postcode, contact.postcode);
  check('city', right.city, contact.city);
  if (!isMessage(request.message, right)) check('message', right.message, lines(request.message));
  if (right.kind) check('kind', right.kind, request.kind);
  if (right.urgency) check('urgency', right.urgency, request.urgency);
  if (right.page !== 'relative') check('page', right.page, attribution.page);
  for (const [name, value] of Object.entries(right.utm ?? {})) check(name, value, attribution.utm[name]);
  const kept = keptText(lead);
  for (const answer of right.kept) if (!isKept(answer, kept)) wrong.push(`kept: ${answer} is lost`);
  check('files', right.files, filesOf(lead));
  check('consent', right.consent, lead.consent !== undefined);
  check('spam', false, lead.spam);
  return wrong;
}

async function wrongWith(post: Post): Promise<string[]> {
  const { status, leads } = await send(post);
  const rights = [post.right, ...(post.others ?? [])];
  const ofPerson = ({ email, phoneE164 }: Right) =>
    leads.find(({ contact }) => (email ? contact.email === email : contact.phoneE164 === phoneE164)) ??
    leads[0];
  return [
    ...(status === 200 ? [] : [`answered ${status}`]),
    ...(leads.length === rights.length ? [] : [`${leads.length} leads of ${rights.length} people`]),
    ...rights.flatMap((right) => {
      const lead = ofPerson(right);
      return lead ? wrongIn(lead, right) : [];
    }),
  ];
}

describe.each(families)('$title', ({ senders }) => {
  const posts = senders.flatMap(({ name, posts }) =>
    posts.map((post) => [`${name}: ${post.says}`, post] as const),
  );

  test.each(posts)('%s', async (title, post) => {
    const wrong = await wrongWith(post);
    expect(wrong, `${title}\n  ${wrong.join('\n  ')}`).toEqual([]);
  });
});

/** Who asked for what. */
const asked = ({ contact, request }: Lead) => JSON.stringify([contact, request]);

test.each(['DE', 'AT', 'CH'] as const)(
  'of all that is sent in %s on one day nothing replaces another',
  async (country) => {
    const world = await aWorld({ company: companies[country] });
    const sent = families
      .flatMap(({ senders }) => senders.flatMap(({ name, posts }) => posts.map((post) => ({ name, post }))))
      .filter(({ post }) => post.country === country);
    for (const { post } of sent) await captureLead(toLeads(post), world);
    const kept = new Set(world.leads.all().map(asked));
    const lost: string[] = [];
    for (const { name, post } of sent) {
      const alone = await send(post);
      if (!alone.leads.every((lead) => kept.has(asked(lead)))) lost.push(`${name}: ${post.says}`);
    }
    expect(kept.size).toBeGreaterThan(20);
    expect(lost, lost.join('\n')).toEqual([]);
  },
);

describe('the senders', () => {
  const senders = families.flatMap((family) => family.senders);

  test('are many, each under its own name and with three people at least', () => {
    expect(new Set(senders.map(({ name }) => name)).size).toBe(senders.length);
    expect(senders.length).toBeGreaterThan(57);
    expect(senders.filter(({ posts }) => posts.length < 3)).toEqual([]);
  });

  test('name nobody who could be real', () => {
    const addresses = senders
      .flatMap(({ posts }) => posts.map(({ wired }) => wired.body.toString('latin1').replaceAll('%40', '@')))
      .flatMap((body) => body.match(/[\w.+-]+@[\w.-]+\w/g) ?? []);
    expect(addresses.length).toBeGreaterThan(150);
    expect(addresses.filter((address) => !/\.(?:example|test)$/.test(address))).toEqual([]);
  });
});
