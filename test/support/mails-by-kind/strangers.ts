/** People who are not the customer, and write in the customer's thread. */

import {
  addressHeader,
  answered,
  bodyOf,
  type Expected,
  type Kind,
  mailbox,
  newRequest,
  pairs,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
  type Thread,
} from './a-kind.ts';

const stranger = { name: 'Vinzenz Obermaier', email: 'vinzenz@nachbar.example' };

interface Said {
  readonly text: string;
  readonly phoneE164?: string;
  readonly emergency?: true;
}

const wants: readonly Said[] = [
  {
    text: 'Frau Muster hat Sie empfohlen. Ich hätte gern auch ein Angebot für mein Bad, Tel. 0171 55501555.',
    phoneE164: '+4917155501555',
  },
  {
    text: 'Meine Schwiegermutter gab mir Ihre Adresse. Könnten Sie bei uns die Heizung warten? Ahornweg 3, Freising.',
  },
  { text: 'Bei mir ist gerade ein Rohrbruch, bitte kommen Sie sofort in den Ahornweg 3!', emergency: true },
];

const speaks: readonly Said[] = [
  { text: 'Ich schreibe für meine Frau: Das Angebot nehmen wir an.' },
  { text: 'Hier der Mann von Erika Muster, Donnerstag um 10 passt uns.' },
];

/** How the thread came to him. */
const ways = ['answers', 'forwards', 'by References only'] as const;

const ourMail = `Guten Tag,\n\nhaben Sie noch Fragen zu unserem Angebot?\n\nMartin Muster\nTel. +49 89 1234560`;

function ofStranger(
  [{ text }, way]: readonly [Said, (typeof ways)[number]],
  who: 'wish' | 'word',
  index: number,
  { messageId, subject, address, customer }: Thread,
  expected: Expected,
): SentMail {
  const quoted = ourMail.replaceAll(/^/gm, '> ');
  const below =
    way === 'forwards'
      ? `Von: Muster Haustechnik <${mailbox}>\nGesendet: Freitag, 20. November 2026 09:12\nAn: ${customer.email}\nBetreff: ${subject}\n\n${ourMail}`
      : `Am 20.11.2026 um 09:12 schrieb Muster Haustechnik:\n${quoted}`;
  return sentMail({
    from: `From: ${addressHeader(stranger.name, stranger.email)}`,
    to: `To: ${way === 'by References only' ? mailbox : address}`,
    subject: subjectHeader(`${way === 'answers' || who === 'word' ? 'AW' : 'WG'}: ${subject}`, index),
    messageId: `${who}-${index}@nachbar.example`,
    more: [`References: <${messageId}>`, ...(way === 'answers' ? [`In-Reply-To: <${messageId}>`] : [])],
    body: bodyOf(`${text}\n\n${stranger.name}\n\n${below}`, index % 2),
    envelopeFrom: stranger.email,
    description: `"${text}", ${way}`,
    expected,
  });
}

const wanting = pairs(wants, ways);

function wish(index: number, thread: Thread): SentMail {
  const said = pick(wanting, index);
  const [{ text, phoneE164, emergency = false }] = said;
  return ofStranger(said, 'wish', index, thread, {
    ...newRequest,
    contact: { ...stranger, phoneE164: phoneE164 ?? null },
    says: [text],
    emergency,
    linked: true,
  });
}

const speaking = pairs(speaks, ['answers', 'by References only'] as const);

function word(index: number, thread: Thread): SentMail {
  const said = pick(speaking, index);
  const [{ text }] = said;
  return ofStranger(said, 'word', index, thread, {
    ...answered,
    says: [text],
  });
}

export const strangers: readonly Kind[] = [
  {
    name: 'a stranger in a thread who wants something himself has a request of his own',
    count: wanting.length,
    write: wish,
  },
  {
    name: 'a stranger who speaks for the customer has answered for him',
    count: speaking.length,
    write: word,
  },
];
