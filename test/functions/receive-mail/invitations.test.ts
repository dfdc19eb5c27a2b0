/** What calendars answer to the invitation to a visit. */
import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { erika, load, receive, withErika } from './a-mailbox.ts';

const calendar = (status: string, more = '', method = 'REPLY') =>
  [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${status};CN=Erika Muster:mailto:${erika}`,
    'UID:{UID}',
    'DTSTART:20261126T130000Z',
    more,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .filter(Boolean)
    .join('\n');

function answer(text: string, uid: string, headers: Record<string, string>): Buffer {
  const method = /METHOD:(\w+)/.exec(text)?.[1] ?? '';
  return aRawMail({
    headers: {
      From: `Erika Muster <${erika}>`,
      Subject: 'Termin: Besichtigung durch Muster Haustechnik',
      'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
      ...headers,
    },
    text: text.replace('{UID}', uid),
  });
}

async function answered(text: string, headers: Record<string, string> = {}, uid?: string) {
  const { world, lead, address } = await withErika();
  const to = uid === undefined ? { To: address } : {};
  const record = await receive(world, answer(text, uid ?? 'x', { ...to, ...headers }));
  const news = (await load(world, lead.id)).timeline.slice(lead.timeline.length);
  return { record, lead, news, open: (await world.leads.listOpen()).length };
}

describe('an answer of a calendar', () => {
  test('that accepts is noted: the visit stands, and nobody has to do anything', async () => {
    const { record, news, lead } = await answered(calendar('ACCEPTED'));
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
    expect(news).toMatchObject([{ type: 'mail-noted', what: 'accepted', text: 'Zugesagt' }]);
  });

  test("that accepts, with words beside, is the owner's turn", async () => {
    const { news } = await answered(calendar('ACCEPTED', 'COMMENT:Bitte im Hof parken'));
    expect(news).toMatchObject([{ type: 'customer-replied', text: 'Zugesagt\n\nBitte im Hof parken' }]);
  });

  test.each([
    [calendar('DECLINED'), /^Abgelehnt/],
    [calendar('TENTATIVE'), /^Mit Vorbehalt/],
    [calendar('NEEDS-ACTION', '', 'COUNTER'), /^Anderer Termin vorgeschlagen: .*26\.11\..*14:00/],
  ])("that does not accept is the owner's turn", async (text, said) => {
    const { news, open } = await answered(text);
    expect(news).toMatchObject([{ type: 'customer-replied', text: expect.stringMatching(said) }]);
    expect(open).toBe(1);
  });

  test('finds its request by the visit, if the customer answers', async () => {
    const { lead } = await withErika();
    const { record, news } = await answered(calendar('DECLINED'), {}, `${lead.id}-visit@muster.nachfass`);
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
    expect(news).toMatchObject([{ type: 'customer-replied' }]);
  });

  test('of a stranger who knows the id of a visit changes nothing and makes no lead', async () => {
    const { lead } = await withErika();
    const { record, news, open } = await answered(
      calendar('DECLINED'),
      { From: 'Bernd Fremd <bernd@elsewhere.test>' },
      `${lead.id}-visit@muster.nachfass`,
    );
    expect(record).toMatchObject({ outcome: 'auto-reply-noted', reason: 'calendar' });
    expect(news).toEqual([]);
    expect(open).toBe(1);
  });
});
