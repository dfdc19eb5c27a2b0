/** Mails that a server wraps up to pass them on: the person's mail hangs inside. */

import { fullName } from '../german-people.ts';
import { headerText } from '../written-mime.ts';
import {
  attachedMail,
  bodyOf,
  customers,
  fromHeader,
  type Kind,
  mixed,
  newRequest,
  pairs,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
} from './a-kind.ts';
import { matters, signed } from './marked-mails.ts';

interface Wrapper {
  readonly name: string;
  readonly headers: readonly string[];
  /** What stands beside the wrapped mail. */
  readonly note: (email: string, subject: string) => string;
  readonly envelopeFrom: string;
}

const exchange = 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@muster.onmicrosoft.example';

const wrappers: readonly Wrapper[] = [
  {
    name: 'journal of Microsoft 365',
    headers: [
      `From: Microsoft Outlook <${exchange}>`,
      `Sender: <${exchange}>`,
      'X-MS-Journal-Report: ',
      'Auto-Submitted: auto-generated',
      'X-MS-Exchange-Generated-Message-Source: Journal Agent',
    ],
    note: (email, subject) =>
      `Sender: ${email}\nSubject: ${subject}\nMessage-Id: <inner@kunde.example>\nTo: info@muster-haustechnik.example`,
    envelopeFrom: '',
  },
  {
    name: 'rule that forwards as attachment',
    headers: [
      'From: Muster Haustechnik Info <info@muster-haustechnik.example>',
      'X-MS-Exchange-Inbox-Rules-Loop: info@muster-haustechnik.example',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
    ],
    note: () => '',
    envelopeFrom: 'info@muster-haustechnik.example',
  },
];

const all = pairs(wrappers, matters);

function journal(index: number): SentMail {
  const [wrapper, matter] = pick(all, index);
  const person = pick(customers, index);
  const name = fullName(person);
  const body = bodyOf(`Guten Tag,\n\n${matter.text}\n\n${signed(person, name)}`, index);
  const inner = [
    fromHeader(person, index),
    'To: info@muster-haustechnik.example',
    `Subject: ${headerText(matter.subject, 'utf-8', 'q')}`,
    'Message-ID: <inner@kunde.example>',
  ];
  return sentMail({
    from: wrapper.headers,
    subject: subjectHeader(matter.subject, index),
    messageId: `journal-${index}@muster.onmicrosoft.example`,
    body: mixed([bodyOf(wrapper.note(person.email, matter.subject)), attachedMail(inner, body)]),
    envelopeFrom: wrapper.envelopeFrom,
    description: `"${matter.subject}" in a ${wrapper.name}`,
    expected: {
      ...newRequest,
      contact: { name, email: person.email, phoneE164: person.phoneE164 },
      says: matter.text.split('\n'),
      emergency: matter.emergency,
    },
  });
}

export const journals: readonly Kind[] = [
  { name: 'a request that a server wraps up is a lead of who wrote it', count: all.length, write: journal },
];
