import type { IntakeLog, IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { Moment } from '../../domain/time/moment.ts';

const senderWindowMillis = 2 * 60 * 60_000;
const answerWindowMillis = 24 * 60 * 60_000;

/** The outcomes of incoming mails in memory. */
export function memoryIntakeLog(): IntakeLog {
  const records = new Map<string, IntakeRecord>();
  const contents = new Map<string, string>();
  const senders = new Map<string, Map<string, Moment>>();
  const answers = new Map<string, { leadId: string; at: Moment }>();

  return {
    async find(deliveryId) {
      const record = records.get(deliveryId);
      return record && structuredClone(record);
    },
    async record(record) {
      if (!records.has(record.deliveryId)) records.set(record.deliveryId, structuredClone(record));
    },
    async listSince(from) {
      return [...records.values()]
        .filter(({ receivedAt }) => receivedAt >= from)
        .toSorted((one, other) => (sortText(one) < sortText(other) ? -1 : 1))
        .map((record) => structuredClone(record));
    },
    async claimContent(contentKey, deliveryId) {
      const first = contents.get(contentKey) ?? deliveryId;
      contents.set(contentKey, first);
      return first;
    },
    async countSender(sender, deliveryId, at) {
      const seen = senders.get(sender) ?? new Map<string, Moment>();
      if (!seen.has(deliveryId)) seen.set(deliveryId, at);
      senders.set(sender, seen);
      return [...seen.values()].filter((moment) => isWithin(moment, at, senderWindowMillis)).length;
    },
    async claimAnswer(sender, leadId, at) {
      const last = answers.get(sender);
      if (last && last.leadId !== leadId && isWithin(last.at, at, answerWindowMillis)) return false;
      if (last?.leadId !== leadId) answers.set(sender, { leadId, at });
      return true;
    },
  };
}

const sortText = ({ receivedAt, deliveryId }: IntakeRecord): string => `${receivedAt}#${deliveryId}`;

const isWithin = (moment: Moment, at: Moment, millis: number): boolean =>
  Math.abs(Date.parse(at) - Date.parse(moment)) < millis;
