import type { MailFiles } from '../../domain/ports/mail-files.ts';
import type { Moment } from '../../domain/time/moment.ts';

export interface MemoryMailFiles extends MailFiles {
  /** What the receiving server does. */
  keep(deliveryId: string, raw: Uint8Array, at: Moment): void;
}

/** Raw mails and their files in memory. */
export function memoryMailFiles(): MemoryMailFiles {
  const mails = new Map<string, { raw: Uint8Array; at: Moment }>();
  const files = new Map<string, Uint8Array>();
  const filePath = (deliveryId: string, index: number) => `${deliveryId}/${index}`;

  return {
    keep(deliveryId, raw, at) {
      mails.set(deliveryId, { raw: Uint8Array.from(raw), at });
    },
    async load(deliveryId) {
      const mail = mails.get(deliveryId);
      return mail && Uint8Array.from(mail.raw);
    },
    async listSince(from) {
      return [...mails]
        .filter(([, { at }]) => at >= from)
        .map(([deliveryId, { at }]) => ({ deliveryId, at }))
        .toSorted((one, other) => (one.at < other.at ? -1 : 1));
    },
    async keepFile(deliveryId, { index, content }) {
      files.set(filePath(deliveryId, index), Uint8Array.from(content));
    },
    async rawLink(deliveryId) {
      return `memory:///mail/${deliveryId}`;
    },
    async fileLink(deliveryId, { index }) {
      return `memory:///files/${filePath(deliveryId, index)}`;
    },
    async remove(deliveryId) {
      mails.delete(deliveryId);
      for (const name of files.keys()) if (name.startsWith(`${deliveryId}/`)) files.delete(name);
    },
  };
}
