import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany, ownerAlone } from '../../support/company.ts';
import { follow, load, receive, sentTo } from './a-mailbox.ts';

describe('rule 15: loops', () => {
  test('our own mail that comes back is not answered', async () => {
    const world = await aWorld({ company: ownerAlone() });
    expect((await receive(world, aRawMail({ headers: { 'X-Nachfass': 'digest' } }))).outcome).toBe(
      'own-mail-ignored',
    );
    expect(await world.leads.listOpen()).toEqual([]);
  });

  test('what comes from our address without our mark is a request, and nobody is answered', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const text = 'Neue Nachricht auf dem Anrufbeantworter von 0171 5550146.';
    const { outcome, leadId } = await receive(
      world,
      aRawMail({ headers: { From: aCompany().mail.from }, text }),
    );
    expect(outcome).toBe('lead-created');
    await follow(world, leadId);
    expect((await load(world, leadId)).contact).toMatchObject({ phoneE164: '+491715550146' });
    expect(world.mailer.sent.flatMap(({ to }) => to)).toEqual([...aCompany().owner.email]);
  });

  test('a second request of a sender within 24 hours is a lead, but gets no second automatic answer', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const ids: (string | undefined)[] = [];
    for (const [minutes, text] of [
      [0, 'Bad'],
      [60, 'Heizung'],
      [24 * 60 + 1, 'Dach'],
    ] as const) {
      world.clock.set(addMinutes(monday10, minutes));
      const { leadId, outcome } = await receive(world, aRawMail({ headers: { Subject: text }, text }));
      expect(outcome).toBe('lead-created');
      await follow(world, leadId);
      ids.push(leadId);
    }
    const muted = await Promise.all(ids.map(async (id) => (await load(world, id)).muted));
    expect(muted).toEqual([undefined, 'answered-lately', undefined]);
    expect(sentTo(world, 'joerg.weiss@customer.test')).toHaveLength(2);
  });

  test('from the 21st mail of a sender within 2 hours on there is no automatic effect', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const outcomes: string[] = [];
    for (let mail = 0; mail < 22; mail++) {
      const record = await receive(world, aRawMail({ text: `Nummer ${mail}` }));
      outcomes.push(`${record.outcome} ${record.flags.join()}`);
    }
    expect(outcomes.slice(0, 20).every((outcome) => outcome === 'lead-created ')).toBe(true);
    expect(outcomes.slice(20)).toEqual(['auto-reply-noted too-many', 'auto-reply-noted too-many']);
  });

  test('against a robot that answers everything and marks nothing, one automatic answer in 24 hours', async () => {
    const world = await aWorld({ company: ownerAlone() });
    const robot = 'joerg.weiss@customer.test';
    let answered = 0;
    let pending: Buffer[] = [aRawMail()];
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      world.clock.set(addMinutes(monday10, minute));
      const mails = pending;
      pending = [];
      for (const raw of mails) {
        const { leadId } = await receive(world, raw);
        if (leadId !== undefined) await follow(world, leadId);
      }
      for (const mail of sentTo(world, robot).slice(answered)) {
        answered++;
        // To the business itself, as bad robots do, and as an answer.
        for (const To of [mailbox, mail.replyTo]) {
          pending.push(
            aRawMail({ headers: { To, Subject: 'Ich bin im Urlaub' }, text: `Zurück ab ${minute}` }),
          );
        }
      }
    }
    const automatic = sentTo(world, robot).filter(
      ({ headers }) => headers['Auto-Submitted'] === 'auto-replied',
    );
    expect(automatic).toHaveLength(1);
  });
});
