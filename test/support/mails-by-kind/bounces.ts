/** Mails that came back, by what they name of ours, and people who only tell of one. */

import { fullName } from '../german-people.ts';
import {
  bodyOf,
  customers,
  type Expected,
  fromHeader,
  type Kind,
  mailbox,
  mixed,
  newRequest,
  pairs,
  part,
  pick,
  type SentMail,
  sentMail,
  subjectHeader,
  type Thread,
} from './a-kind.ts';
import { permanent, type Server, transient } from './bounce-servers.ts';

/** What the returned mail shows of ours. */
const namings = ['id', 'header', 'address', 'nothing'] as const;
type Naming = (typeof namings)[number];

function ourHeaders(naming: Naming, { leadId, messageId, subject, customer }: Thread): readonly string[] {
  return [
    ...(naming === 'id' ? [`Message-ID: <${messageId}>`] : []),
    ...(naming === 'header' ? [`X-Nachfass: ${leadId}`, `X-Nachfass-Mail: ${leadId}/g1#quoted#1`] : []),
    'From: Muster Haustechnik <anfrage@mail.muster-haustechnik.example>',
    `To: ${naming === 'nothing' ? 'kunde@weg.example' : customer.email}`,
    `Subject: ${naming === 'nothing' ? 'Ihre Anfrage' : subject}`,
    'Date: Mon, 23 Nov 2026 10:15:00 +0100',
  ];
}

function returned(
  server: Server,
  naming: Naming,
  index: number,
  thread: Thread,
  rest: Pick<SentMail, 'envelopeFrom' | 'description' | 'expected'>,
): SentMail {
  const to = naming === 'address' ? thread.address : mailbox;
  const email = naming === 'nothing' ? 'kunde@weg.example' : thread.customer.email;
  const failedMail = { email, subject: thread.subject };
  const ours = ourHeaders(naming, thread);
  const { report } = server;
  const letter = server.letter(failedMail);
  const body = report
    ? mixed(
        [
          bodyOf(letter, index % 2),
          part(
            ['Content-Type: message/delivery-status'],
            `Reporting-MTA: dns; mx.provider.example\r\n\r\nFinal-Recipient: rfc822; ${email}\r\nAction: ${report.action}\r\nStatus: ${report.status}\r\nDiagnostic-Code: ${report.code}\r\n`,
          ),
          index % 2 === 0
            ? part(['Content-Type: text/rfc822-headers'], `${ours.join('\r\n')}\r\n`)
            : part(
                ['Content-Type: message/rfc822'],
                `${ours.join('\r\n')}\r\n\r\nGuten Tag,\r\n\r\nIhr Angebot.\r\n`,
              ),
        ],
        'report; report-type=delivery-status',
      )
    : bodyOf(`${letter}\n\n${server.divider}\n\n${ours.join('\n')}\n\nGuten Tag,\n\nIhr Angebot.`, index % 2);
  return sentMail({
    from: `From: ${server.from.replace(/^([^<]*[^\x20-\x7e][^<]*) </, '=?utf-8?q?Mailsystem?= <')}`,
    to: `To: ${to}`,
    subject: subjectHeader(server.subject(failedMail), index),
    messageId: `bounce-${index}@mx.provider.example`,
    more: (server.headers ?? []).map((header) => header.replace('{email}', email)),
    body,
    envelopeTo: [to],
    ...rest,
  });
}

function kindOf(name: string, servers: readonly Server[], expected: (naming: Naming) => Expected): Kind {
  const all = pairs(servers, namings);
  return {
    name,
    count: all.length,
    write(index, thread): SentMail {
      const [server, naming] = pick(all, index);
      return returned(server, naming, index + Math.floor(index / namings.length), thread, {
        // Some servers, and gateways on the way, put an address where none should be.
        envelopeFrom: index % 3 === 2 ? 'bounces@mx.provider.example' : '',
        description: `${server.name}, names ${naming}`,
        expected: expected(naming),
      });
    },
  };
}

const nothingNamed: Expected = { outcomes: ['bounce-noted'], of: 'none', events: [] };

const forGood = (naming: Naming): Expected => {
  if (naming === 'nothing') return nothingNamed;
  const bounced: Expected = { outcomes: ['bounce-noted'], of: 'thread', events: ['mail-bounced'] };
  // Only the id of a mail that went to this very address holds the reminders.
  return naming === 'id' ? { ...bounced, held: true } : bounced;
};

const forNow = (naming: Naming): Expected =>
  naming === 'nothing'
    ? nothingNamed
    : { outcomes: ['bounce-noted'], of: 'thread', events: ['mail-noted'], onlyNoted: true };

/**
 * Our id in a report about somebody else: the customer sends his mails on to a mailbox that is gone, or whoever knows one of
 * our mails made it up.
 */
function forged(index: number, thread: Thread): SentMail {
  const server = pick(permanent, index);
  const stranger = { ...thread, customer: { name: 'Otto Fremd', email: 'otto@fremd.example' } };
  return returned(server, 'id', index, stranger, {
    envelopeFrom: '',
    description: `${server.name}, of another address`,
    expected: { outcomes: ['bounce-noted'], of: 'thread', events: ['mail-bounced'], goesOn: true },
  });
}

/** A person tells of a mail that came back, and wants something. */
const tellers: readonly { subject: string; text: string }[] = [
  {
    subject: 'Fwd: Undelivered Mail Returned to Sender',
    text: 'meine Mail an Ihre alte Adresse kam zurück. Der Boiler im Bad ist undicht, bitte melden Sie sich.',
  },
  {
    subject: 'WG: Unzustellbar: Anfrage Heizung',
    text: 'Ihre Adresse auf dem Flyer stimmt nicht mehr, siehe Anhang. Wir suchen jemanden für unsere Heizung.',
  },
  {
    subject: 'Mail delivery failed?',
    text: 'bekommen Sie meine Mails? Ich brauche ein Angebot für zwei Waschbecken.',
  },
];

const shapes = ['report attached', 'whole bounce attached', 'letter quoted'] as const;
const told = pairs(tellers, shapes);

function teller(index: number): SentMail {
  const [{ subject, text }, shape] = pick(told, index);
  const person = pick(customers, index * 5);
  const name = fullName(person);
  const own = `Guten Tag,\n\n${text}\n\nViele Grüße\n${name}\nTel. ${person.phone}`;
  const status = part(
    ['Content-Type: message/delivery-status'],
    'Reporting-MTA: dns; mx.alt.example\r\n\r\nFinal-Recipient: rfc822; alt@muster-haustechnik.example\r\nAction: failed\r\nStatus: 5.1.1\r\n',
  );
  const bounce = part(
    ['Content-Type: message/rfc822'],
    'From: MAILER-DAEMON@mx.alt.example\r\nTo: kunde@kunde.example\r\nSubject: Undelivered Mail Returned to Sender\r\nContent-Type: text/plain\r\n\r\n<alt@muster-haustechnik.example>: 550 5.1.1 User unknown\r\n',
  );
  const quoted = `${own}\n\n---------- Forwarded message ---------\nVon: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nDate: Mo., 23. Nov. 2026 um 08:12 Uhr\nSubject: Delivery Status Notification (Failure)\nTo: <${person.email}>\n\nYour message wasn't delivered to alt@muster-haustechnik.example because the address couldn't be found.`;
  const body = {
    'report attached': () => mixed([bodyOf(own), status]),
    'whole bounce attached': () => mixed([bodyOf(own), bounce]),
    'letter quoted': () => bodyOf(quoted),
  }[shape]();
  return sentMail({
    from: fromHeader(person, index),
    subject: subjectHeader(subject, index),
    messageId: `teller-${index}@kunde.example`,
    body,
    envelopeFrom: person.email,
    description: `"${subject}", ${shape}`,
    expected: {
      ...newRequest,
      contact: { email: person.email, phoneE164: person.phoneE164 },
      says: [text],
    },
  });
}

export const bounces: readonly Kind[] = [
  kindOf('a mail that came back for good is noted, and silences nobody', permanent, forGood),
  kindOf('a mail that has not arrived yet is only noted', transient, forNow),
  {
    name: 'our id in a report about another address is told to the owner, and holds nothing',
    count: permanent.length,
    write: forged,
  },
  { name: 'who tells of a mail that came back is a person', count: told.length, write: teller },
];
