/** Hundreds of mails as the field sends them, received as they come: what became of each, and of nothing else. */

import { describe, expect, test } from 'vitest';
import { follow, sentTo } from '../functions/receive-mail/a-mailbox.ts';
import { calendarAnswers } from '../support/mails-by-kind/calendar-answers.ts';
import { kindsOfMail, mailsOfKind } from '../support/mails-by-kind/mails-by-kind.ts';
import { afterTheFirstReminder, anOpenRequest, faultsOf } from '../support/mails-by-kind/what-came.ts';

describe.each(kindsOfMail)('$name', (kind) => {
  const stage = calendarAnswers.includes(kind) ? 'site-visit' : 'quoted';
  test.each(Array.from({ length: kind.count }, (_, index) => index))('mail %i', async (index) => {
    const request = await anOpenRequest(stage);
    const mail = kind.write(index, request.thread);
    const faults = await faultsOf(mail, request);
    const { description, raw } = mail;
    expect(faults, `${description}:\n${faults.join('\n')}\n\n${raw.toString('utf8')}\n`).toEqual([]);
  });
});

test('without a mail in between the customer would be reminded', async () => {
  const { world, lead, thread } = await anOpenRequest();
  world.clock.set(afterTheFirstReminder);
  await follow(world, lead.id);
  expect(sentTo(world, thread.customer.email)).toHaveLength(1);
});

test('the mails are a pure function of their number, and no two are the same', async () => {
  const { thread } = await anOpenRequest();
  const raw = () =>
    kindsOfMail.flatMap((kind) => mailsOfKind(kind, thread)).map((mail) => mail.raw.toString('latin1'));
  const once = raw();
  expect(raw()).toEqual(once);
  expect(new Set(once).size).toBe(once.length);
  expect(once.length).toBeGreaterThan(600);
});
