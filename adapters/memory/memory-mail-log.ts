import { type MailLog, type MailRecord, replacedFates } from '../../domain/ports/mail-log.ts';

/** The mail log in memory. */
export function memoryMailLog(): MailLog {
  const records = new Map<string, MailRecord>();
  const mailOfMessage = new Map<string, { leadId: string; key: string }>();

  const recordKey = (leadId: string, key: string) => `${leadId}#${key}`;
  const byClaim = (left: MailRecord, right: MailRecord) =>
    left.claimedAt < right.claimedAt ? -1 : left.claimedAt > right.claimedAt ? 1 : 0;
  const list = (wanted: (record: MailRecord) => boolean) =>
    [...records.values()]
      .filter(wanted)
      .toSorted(byClaim)
      .map((record) => ({ ...record }));

  return {
    async claim({ leadId, key, to }, at) {
      const name = recordKey(leadId, key);
      const first = records.get(name);
      if (first) return { ...first };
      records.set(name, { leadId, key, to, state: 'claimed', claimedAt: at });
      return 'claimed';
    },
    async markSent(leadId, key, messageId, at) {
      const name = recordKey(leadId, key);
      const record = records.get(name);
      if (!record) throw new Error(`Mail ${key} of lead ${leadId} was never claimed`);
      mailOfMessage.set(messageId, { leadId, key });
      records.set(name, { ...record, state: 'sent', sentAt: at, messageId });
    },
    async release(leadId, key) {
      const name = recordKey(leadId, key);
      if (records.get(name)?.state === 'claimed') records.delete(name);
    },
    async list(leadId) {
      return list((record) => record.leadId === leadId);
    },
    async listUnsettled() {
      return list((record) => record.state === 'claimed');
    },
    async findLead(messageId) {
      return mailOfMessage.get(messageId)?.leadId;
    },
    async recordFate(messageId, fate) {
      const mail = mailOfMessage.get(messageId);
      const record = mail && records.get(recordKey(mail.leadId, mail.key));
      if (!record) return undefined;
      const { leadId, key, to } = record;
      if (record.fate === undefined || replacedFates[fate].includes(record.fate))
        records.set(recordKey(leadId, key), { ...record, fate });
      return { leadId, key, to };
    },
  };
}
