import { expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld } from '../../support/a-world.ts';
import { ownerAlone } from '../../support/company.ts';
import { follow, load, owner, receive, withErika } from './a-mailbox.ts';

const caller = '0172 5550191';
const notice = (
  headers: Readonly<Record<string, string>> = {},
  text = `Neue Sprachnachricht von ${caller}`,
) =>
  aRawMail({
    headers: {
      From: 'Telefonie <no-reply@telefonie.test>',
      Subject: `Neue Voicemail von ${caller}`,
      ...headers,
    },
    text,
    files: { 'aufnahme.wav': { contentType: 'audio/wav', content: 'RIFF' } },
  });

test.each<[string, Readonly<Record<string, string>>]>([
  ['a provider', {}],
  ['a provider that marks its mails', { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }],
  ['the telephone on our own address', { From: 'anfrage@mail.muster-haustechnik.example' }],
  ['the telephone on the address of the owner', { From: owner }],
])('a call that %s reports is a lead that the owner hears of, and nobody is answered', async (_, headers) => {
  const world = await aWorld({ company: ownerAlone() });
  const { outcome, leadId } = await receive(world, notice(headers));
  expect(outcome).toBe('lead-created');
  await follow(world, leadId);
  const lead = await load(world, leadId);
  expect(lead).toMatchObject({ source: 'phone', contact: { phoneE164: '+491725550191' } });
  expect(lead.timeline[0]).toMatchObject({ type: 'captured', mail: { files: [{ name: 'aufnahme.wav' }] } });
  expect(world.mailer.sent.map(({ to }) => to)).toEqual([[owner]]);
  expect(lead.acknowledgedAt).toBeUndefined();
});

test('an emergency on the answering machine rings', async () => {
  const world = await aWorld({ company: ownerAlone() });
  const text = `Von: ${caller}\nTranskription: Unser Keller steht unter Wasser, bitte kommen Sie!`;
  const { leadId } = await receive(world, notice({}, text));
  const lead = await load(world, leadId);
  expect(lead.request).toMatchObject({ urgency: 'now' });
});

test('who withheld his number is a lead all the same, and it says so', async () => {
  const world = await aWorld({ company: ownerAlone() });
  const raw = notice({ Subject: 'Neue Voicemail von Anonym' }, 'Anrufer: Anonym');
  const { outcome, leadId } = await receive(world, raw);
  expect(outcome).toBe('lead-created');
  const { contact, request } = await load(world, leadId);
  expect(contact.phone).toBeUndefined();
  expect(request.message).toContain('ohne Rufnummer');
});

test('who called before is known by the number', async () => {
  const { world, lead } = await withErika();
  await world.contacts.linkLead({ kind: 'phone', value: '+491725550191' }, lead.id);
  const { leadId } = await receive(world, notice());
  expect(await load(world, leadId)).toMatchObject({ relatedTo: lead.id });
  expect((await load(world, lead.id)).timeline.at(-1)?.type).toBe(lead.timeline.at(-1)?.type);
});
