/** Numbers as messengers and telephone services write them: with the code of the country, without a plus. */
import { phoneE164 } from './contact-data.ts';
import { squeeze } from './form-sender.ts';

/** A look at no cost: most answers are none. */
const anyNumber = /^(?:whatsapp:|tel:)?\+?\d{9,15}(?:$|[:@])/i;
const ofMessenger = /^(?:(?:whatsapp|tel):)\+?(\d{9,15})$|^(\d{9,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i;

/** Names of numbers that any country may stand in front of, squeezed. */
const alwaysNumbers = new Set(['waid', 'msisdn', 'phonemsisdn', 'whatsappid', 'whatsappnumber', 'wanumber']);
/** Under these stands a number, a name, or what sent the form. */
const senders = new Set(
  'from sender caller callerid callernumber fromnumber sendernumber sendermsisdn absender anrufer author contact remotejid'.split(
    ' ',
  ),
);
/** Of those who have businesses here, as `phoneE164` reads them. */
const withCode = /^(?:4[39]\d{10,13}|41\d{9})$/;
/** Whom it was written to. */
const receiver = /^(?:to|recipient|receiver|empfaenger|me|self|instance|business|host|display)/;

/**
 * @param path of the answer: its name, and the groups it stands in.
 * @returns the number as it is dialled from anywhere; `undefined`: it is none, or not the sender's.
 */
export function numberOfSender(path: readonly string[], value: string): string | undefined {
  const text = value.trim();
  if (!anyNumber.test(text)) return undefined;
  const [group = '', last = ''] = ['', ...path].slice(-2).map((part) => squeeze(part));
  const called = last === 'id' ? group : last;
  if (receiver.test(called)) return undefined;
  const [, marked, jid] = ofMessenger.exec(text) ?? [];
  const named =
    alwaysNumbers.has(called) || (senders.has(called) && withCode.test(text))
      ? /^\d+$/.exec(text)?.[0]
      : undefined;
  const digits = marked ?? jid ?? named;
  return digits === undefined ? undefined : phoneE164(`+${digits}`, 'DE');
}
