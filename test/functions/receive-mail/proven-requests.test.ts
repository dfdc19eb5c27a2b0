import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld } from '../../support/a-world.ts';
import { follow, load, receive, sentTo } from './a-mailbox.ts';

const verdicts = { spam: 'pass', virus: 'pass', spf: 'pass', dkim: 'pass', dmarc: 'pass' } as const;
const unsigned = { ...verdicts, dkim: 'unknown', dmarc: 'unknown' } as const;
const asks = (from: string, text: string, headers: Record<string, string> = {}) =>
  aRawMail({ headers: { From: from, Subject: 'Anfrage', ...headers }, text });

async function answered(raw: Buffer, by: typeof verdicts | typeof unsigned = verdicts) {
  const world = await aWorld();
  const { leadId } = await receive(world, raw, { verdicts: by });
  await follow(world, leadId);
  const lead = await load(world, leadId);
  return {
    lead,
    mail:
      sentTo(world, lead.contact.email ?? '')
        .at(-1)
        ?.text.replace(/\s+/g, ' ') ?? '',
  };
}

describe('a request by mail', () => {
  const text = 'Guten Tag,\n\nbei uns ist die Heizung ausgefallen.\n\nViele Grüße\nAnna Weiß';

  test('that is proven to come from its sender is repeated to him', async () => {
    const { lead, mail } = await answered(asks('Anna Weiß <anna.weiss@customer.test>', text));
    expect(lead.proof).toBe('authenticated-mail');
    expect(mail).toContain('bei uns ist die Heizung ausgefallen');
  });

  test('that nobody proves is answered in our words', async () => {
    const { lead, mail } = await answered(asks('Anna Weiß <anna.weiss@customer.test>', text), unsigned);
    expect(lead.proof).toBeUndefined();
    expect(mail).toContain('Thema: Heizung');
    expect(mail).not.toContain('ausgefallen');
  });

  test('of a form of the website proves nothing of whom it names', async () => {
    const form = 'Name: Anna Weiß\nE-Mail: anna.weiss@customer.test\nNachricht: Die Heizung ist ausgefallen';
    const { lead } = await answered(
      asks('Website <wordpress@muster-haustechnik.example>', form, {
        'Reply-To': 'anna.weiss@customer.test',
      }),
    );
    expect(lead.contact.email).toBe('anna.weiss@customer.test');
    expect(lead.proof).toBeUndefined();
  });
});
