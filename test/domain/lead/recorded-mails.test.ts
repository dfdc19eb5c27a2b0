import { describe, expect, test } from 'vitest';
import { aLead } from '../../support/a-lead.ts';
import { monday10, when } from '../../support/a-walk.ts';

describe('mails are recorded once', () => {
  const mail = {
    type: 'record-mail',
    mail: {
      type: 'acknowledged',
      mail: 'acknowledgement',
      number: 1,
      key: 'g1#acknowledgement#1',
      outcome: 'sent',
      at: monday10,
    },
  } as const;

  test('the same mail recorded twice is one event', () => {
    const once = when(aLead(), mail, { by: 'system' });
    expect(once.lead.acknowledgedAt).toBe(monday10);
    expect(when(once.lead, mail, { by: 'system' }).events).toEqual([]);
  });

  test('an uncertain mail is counted for the owner and not due any more', () => {
    const { lead } = when(
      aLead(),
      { ...mail, mail: { ...mail.mail, outcome: 'uncertain' } },
      { by: 'system' },
    );
    expect(lead).toMatchObject({ uncertainMails: 1, acknowledgedAt: monday10 });
  });

  test('a rejected address is a bounce', () => {
    const { lead } = when(
      aLead(),
      { ...mail, mail: { ...mail.mail, outcome: 'rejected' } },
      { by: 'system' },
    );
    expect(lead).toMatchObject({ mailsStopped: 'bounced', cadence: { name: 'bounced' } });
  });
});
