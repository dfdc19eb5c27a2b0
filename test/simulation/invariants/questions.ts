/** What a customer has said he is not asked. */
import { wordsOf } from '../../../domain/lead/merging.ts';
import { type Topic, topics, topicsSaidIn } from '../people/facts.ts';
import { type Invariant, leadsIn } from './invariant.ts';
import { isToCustomer } from './mails.ts';

/** How our mails ask. */
const questions: Readonly<Record<Topic, RegExp>> = {
  what: /Was soll gemacht werden\?/,
  when: /Bis wann soll es fertig sein\?/,
  budget: /Welchen Betrag haben Sie/,
  phone: /fehlt Ihre Telefonnummer/,
  address: /Ihre Adresse kennen wir noch nicht/,
};

/** What comes in while our mail is being written is entered behind it, and says that it came before. */
const minute = 60_000;

export const askedOnce: Invariant = {
  name: 'askedOnce',
  says: 'Nobody is asked what he said, and no repair what it may cost.',
  when: 'mail',
  *check(sent, seen) {
    const { leadId, key, begunMs, mail } = sent;
    if (leadId === undefined || !isToCustomer(sent, seen)) return;
    const text = mail.text.replace(/\s+/g, ' ');
    const topicsAsked = topics.filter((topic) => questions[topic].test(text));
    if (topicsAsked.length === 0) return;
    const lead = leadsIn(seen.cloud).find(({ id }) => id === leadId);
    if (!lead) return;
    if (lead.request.kind === 'repair' && topicsAsked.includes('budget')) {
      yield `${key} of ${leadId}, a repair, asks what it may cost`;
    }
    const known = lead.timeline.filter(
      ({ type, at }) => Date.parse(at) < begunMs - (type === 'captured' ? 0 : minute),
    );
    const texts = wordsOf({ timeline: known }).flatMap((words) => [
      words.text ?? '',
      words.request?.message ?? '',
    ]);
    const said = new Set(texts.flatMap(topicsSaidIn));
    for (const topic of topicsAsked) {
      if (said.has(topic)) yield `${key} of ${leadId} asks for the ${topic}, which its customer had said`;
    }
  },
};
