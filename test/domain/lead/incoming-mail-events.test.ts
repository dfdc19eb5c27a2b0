import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import { leadSchema } from '../../../domain/lead/lead.ts';
import type { MailReference } from '../../../domain/lead/origin.ts';
import { isClosed, saleStages, timedStages } from '../../../domain/lead/stages.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const mail: MailReference = {
  id: 'delivery-1',
  messageId: 'abc@customer.test',
  files: [{ index: 0, name: 'wasser.jpg', contentType: 'image/jpeg', bytes: 9 }],
};

describe('the owner answers in writing', () => {
  const answer = { type: 'record-owner-reply', text: 'Gern am Donnerstag.', mail } as const;

  // What rests, closed or until its date, rests on.
  test.each(timedStages.filter((stage) => saleStages.includes(stage)))(
    "in %s it becomes the customer's turn, and the timer starts anew",
    (stage) => {
      const before = aLeadIn(stage);
      const { lead } = when(before, answer);
      // A visit that is planned is the next step, whatever is written before it.
      expect(lead.waitsFor).toBe(stage === 'site-visit' ? 'owner' : 'customer');
      expect(lead.generation).toBeGreaterThan(before.generation);
      expect(lead.timeline.at(-1)).toMatchObject({
        type: 'owner-replied',
        text: 'Gern am Donnerstag.',
        mail,
      });
    },
  );

  test.each(['new', 'in-progress'] as const)('the answer to a lead in %s is the first contact', (stage) => {
    expect(when(aLeadIn(stage), answer).lead).toMatchObject({
      stage: 'first-contact',
      cadence: { name: 'answered' },
    });
  });

  test('the customer is asked after 2, 5 and 10 working days, then the owner decides', () => {
    const { lead } = when(aLeadIn('first-contact'), answer);
    const passed = letTimePass(lead, { until: addDuration(monday10, 'P30D') });
    const toCustomer = passed.mails.filter(({ to }) => to === 'customer');
    expect(toCustomer.map(({ mail: name, number, at }) => `${name} ${number} ${at.slice(0, 10)}`)).toEqual([
      'answered 1 2026-11-25',
      'answered 2 2026-11-30',
      'answered 3 2026-12-07',
    ]);
    expect(passed.lead.stalledAt).toBeDefined();
  });

  test('without an address the owner is reminded instead', () => {
    const { lead } = when(aLeadIn('first-contact'), answer);
    const passed = letTimePass(lead, { until: addDuration(monday10, 'P5D'), mailable: false });
    expect(passed.mails.map(({ mail: name, to }) => `${name} ${to}`)).toContain('answered owner');
  });

  test('after a quote the rhythm of the quote begins anew', () => {
    expect(when(aLeadIn('quoted'), answer).lead.cadence).toMatchObject({ name: 'quoted', sent: 0 });
  });

  test('an emergency is taken by it', () => {
    const { lead } = when(aLeadIn('service'), answer);
    expect(lead.confirmedAt).toBe(monday10);
    expect(lead.stage).toBe('service');
  });

  test('a closed lead stays closed', () => {
    const before = aLeadIn('won');
    const { lead } = when(before, answer);
    expect(lead).toMatchObject({ stage: 'won', generation: before.generation, waitsFor: 'nobody' });
  });
});

describe('mails that change nothing', () => {
  test.each(['auto-reply', 'delayed', 'rejected', 'copy', 'doubtful'] as const)('%s', (what) => {
    for (const stage of timedStages) {
      const before = aLeadIn(stage);
      const { lead } = when(before, { type: 'note-mail', what, mail }, { by: 'system' });
      expect({ ...lead, timeline: [] }).toEqual({ ...before, timeline: [] });
      expect(lead.timeline.at(-1)).toMatchObject({ type: 'mail-noted', what });
    }
  });
});

describe('a complaint', () => {
  const complaint = { type: 'record-complaint', email: 'erika.muster@example.org' } as const;

  test("ends all mails, and where the customer was waited for it is the owner's turn", () => {
    const { lead } = when(aLeadIn('quoted'), complaint, { by: 'system' });
    expect(lead).toMatchObject({
      mailsStopped: 'complained',
      waitsFor: 'owner',
      cadence: { name: 'stopped' },
    });
    const passed = letTimePass(lead, { until: addDuration(monday10, 'P60D') });
    expect(passed.mails.filter(({ to }) => to === 'customer')).toEqual([]);
    expect(passed.mails.filter(({ to }) => to === 'owner')).toHaveLength(1);
  });

  test('twice is once', () => {
    const { lead } = when(aLeadIn('quoted'), complaint, { by: 'system' });
    expect(when(lead, complaint, { by: 'system' }).refused).toEqual({ code: 'already-done' });
  });

  test('a closed lead is marked and stays closed', () => {
    const { lead } = when(aLeadIn('lost'), complaint, { by: 'system' });
    expect(lead).toMatchObject({ stage: 'lost', mailsStopped: 'complained' });
  });
});

describe('requests without an automatic answer', () => {
  test.each(['automatic', 'answered-lately', 'portal', 'too-many'] as const)(
    'muted because of %s: the owner is alerted, the customer hears nothing yet',
    (muted) => {
      const { mails } = planFollowUp(aLead({ muted }), true, aCompany(), monday10);
      expect(mails.map(({ mail: name }) => name)).toContain('new-lead-alert');
      expect(mails.filter(({ to }) => to === 'customer')).toEqual([]);
    },
  );
});

test('erasing takes texts, addresses and mails out of every event', () => {
  const commands = [
    { type: 'record-reply', text: 'Geheim', mail, from: 'fremd@example.org' },
    { type: 'record-owner-reply', text: 'Geheim', mail },
    { type: 'note-mail', what: 'copy', text: 'Geheim', mail },
    { type: 'record-bounce', email: 'geheim@example.org', reason: 'Geheim', mail },
    { type: 'erase' },
  ] as const;
  const lead = commands.reduce(
    (before, command) => when(before, command).lead,
    aLead({ muted: 'portal', relatedTo: '7K2M9QX4TE' }),
  );
  const left = JSON.stringify(leadSchema.parse(lead));
  expect(left).not.toMatch(/geheim|fremd|delivery-1|customer\.test|wasser|7K2M9QX4TE/i);
  expect(!isClosed(lead.stage)).toBe(false);
});

describe('that the person wants no mails', () => {
  const bySystem = { by: 'system' } as const;
  const newAddress = { type: 'set-details', details: { email: 'neu@example.org' } } as const;

  test.each<[string, Command]>([
    ['a mail comes back', { type: 'record-bounce', email: 'erika.muster@example.org' }],
    ['somebody else reads there', { type: 'disown' }],
  ])('outlasts that %s and the owner enters another address', (_, command) => {
    const stopped = when(aLeadIn('quoted'), { type: 'stop' }, { by: 'customer' }).lead;
    const after = when(stopped, command, bySystem).lead;
    expect(when(after, newAddress).lead.mailsStopped).toBe('stopped');
  });

  test('is not weakened: whoever called our mail spam is not only one who stopped it', () => {
    const complaint = { type: 'record-complaint', email: 'erika.muster@example.org' } as const;
    const complained = when(aLeadIn('quoted'), complaint, bySystem).lead;
    expect(when(complained, { type: 'stop' }, { by: 'customer' }).refused).toEqual({ code: 'already-done' });
  });

  test('is not what a bounce says: with another address the mails go on', () => {
    const bounced = when(
      aLeadIn('quoted'),
      { type: 'record-bounce', email: 'erika.muster@example.org' },
      bySystem,
    ).lead;
    expect(when(bounced, newAddress).lead.mailsStopped).toBeUndefined();
  });
});
