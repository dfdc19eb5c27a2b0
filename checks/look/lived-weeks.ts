/** Two weeks of a business in which most of what leads to a page or a mail of its own happens once. */
import {
  type LocalSystem,
  linkBehind,
  type MailboxEntry,
  startLocalSystem,
} from '../../test/support/local-system.ts';
import type { Shown } from './shown.ts';

const monday = '2026-11-23T08:00:00.000Z';
const owner = 'chef@muster-haustechnik.example';
const bath = {
  name: 'Maximiliane Oberhausen-Leutheusser',
  email: 'maximiliane@hausverwaltung-rothenburg.example',
  phone: '0171 2345678',
  message: 'Wir möchten unser Bad erneuern, rund 7 qm, bis April.',
  kind: 'project',
};

/** @returns the pages on the way, and of each kind of mail the longest that each person got. */
export async function livedWeeks(): Promise<Shown[]> {
  const system = await startLocalSystem({ now: monday });
  try {
    return [...(await live(system)), ...longestOfEachKind(await system.mailbox())];
  } finally {
    await system.stop();
  }
}

async function live(system: LocalSystem): Promise<Shown[]> {
  const shown: Shown[] = [];
  const show = (name: string, html: string): string => {
    shown.push({ name: `lived-${name}`, html });
    return html;
  };
  const open = async (link: string): Promise<string> => (await fetch(link)).text();
  const mailAbout = async (id: string, to = owner) => {
    const mails = (await system.mailsTo(to)).filter(({ headers }) =>
      headers['x-nachfass-mail']?.startsWith(`${id}/`),
    );
    return mails.at(-1)?.html ?? '';
  };
  const pageOf = async (id: string) => open(linkBehind('Ganze Anfrage ansehen', await mailAbout(id)));
  let mails = 0;
  const answerTo = async (
    { subject, replyTo }: MailboxEntry,
    from: string,
    text: string,
    ...headers: readonly string[]
  ) => {
    mails += 1;
    const lines = [
      `From: ${from}`,
      `To: ${replyTo[0]}`,
      `Subject: Re: ${subject}`,
      `Message-ID: <lived-${mails}@example.org>`,
      ...headers,
      'Content-Type: text/plain; charset=utf-8',
    ];
    await system.inbound([...lines, '', text].join('\r\n'));
    await system.quiet();
  };
  const answer = async (from: string, text: string) => answerTo(await system.newestTo(from), from, text);
  const capture = async (fields: Readonly<Record<string, string>>) => {
    const id = await system.capture(fields);
    await system.quiet();
    return id;
  };

  // A visit that is made, moved and called off, and a customer who has other numbers by then.
  const visited = await capture(bath);
  const visit = { date: '2026-12-02', time: '14:00', durationMinutes: '60' };
  show('visit-planned', await system.press('Besichtigung planen', await pageOf(visited), visit));
  show('visit-page', await pageOf(visited));
  show('visit-move-form', await open(linkBehind('Termin verschieben', await pageOf(visited))));
  await answer(bath.email, 'Besser: 0151 1230002. Und das Büro meiner Frau: 089 223344. Lindenweg 4.');
  show('proposals-page', await pageOf(visited));
  await system.press('Termin verschieben', await pageOf(visited), { ...visit, time: '10:00' });
  show('visit-cancel-form', await open(linkBehind('Termin absagen', await pageOf(visited))));
  await system.press('Termin absagen', await pageOf(visited));
  show(
    'given-away',
    await system.press('Weitergeben', await pageOf(visited), {
      assignee: 'jonas@muster-haustechnik.example',
    }),
  );

  // Another that is lost with a word, and does not want to be.
  const lost = await capture({ ...bath, name: 'Ida Spät', email: 'ida@spaet.example', phone: '089 7654321' });
  const refusal = { reason: 'Zu weit', refusal: 'brief', refusalBrief: 'leider ist es uns zu weit.' };
  show('lost', await system.press('Verloren', await pageOf(lost), refusal));
  await answer('ida@spaet.example', 'Schade. Können Sie nicht doch kommen?');
  show('lost-page', await pageOf(lost));
  await answer(owner, 'Gut, am Freitag bin ich in der Nähe. Passt das?');

  // One with questions after the talk, who wants to be left alone; one who never asked anything.
  const asked = await capture({ ...bath, name: 'Otto Still', email: 'otto@still.example', phone: '' });
  const questions = { next: 'customer', asks: 'budget', note: 'Klingt ernst.' };
  show('reached', await system.press('Erreicht', await pageOf(asked), questions));
  const stranger = await capture({ ...bath, name: 'Vera Fremd', email: 'vera@fremd.example', phone: '' });
  const { html: unasked } = await system.newestTo('vera@fremd.example');
  show('not-me-done', await system.press('Das war ich nicht', unasked));
  show('not-me-page', await pageOf(stranger));
  await capture({
    ...bath,
    name: 'Kate English',
    email: 'kate@english.example',
    message: 'We would like to renew our bathroom, please call me.',
  });

  // Emergencies that ring together, of which one is taken; a call; a form without any way back.
  const urgent = { message: 'Rohrbruch, Wasser läuft aus der Decke!', urgency: 'now' };
  const floods = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const email = `not${number}@fall.example`;
    floods.push(await capture({ ...urgent, name: `Notburga ${number}`, email, phone: `089 55512${number}` }));
  }
  await system.advance('PT20M');
  show('alarms-page', await open(`${system.url}/_local/alarm`));
  show('emergency-page', await pageOf(floods[0] ?? ''));
  show('emergency-taken', await system.press('Ich übernehme', await pageOf(floods[0] ?? '')));
  await system
    .capture({ name: 'Ohne Weg', message: 'Bitte melden Sie sich wegen der Heizung' })
    .catch(() => {});
  await system.inbound(
    [
      `From: Klara Gefälscht <klara@bank.example>`,
      'To: anfrage@mail.muster-haustechnik.example',
      'Subject: Rechnung anbei',
      'Message-ID: <lived-bill@bank.example>',
      'Authentication-Results: mx; spf=fail; dkim=fail; dmarc=fail',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Guten Tag, anbei unsere Rechnung 4711 mit der Bitte um Überweisung.',
    ].join('\r\n'),
  );

  // So many at once that lists are cut, and three days in which nobody does anything.
  for (let number = 1; number <= 32; number++) {
    const email = `nina${number}@neu.example`;
    const id = await system.capture({ ...bath, name: `Nina Neu ${number}`, email, phone: '' });
    // Half of them were called, and it is still open what follows.
    if (number % 2 === 0) continue;
    await system.quiet();
    await system.press('Erreicht', await mailAbout(id));
  }
  await system.quiet();
  await system.advance('P1D');
  await system.moveTo('2026-11-25T05:45:00.000Z');
  const digest = await newestDigest(system);
  show('digest', digest.html);
  let rests = 0;
  for (const [, address = ''] of digest.html.matchAll(/href="([^"]*\/a\/[^"]+)"[^>]*>… und \d+ weitere/g)) {
    rests += 1;
    show(`rest-of-a-list-${rests}`, await open(address.replaceAll('&amp;', '&')));
  }
  const lines = '6 erreicht\n8 Spam\n9 morgen\n99 verloren\n10 Quatsch';
  await answerTo(digest, owner, lines);
  await answerTo(
    digest,
    owner,
    '11 nicht erreicht',
    'Authentication-Results: mx; spf=fail; dkim=fail; dmarc=fail',
  );
  const { html: held } = await system.newestTo(owner);
  show('held-answer', await open(linkBehind('Alles so eintragen', held)));
  show('held-answer-entered', await system.press('Alles so eintragen', held));
  await system.advance('P8D');

  // Old links, and ones that nobody made.
  const [, reminder = ''] = (await system.mailsTo('otto@still.example')).map(({ html }) => html);
  show('stop', await open(linkBehind('Keine weiteren E-Mails', reminder)));
  show('stopped', await system.press('Keine weiteren E-Mails', reminder));
  show('stopped-page', await pageOf(asked));
  const view = linkBehind('Ganze Anfrage ansehen', await mailAbout(visited));
  show('forged-link', await open(`${view.slice(0, -3)}abc`));
  return shown;
}

async function newestDigest(system: LocalSystem): Promise<MailboxEntry> {
  const digest = (await system.mailsTo(owner)).findLast(({ headers }) =>
    headers['x-nachfass-mail']?.startsWith('digest/'),
  );
  if (!digest) throw new Error('The owner got no digest');
  return digest;
}

function longestOfEachKind(mails: readonly MailboxEntry[]): Shown[] {
  const kinds = Map.groupBy(mails, ({ headers, to: [to = ''] }) => {
    // "7Y1N6YRJY4/g1#service#2@nn607g", "digest/2026-11-25@nn607g": what stands for the kind.
    const kind = (headers['x-nachfass-mail'] ?? 'none')
      .replace(/^[0-9A-Z]{10}\/(?:g\d+#)?/, '')
      .replace(/\/?\d.*|@.*/, '')
      .replace(/(?<=[a-z])#.*/, '')
      .replaceAll('/', '-');
    return `${kind}-${to.endsWith('@muster-haustechnik.example') ? to.split('@')[0] : 'customer'}`;
  });
  return [...kinds].map(([name, ofKind]) => ({
    name: `lived-mail-${name}`,
    html: ofKind.reduce((longest, { html }) => (html.length > longest.length ? html : longest), ''),
  }));
}
