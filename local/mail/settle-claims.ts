/**
 * What a killed process left behind: mails it had claimed and not marked. Here, unlike with SES, it can be looked up
 * whether they went out, and nobody else can be sending them now. So each is marked or given back before anything runs,
 * and none is lost, doubled or uncertain.
 */
import { mailOfKey } from '../../domain/lead/late-mails.ts';
import type { DigestLog } from '../../domain/ports/digest-log.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { Mailbox } from './mailbox.ts';

/** Of the mails about what is due on one day. */
const chaseNumbers = [1, 2, 3];

interface Logs {
  readonly mailLog: Pick<MailLog, 'listUnsettled' | 'markSent' | 'release'>;
  readonly digestLog: Pick<DigestLog, 'find' | 'markSent' | 'release'>;
  readonly mailbox: Pick<Mailbox, 'findByKey'>;
}

/**
 * @param today the local date of the business.
 * @param people keys of those who have lists of their own.
 */
export async function settleClaims(
  { mailLog, digestLog, mailbox }: Logs,
  today: string,
  people: readonly string[] = [],
): Promise<void> {
  for (const { leadId, key, to, state, claimedAt } of await mailLog.listUnsettled()) {
    // It only waits to be entered, which the reconciler does as in the cloud.
    if (state === 'sent') continue;
    const mail = mailbox.findByKey(`${leadId}/${key}`);
    const awaitsEntry = mailOfKey(key, to) !== undefined;
    if (mail) await mailLog.markSent(leadId, key, mail.id, claimedAt, { awaitsEntry });
    else await mailLog.release({ leadId, key, claimedAt });
  }

  const chases = chaseNumbers.map((number) => `${today}-${number}`);
  const own = people.map((key) => `-${key}`);
  const digests = [today, ...own.map((key) => `${today}-0${key}`)];
  const lists = [...digests, ...chases.flatMap((name) => [name, ...own.map((key) => name + key)])];
  for (const name of lists) {
    const list = await digestLog.find(name);
    if (!list || list.sentAt !== undefined) continue;
    if (mailbox.findByKey(`${digests.includes(name) ? 'digest' : 'chases'}/${name}`))
      await digestLog.markSent(name, list.claimedAt);
    else await digestLog.release(name);
  }
}
