/** What messengers tell of messages that we sent: that they arrived, were read, or were written here. Nobody asks for anything. */
import { recogniseRole } from './field-names.ts';
import type { Field } from './form-fields.ts';
import { squeeze } from './form-sender.ts';

const events =
  /^(?:event|eventtype|eventname|type|topic|typewebhook|status|state|messagestatus|smsstatus|deliverystatus|ack|ackname|updatetype|notificationtype)$/;
const eventNames = /^(?:event|eventtype|eventname|type|topic|typewebhook)$/;
/** Of a message that was sent, whoever reports it. */
const reports =
  /^(?:(?:message|messages|sms|mms|mail|email|whatsapp|wa|msg|outgoing|outbound)*)(?:delivered|delivery|deliveryreport|deliveryreceipt|delivered?status|read|readreceipt|seen|sent|sending|queued|accepted|enqueued|failed|undelivered|undeliverable|ack|acknowledged|server|device|played|statusupdated?|status|statuses|update|updated|echo|open|opened|uniqueopened|firstopening|click|clicked|bounce|bounced|hardbounce|softbounce|dropped|processed|deferred|request|unsubscribed?)$/;
/** They need a message that they are about: forms have a status as well. */
const messageIds =
  /^(?:messageid|messagesid|smssid|smsmessagesid|wamid|msgid|messageuuid|sgmessageid|smtpid|recipientid|mid)$/;
/** A message of ours, told by whatever sent it. */
const flags = /^(?:(?:is)?fromme|isecho|echo|selfmsg|isself|isoutgoing|issentbyme)$/;
const outgoing = /^(?:out|outbound|outgoing|outboundapi|outboundreply|outboundcall|sent|ausgehend)$/;
const directions = /^(?:direction|messagedirection|messagetype|richtung)$/;

const nameOf = ({ path }: Field): string => squeeze(path.findLast((part) => !/^\d+$/.test(part)) ?? '');

/** Does the body tell of nothing but messages of ours? */
export function isOfOurMessages(fields: readonly Field[]): boolean {
  const named = fields
    .filter(({ value }) => value.trim() !== '')
    .map((field) => ({ field, name: nameOf(field) }));
  const says = (names: RegExp, values: RegExp) =>
    named.some(({ field, name }) => names.test(name) && values.test(squeeze(field.value)));
  // A history holds ours and the customer's.
  const saysAlways = (names: RegExp, values: RegExp) =>
    says(names, values) &&
    named.every(({ field, name }) => !names.test(name) || values.test(squeeze(field.value)));
  if (saysAlways(flags, /^(?:true|1)$/) || saysAlways(directions, outgoing)) return true;
  if (says(/^typewebhook$/, /^outgoing/) || says(/^event$/, /^messageechoes?$/)) return true;
  const isIn = (group: RegExp) =>
    fields.some(({ path }) => path.slice(0, -1).some((part) => group.test(part)));
  if (isIn(/^statuses$/i)) return !isIn(/^messages?$/i);
  const isWritten = named.some(
    ({ field, name }) => saidBy.has(recogniseRole(name)) && !events.test(name) && field.value !== '',
  );
  if (isWritten) return false;
  const isAboutMessage = named.some(({ name }) => messageIds.test(name));
  return (isAboutMessage && says(events, reports)) || says(eventNames, reportsOfMessages);
}

/** Who says what he wants, or who he is. */
const saidBy: ReadonlySet<string | undefined> = new Set([
  'message',
  'name',
  'firstName',
  'lastName',
  'address',
]);

/** They say themselves that they are about a message. */
const reportsOfMessages =
  /^(?:message|messages|sms|mms|mail|email|whatsapp|msg)(?:delivered|delivery|deliveryreport|read|seen|sent|failed|ack|status|statuses|statusupdated?|update|updated|echo|opened|clicked|bounced|receipt)$/;
