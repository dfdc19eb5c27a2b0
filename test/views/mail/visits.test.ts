import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMime } from '../../../adapters/ses/compose-mime.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead, Visit } from '../../../domain/lead/lead.ts';
import { ownerVisitNotice } from '../../../views/mail/owner-visit-notice.ts';
import { visitInvitation } from '../../../views/mail/visit-invitation.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, stopUrl, viewUrl } from './every-mail.ts';
import { links, readCalendar, seen } from './reading.ts';

const company = aCompany();
const now = '2026-11-25T10:00:00.000Z';
const dayBefore = '2026-11-30T09:00:00.000Z';
const visit: Visit = {
  startsAt: '2026-12-01T09:00:00.000Z',
  durationMinutes: 90,
  plannedAt: now,
  sequence: 0,
};
const base = aLead({ stage: 'site-visit', visit });

function invited(lead: Lead = base, kind: 'confirmation' | 'reminder' = 'confirmation', at = now) {
  const mail = visitInvitation({ lead, company, now: at, kind, stopUrl });
  return { ...mail, flat: mail.text.replace(/\s+/g, ' '), event: readCalendar(mail.calendar?.content ?? '') };
}

function noticed(lead: Lead = base, kind: 'confirmation' | 'reminder' = 'confirmation', at = now) {
  const mail = ownerVisitNotice({ lead, company, now: at, kind, actions, viewUrl });
  return { ...mail, flat: mail.text.replace(/\s+/g, ' '), event: readCalendar(mail.calendar?.content ?? '') };
}

const on = (changes: Partial<Visit>) => aLead({ ...base, visit: { ...visit, ...changes } });

describe('the mail about a visit to the customer', () => {
  test('says when, how long and where', () => {
    const mail = invited();
    expect(mail.subject).toBe('Ihr Termin: Besichtigung Di, 1.12., 10:00 Uhr [7K2M9QX4TD]');
    for (const fact of [
      'Dienstag, 1. Dezember 2026, 10:00 Uhr',
      'etwa 1 Stunde 30 Minuten',
      'Lindenweg 7, 80331 München',
    ])
      expect([mail.flat.includes(fact), seen(mail.html).includes(fact)]).toEqual([true, true]);
  });

  test('reminds with the word that counts on the day before', () => {
    const mail = invited(base, 'reminder', dayBefore);
    expect(mail.subject).toBe('Morgen 10:00: Besichtigung, Lindenweg 7 [7K2M9QX4TD]');
    expect(mail.flat).toContain('wir erinnern Sie an unseren Termin');
  });

  test('says "today" on the day itself, by the clock of the business', () => {
    const justAfterMidnightInBerlin = '2026-11-30T23:30:00.000Z';
    expect(invited(base, 'reminder', justAfterMidnightInBerlin).subject).toContain('Heute 10:00:');
  });

  test('says that the date has changed if it has', () => {
    const moved = aLead({
      ...on({ sequence: 1 }),
      visitTold: { startsAt: '2026-11-30T09:00:00.000Z', number: 1 },
    });
    expect(invited(moved).subject).toMatch(/^Neuer Termin/);
    expect(invited(moved).flat).toContain('hat sich geändert');
    expect(invited().flat).not.toContain('geändert');
  });

  const first = {
    mail: 'visit-confirmation',
    number: 1,
    key: 'visit#visit-confirmation#1',
    at: now,
  } as const;
  test.each<[string, LeadEvent[], RegExp]>([
    ['was never told of any', [], /^Ihr Termin/],
    ['could not be told of it', [{ ...first, type: 'mail-rejected', by: 'system' }], /^Ihr Termin/],
    [
      'was told of it by an earlier release',
      [{ ...first, type: 'follow-up-sent', by: 'system' }],
      /^Neuer Termin/,
    ],
    ['was perhaps told of it', [{ ...first, type: 'mail-uncertain', by: 'system' }], /^Neuer Termin/],
  ])('of a date that replaces another, to a customer who %s', (_, events, subject) => {
    const lead = aLead({ ...on({ sequence: 2 }), timeline: [...base.timeline, ...events] });
    expect(invited(lead).subject).toMatch(subject);
  });

  test('asks for the address if nobody knows it', () => {
    const lead = aLead({
      ...base,
      contact: { name: 'Erika Muster', email: 'e@example.org', language: 'de' },
    });
    const mail = invited(lead);
    expect(mail.flat).toContain('Ihre Adresse kennen wir noch nicht');
    expect(mail.event).not.toHaveProperty('LOCATION');
    expect(invited().flat).not.toContain('kennen wir noch nicht');
  });

  test('is in English for those who want that', () => {
    const lead = aLead({ ...base, contact: { ...base.contact, language: 'en' } });
    const mail = invited(lead, 'reminder', dayBefore);
    expect(mail.subject).toBe('Tomorrow 10:00: Our visit, Lindenweg 7 [7K2M9QX4TD]');
    expect(mail.event.SUMMARY).toBe('Visit: Muster Haustechnik');
  });

  test('is not written about a visit that is not planned', () => {
    expect(() => invited(aLead())).toThrow('no visit');
    expect(() => noticed(aLead())).toThrow('no visit');
  });
});

describe('the entry in the calendar', () => {
  test.each([
    ['in winter', '2026-12-01T09:00:00.000Z', '20261201T090000Z', '20261201T103000Z'],
    ['in summer', '2027-07-01T08:00:00.000Z', '20270701T080000Z', '20270701T093000Z'],
    [
      'over the hour that is skipped in spring',
      '2027-03-28T00:30:00.000Z',
      '20270328T003000Z',
      '20270328T020000Z',
    ],
    [
      'over the hour that comes twice in autumn',
      '2026-10-25T00:30:00.000Z',
      '20261025T003000Z',
      '20261025T020000Z',
    ],
  ])('is at the right moment %s', (_when, startsAt, start, end) => {
    for (const { event } of [invited(on({ startsAt })), noticed(on({ startsAt }))]) {
      expect(event.DTSTART).toBe(start);
      expect(event.DTEND).toBe(end);
    }
  });

  test('is moved and not doubled by a new date: same id, higher sequence', () => {
    const first = invited();
    const second = invited(on({ startsAt: '2026-12-02T13:00:00.000Z', sequence: 1 }));
    expect(second.event.UID).toBe(first.event.UID);
    expect([first.event.SEQUENCE, second.event.SEQUENCE]).toEqual(['0', '1']);
  });

  test('keeps its id from the confirmation to the reminder, and shares it with no other request', () => {
    expect(invited(base, 'reminder', dayBefore).event.UID).toBe(invited().event.UID);
    expect(invited(aLead({ ...base, id: '8K2M9QX4TD' })).event.UID).not.toBe(invited().event.UID);
  });

  test('depends on nothing but what it is told: twice the same is the same', () => {
    expect(invited().calendar).toEqual(invited().calendar);
    expect(invited().event.DTSTAMP).toBe('20261125T100000Z');
  });

  test('invites the customer in the name of the business, at the place, without asking for an answer', () => {
    const { calendar, event } = invited();
    expect(calendar?.method).toBe('REQUEST');
    expect(event.METHOD).toBe('REQUEST');
    expect(event.SUMMARY).toBe('Besichtigung: Muster Haustechnik');
    expect(event.LOCATION).toBe('Lindenweg 7, 80331 München');
    expect(event.ORGANIZER).toBe('mailto:anfrage@muster-haustechnik.example');
    expect(event.ATTENDEE?.toLowerCase()).toBe('mailto:erika.muster@example.org');
    expect(calendar?.content.replace(/\r\n /g, '')).toContain('RSVP=FALSE');
    expect(event.DESCRIPTION).toContain(company.phone);
  });

  test("is the owner's own: published, with the customer's number, apart from the customer's entry", () => {
    const { calendar, event } = noticed();
    expect(calendar?.method).toBe('PUBLISH');
    expect(event.METHOD).toBe('PUBLISH');
    expect(event).not.toHaveProperty('ATTENDEE');
    expect(event.SUMMARY).toBe('Besichtigung: Erika Muster, München');
    expect(event.DESCRIPTION).toContain('089 / 123 45 67');
    expect(event.UID).not.toBe(invited().event.UID);
  });

  test('survives the mail', async () => {
    const { subject, text, html, calendar } = invited();
    const mime = await composeMime({
      from: { name: 'Muster Haustechnik', address: company.mail.from },
      to: ['erika.muster@example.org'],
      replyTo: company.mail.replyTo,
      subject,
      text,
      html,
      headers: {},
      calendar,
      at: now,
    });
    const parsed = await simpleParser(Buffer.from(mime));
    const file = parsed.attachments.find(({ filename }) => filename === 'termin.ics');
    expect(file?.content.toString('utf8')).toBe(calendar?.content);
    expect(parsed.subject).toBe(subject);
    expect(parsed.text).toBe(text);
  });
});

describe('the mail about a visit to the owner', () => {
  test('says who, when and where, with the call and the map one tap away', () => {
    const mail = noticed();
    expect(mail.subject).toBe('Besichtigung Di, 1.12., 10:00 Uhr: Erika Muster, München [7K2M9QX4TD]');
    expect(links(mail.html)).toContain('tel:+49891234567');
    expect(links(mail.html)).toContain(
      'https://www.google.com/maps/search/?api=1&query=Lindenweg%207%2C%2080331%20M%C3%BCnchen',
    );
    for (const { url } of actions) expect(links(mail.html)).toContain(url);
    expect(mail.flat).toContain('> Wir möchten unser Bad erneuern');
  });

  test('reminds the day before', () => {
    expect(noticed(base, 'reminder', dayBefore).subject).toBe(
      'Morgen 10:00: Erika Muster, Lindenweg 7 [7K2M9QX4TD]',
    );
  });

  test('says that the address is missing', () => {
    const lead = aLead({ ...base, contact: { name: 'Erika Muster', phone: '089 1234567', language: 'de' } });
    expect(noticed(lead).flat).toContain('unbekannt – bitte erfragen');
  });
});
