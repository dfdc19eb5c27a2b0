/** Portals that sell requests: they write in the name of a customer, whom the owner answers on their pages. */
import { noteWriting } from '../book.ts';
import { inWords, markOf, type Person, wishOf } from './persons.ts';
import { type PeopleDeps, send } from './surroundings.ts';

interface Notice {
  readonly person: Person;
  readonly words: string;
  readonly number: number;
}

interface Portal {
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  /** What the portal says of whom; some keep the customer's address to themselves. */
  readonly text: (notice: Notice) => string;
}

const portals: readonly Portal[] = [
  {
    name: 'MyHammer',
    address: 'nachricht@my-hammer.de',
    subject: 'Neuer Auftrag in Ihrer Nähe',
    text: ({ words, number }) =>
      `Guten Tag,\n\nein Auftrag passt zu Ihrem Betrieb:\n\n${words}\n\nhttps://www.my-hammer.de/auftrag/${number}\n\nAntworten Sie bis morgen, 18 Uhr.`,
  },
  {
    name: 'Aroundhome',
    address: 'noreply@aroundhome.de',
    subject: 'Sie haben eine neue Anfrage',
    text: ({ person: { name, email, phone }, words, number }) =>
      [
        `Kunde: ${name}`,
        ...(phone === undefined ? [] : [`Telefon: ${phone}`]),
        ...(email === undefined ? [] : [`E-Mail: ${email}`]),
        `Vorhaben: ${words}`,
        '',
        `https://partner.aroundhome.de/leads/${number}`,
      ].join('\n'),
  },
  {
    name: 'Kleinanzeigen',
    address: `noreply@kleinanzeigen.de`,
    subject: 'Nutzer-Anfrage zu deiner Anzeige',
    text: ({ person: { name }, words, number }) =>
      `Nachricht von: ${name}\n\n${words}\n\nAntworte hier: https://www.kleinanzeigen.de/m-nachrichten.html?id=${number}`,
  },
];

export function comesByPortal(deps: PeopleDeps, person: Person): void {
  const { book, cloud, entropy, scheduler } = deps;
  const { name, address, subject, text } = entropy.pick(portals);
  const number = deps.next();
  const mark = markOf(person.number, number);
  const atMs = scheduler.nowMs();
  noteWriting(book, person.email, atMs);
  book.handedIn.push({ atMs, person, mark });
  send(deps, {
    from: { name, address },
    to: cloud.company.mail.receive ?? '',
    subject,
    text: text({ person, words: inWords(wishOf(entropy), person, mark, entropy), number }),
    messageId: `portal-${number}@${address.split('@')[1]}`,
    atMs,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}
