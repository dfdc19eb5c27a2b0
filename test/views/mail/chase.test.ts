import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { type CadenceName, cadenceNames } from '../../../domain/lead/pipeline.ts';
import { chase } from '../../../views/mail/chase.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, viewUrl } from './every-mail.ts';
import { links, seen } from './reading.ts';

const company = aCompany();
const base = aLead();

function chased(
  cadence: CadenceName,
  {
    lead = base,
    now = '2026-11-25T08:00:00.000Z',
    number = 1,
    stalls = false,
  }: { lead?: Lead; now?: string; number?: number; stalls?: boolean } = {},
) {
  const mail = chase({ lead, company, now, cadence, number, stalls, actions, viewUrl });
  return { ...mail, flat: mail.text.replace(/\s+/g, ' ').replaceAll('\u00A0', ' ') };
}

const withoutMail = (lead: Lead): Lead =>
  aLead({ ...lead, contact: { name: 'Erika Muster', phone: '089 1234567', language: 'de' } });

describe('a mail to the owner whose turn it is', () => {
  test('says something of its own for every rhythm', () => {
    expect(new Set(cadenceNames.map((cadence) => chased(cadence).subject)).size).toBe(cadenceNames.length);
    expect(new Set(cadenceNames.map((cadence) => chased(cadence).flat.slice(0, 200))).size).toBe(
      cadenceNames.length,
    );
  });

  test.each(cadenceNames)('names the person in the subject and in the first sentence: %s', (cadence) => {
    const mail = chased(cadence);
    expect(mail.subject).toMatch(/Erika Muster.*\[7K2M9QX4TD\]$|\[7K2M9QX4TD\]$/);
    expect(mail.subject).toContain('Erika Muster');
    expect(mail.text.split('\n\n').slice(0, 2).join(' ')).toContain('Erika');
  });

  test.each(cadenceNames)('has the call first, then every action: %s', (cadence) => {
    const urls = links(chased(cadence).html);
    expect(urls[0]).toBe('tel:+49891234567');
    for (const { url } of actions) expect(urls).toContain(url);
  });

  test('says that nothing more comes if the lead is stalled after it', () => {
    expect(chased('opportunity', { stalls: true }).flat).toContain('Das ist die letzte Erinnerung.');
    expect(chased('opportunity').flat).not.toContain('letzte Erinnerung');
  });

  test("tells the stage, the money and the last step by somebody's hand", () => {
    const lead = aLead({
      stage: 'opportunity',
      valueCents: 850_000,
      probability: 30,
      timeline: [
        ...base.timeline,
        { type: 'contact-attempted', at: '2026-11-24T13:05:00.000Z', by: 'owner', reached: false },
        {
          type: 'owner-chased',
          at: '2026-11-24T15:00:00.000Z',
          by: 'system',
          mail: 'x',
          number: 1,
          key: 'k',
          cadence: 'new',
        },
      ],
    });
    const { flat } = chased('opportunity', { lead });
    expect(flat).toContain('8.500 € · 30 % · gewichtet 2.550 €');
    expect(flat).toContain('Auftrag möglich');
    expect(flat).toContain(
      'Letzter Schritt: angerufen, nicht erreicht, Dienstag, 24. November 2026, 14:05 Uhr',
    );
  });
});

describe('why the mail comes', () => {
  test('a new request waits', () => {
    const now = '2026-11-23T10:00:00.000Z';
    expect(chased('new', { now }).subject).toBe(
      'Erika Muster, München – Bad: wartet seit 2 Stunden auf Ihren Anruf [7K2M9QX4TD]',
    );
  });

  test('a quote is owed after a visit', () => {
    const visit = {
      startsAt: '2026-11-24T09:00:00.000Z',
      durationMinutes: 60,
      plannedAt: base.capturedAt,
      sequence: 0,
    };
    expect(chased('site-visit', { lead: aLead({ stage: 'site-visit', visit }) }).flat).toContain(
      'Nach der Besichtigung vom Dienstag, 24. November 2026 wartet Erika Muster auf Ihr Angebot.',
    );
  });

  describe('the visit is over', () => {
    const startsAt = '2026-11-24T09:00:00.000Z';
    const visit = { startsAt, durationMinutes: 60, plannedAt: base.capturedAt, sequence: 0 };
    const visited = aLead({ stage: 'site-visit', visit });
    const chasedOnce = {
      type: 'owner-chased',
      at: '2026-11-25T09:00:00.000Z',
      by: 'system',
      mail: 'site-visit',
      cadence: 'site-visit',
      number: 1,
      key: 'g2#site-visit#1',
    } as const;
    test.each<[string, Lead, boolean]>([
      ['and no mail told the customer of it', visited, true],
      [
        'and he was told only that it is not to be then',
        { ...visited, visitTold: { startsAt: '2026-11-27T09:00:00.000Z', number: 1 } },
        true,
      ],
      ['of which he was told', { ...visited, visitMails: ['confirmation'] }, false],
      ['of which he was reminded', { ...visited, visitMails: ['reminder'] }, false],
      ['and he wanted no mails', { ...visited, mailsStopped: 'stopped' }, false],
      [
        'and he has no address for mails',
        { ...visited, contact: { name: 'Erika Muster', language: 'de' } },
        false,
      ],
      ['and the owner heard of that', { ...visited, timeline: [...visited.timeline, chasedOnce] }, false],
    ])('%s: said to the owner: %s', (_, lead, says) => {
      const { flat } = chased('site-visit', { lead });
      expect(flat.includes('hat der Kunde keine E-Mail bekommen')).toBe(says);
    });
  });

  test('an unqualified one is looked at again, and why it was put off', () => {
    const lead = aLead({ stage: 'unqualified', reason: 'kein Budget', lookAgainOn: '2026-11-25' });
    expect(chased('unqualified', { lead }).flat).toContain(
      'Heute ist Wiedervorlage für Erika Muster (damals: kein Budget)',
    );
  });

  test('the day has come to which it was postponed', () => {
    const lead = aLead({ postponedUntil: '2026-11-25' });
    expect(chased('postponed', { lead }).flat).toContain('Sie wollten sich am 25. November 2026 wieder');
  });

  test('somebody answered: the answer is in the mail, and later how long it has waited', () => {
    const lead = aLead({
      cadence: { name: 'replied', startedAt: '2026-11-24T08:00:00.000Z', generation: 2, sent: 0 },
      timeline: [
        ...base.timeline,
        {
          type: 'customer-replied',
          at: '2026-11-24T08:00:00.000Z',
          by: 'customer',
          text: 'Ja, gern!\nAb 17 Uhr.',
        },
      ],
    });
    const first = chased('replied', { lead });
    expect(first.subject).toBe('Erika Muster, München – Bad: hat geantwortet [7K2M9QX4TD]');
    expect(first.text).toContain('> Ja, gern!\n> Ab 17 Uhr.');
    expect(chased('replied', { lead, number: 2 }).subject).toContain(
      'wartet seit einem Tag auf Ihre Antwort',
    );
  });

  test('mails do not arrive, or are not wanted', () => {
    expect(chased('bounced').flat).toContain('kommen nicht an: Bitte rufen Sie an.');
    expect(chased('stopped').flat).toContain('abbestellt: Bitte entscheiden Sie');
    const stalls = chased('stopped', { stalls: true }).flat;
    expect(stalls).not.toContain('letzte Erinnerung');
    expect(stalls).toContain('unter „Festgefahren“');
    expect(chased('answered', { stalls: true }).flat).toContain('letzte Erinnerung');
  });

  test('mails are not wanted any more, and that was written some days ago', () => {
    const at = '2026-11-22T08:00:00.000Z';
    const lead = aLead({
      cadence: { name: 'replied', startedAt: at, generation: 2, sent: 1 },
      timeline: [...base.timeline, { type: 'customer-replied', at, by: 'customer', stops: true }],
    });
    expect(chased('replied', { lead, number: 2 }).flat).toContain('hat das vor 3 Tagen geschrieben');
  });
});

describe('a reminder that cannot go to the customer', () => {
  test.each(['not-reached', 'needs-analysis', 'quoted'] as const)(
    'asks the owner to phone, and says why: %s',
    (cadence) => {
      expect(chased(cadence, { lead: withoutMail(base) }).flat).toContain('eine E-Mail-Adresse fehlt: Bitte');
      const bounced = aLead({ mailsStopped: 'bounced' });
      expect(chased(cadence, { lead: bounced }).flat).toContain('E-Mails kommen nicht an: Bitte');
      const stopped = aLead({ mailsStopped: 'stopped' });
      expect(chased(cadence, { lead: stopped }).flat).toContain('möchte keine E-Mails: Bitte');
    },
  );

  test('invents no reason where a business wants its owner to be chased', () => {
    const { flat } = chased('quoted', { lead: aLead({ stage: 'quoted', quotedCents: 1_850_000 }) });
    expect(flat).toContain(
      'Erika Muster hat auf Ihr Angebot über 18.500 € noch nicht geantwortet: Bitte fassen Sie telefonisch nach.',
    );
  });
});

describe('the alarm about an emergency', () => {
  const emergency = aLead({ stage: 'service' });
  const alarm = chased('service', { lead: emergency, now: '2026-11-23T08:45:00.000Z', number: 3 });

  test('says since when nobody has confirmed, and that it will come again', () => {
    expect(alarm.subject).toBe(
      '🚨 SOFORT: Erika Muster, München – Bad: seit 45 Minuten unbestätigt [7K2M9QX4TD]',
    );
    expect(alarm.flat).toContain('Seit 45 Minuten hat niemand den Notfall von Erika Muster übernommen.');
    expect(alarm.flat).toContain('Diese E-Mail kommt wieder, bis jemand bestätigt.');
  });

  test('looks different from every other mail', () => {
    expect(seen(alarm.html)).toContain('🚨 Notfall – noch unbestätigt');
    for (const cadence of cadenceNames.filter((name) => name !== 'service'))
      expect(chased(cadence).subject + seen(chased(cadence).html)).not.toContain('🚨');
  });

  test('asks the next day whether a confirmed one is done', () => {
    const lead = aLead({ stage: 'service', confirmedAt: '2026-11-23T08:10:00.000Z' });
    expect(chased('service-confirmed', { lead, now: '2026-11-24T08:10:00.000Z' }).flat).toContain(
      'ist seit einem Tag übernommen: Ist der Einsatz erledigt?',
    );
  });
});
