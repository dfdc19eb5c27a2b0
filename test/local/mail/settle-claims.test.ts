import { expect, test } from 'vitest';
import { tableDigestLog } from '../../../adapters/table/digest-log.ts';
import { tableMailLog } from '../../../adapters/table/mail-log.ts';
import type { MailEntry } from '../../../local/mail/mailbox.ts';
import { settleClaims } from '../../../local/mail/settle-claims.ts';
import { aSqliteTable } from '../../support/sqlite.ts';

const at = '2026-11-23T09:00:00.000Z';
const today = '2026-11-23';
const leadId = '7K2M9QX4TD';

/** Mails that went out, by their keys. */
const mailboxOf = (ids: Readonly<Record<string, string>>) => ({
  findByKey: (mailKey: string): MailEntry | undefined =>
    ids[mailKey] === undefined ? undefined : { number: 1, id: ids[mailKey], at, mailKey },
});

test('a claim whose mail went out is marked with the id it went out under; the other is given back', async () => {
  const mailLog = tableMailLog(aSqliteTable());
  await mailLog.claim({ leadId, key: 'g1#acknowledgement#1', to: 'customer' }, at);
  await mailLog.claim({ leadId, key: 'g1#new-lead-alert#1', to: 'owner' }, at);
  const mailbox = mailboxOf({ [`${leadId}/g1#acknowledgement#1`]: '0107-a', 'X/other': '0107-b' });
  await settleClaims({ mailLog, digestLog: tableDigestLog(aSqliteTable()), mailbox }, today);
  // What went out waits to be entered into its lead, also after one more start.
  await settleClaims({ mailLog, digestLog: tableDigestLog(aSqliteTable()), mailbox: mailboxOf({}) }, today);
  expect(await mailLog.listUnsettled()).toMatchObject([{ key: 'g1#acknowledgement#1', state: 'sent' }]);
  expect(await mailLog.list(leadId)).toEqual([
    expect.objectContaining({ key: 'g1#acknowledgement#1', state: 'sent', messageId: '0107-a' }),
  ]);
  expect(await mailLog.findLead('0107-a')).toBe(leadId);
  expect(await mailLog.claim({ leadId, key: 'g1#new-lead-alert#1', to: 'owner' }, at)).toBe('claimed');
});

test('so is the digest of today', async () => {
  const sent = tableDigestLog(aSqliteTable());
  await sent.claim(today, at, []);
  await settleClaims(
    {
      mailLog: tableMailLog(aSqliteTable()),
      digestLog: sent,
      mailbox: mailboxOf({ [`digest/${today}`]: '0107-c' }),
    },
    today,
  );
  expect(await sent.find(today)).toMatchObject({ sentAt: at });

  const lost = tableDigestLog(aSqliteTable());
  await lost.claim(today, at, []);
  await settleClaims(
    { mailLog: tableMailLog(aSqliteTable()), digestLog: lost, mailbox: mailboxOf({}) },
    today,
  );
  expect(await lost.claim(today, at, [])).toBe(true);
});
