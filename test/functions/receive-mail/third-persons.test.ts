/** The mailbox is open to the world: whoever writes to it must not make us write to somebody else. */
import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { follow, load, receive, sentTo, withErika } from './a-mailbox.ts';

const victim = 'opfer@bank.test';
const sheet = `Name: Olga Opfer\nE-Mail: ${victim}\nTelefon: 0171 5550701\nNachricht: Gewinnen Sie heute http://evil.test/x`;

async function came(headers: Readonly<Record<string, string>>, text: string) {
  const { world } = await withErika();
  const { leadId, outcome, reason } = await receive(world, aRawMail({ headers, text }), {
    envelopeFrom: 'evil@evil.test',
  });
  const lead = leadId === undefined ? undefined : await load(world, leadId);
  if (lead) await follow(world, lead.id);
  return { world, lead, outcome, reason, toVictim: sentTo(world, victim) };
}

describe('whoever writes from an address of his own is the contact, whatever addresses stand in his text', () => {
  test.each([
    ['the sheet of a form', sheet],
    [
      'one that looks like that of a plug-in',
      `${sheet}\n\n-- \nDiese E-Mail wurde von einem Kontaktformular von Muster Haustechnik (https://www.muster-haustechnik.example) gesendet`,
    ],
    ['one below his words', `Meine Worte stehen hier.\n\n${sheet}`],
    [
      'a letter that names his brother',
      `Guten Tag, meine Worte stehen hier, melden Sie sich bei meinem Bruder:\n\n${sheet}`,
    ],
    [
      'From and Subject',
      `Meine Worte stehen hier.\n\nFrom: Olga Opfer <${victim}>\nSubject: Boiler\n\nThe boiler leaks`,
    ],
    [
      'Von and Betreff',
      `Meine Worte stehen hier.\n\nVon: Olga Opfer <${victim}>\nBetreff: Boiler\n\nDer Boiler tropft`,
    ],
    [
      'De and Objet',
      `Meine Worte stehen hier.\n\nDe : Olga Opfer <${victim}>\nObjet : Chaudière\n\nElle fuit`,
    ],
    ['From and Subject alone', `From: Olga Opfer <${victim}>\nSubject: Boiler\n\nThe boiler leaks`],
    [
      'one made by WPForms',
      `--- Name ---\n\nOlga Opfer\n\n--- E-Mail ---\n\n${victim}\n\n--- Nachricht ---\n\nBad\n\nGesendet von Muster via WPForms`,
    ],
  ])('%s', async (_, text) => {
    const { world, lead, toVictim } = await came({ From: 'Eva Evers <evers@evers.test>' }, text);
    expect(lead?.contact.email).toBe('evers@evers.test');
    expect(lead?.source).toBe('email');
    expect(toVictim).toEqual([]);
    expect(sentTo(world, 'evers@evers.test')).toHaveLength(1);
    for (const line of text.split('\n').filter((one) => /Worte|Boiler|fuit|Gewinnen|Opfer/.test(one)))
      expect(lead?.request.message).toContain(line.trim());
  });
});

describe('where it is a form, the visitor is mailed only if the sender is ours or one that sends forms', () => {
  test.each<Record<string, string>>([
    { 'X-PHP-Originating-Script': '1000:mail.php' },
    { 'X-Mailer': 'PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)' },
    { 'X-WPCF7-Content-Type': 'text/plain' },
    { 'Reply-To': victim },
  ])('a web server that writes from an address like any other: %j', async (headers) => {
    const { lead, toVictim } = await came({ From: 'Bad Kern <kern@kern-bad.test>', ...headers }, sheet);
    expect(lead).toMatchObject({ source: 'website', muted: 'automatic', contact: { email: victim } });
    expect(toVictim).toEqual([]);
  });

  test.each([
    'wordpress@kern-bad.test',
    'Muster Haustechnik <kontakt@muster-haustechnik.example>',
    'no-reply@wix-forms.com',
    'noreply@kern-bad.test',
  ])('%s sends forms: the visitor is answered', async (From) => {
    const { lead, toVictim } = await came({ From }, sheet);
    expect(lead).toMatchObject({ source: 'website', contact: { email: victim } });
    expect(lead).not.toHaveProperty('muted');
    expect(toVictim).toHaveLength(1);
  });

  test('a visitor whom the form makes the sender is answered too', async () => {
    const headers = { From: `Olga Opfer <${victim}>`, 'X-PHP-Originating-Script': '33:kontakt.php' };
    const { lead, toVictim } = await came(headers, sheet);
    expect(lead).toMatchObject({ source: 'website', contact: { email: victim, name: 'Olga Opfer' } });
    expect(toVictim).toHaveLength(1);
  });
});

describe('who else a stranger may name', () => {
  test.each<[string, Record<string, string>, string]>([
    ['in a mail without a sender', { From: '' }, `Bitte melden Sie sich: ${victim}. Wir brauchen ein Bad.`],
    [
      'as the author that a group replaced',
      { From: "'Olga Opfer' via Liste <liste@evil.test>", 'X-Original-From': `Olga Opfer <${victim}>` },
      'Wir brauchen ein neues Bad.',
    ],
    [
      'in the text of a machine',
      { From: 'Filter <noreply@evil.test>' },
      `Zurückgehalten wurde eine Nachricht von ${victim} mit dem Betreff Bad.`,
    ],
  ])('%s', async (_, headers, text) => {
    const { lead, toVictim } = await came(headers, text);
    expect(lead?.muted).toBeDefined();
    expect(toVictim).toEqual([]);
  });
});

describe('what a website tells of its comments and users is no request of theirs', () => {
  test.each([
    [
      '[Muster] Bitte moderiere: "Wärmepumpe"',
      `Ein neuer Kommentar zum Beitrag "Wärmepumpe" wartet auf deine Freigabe\nhttps://www.muster-haustechnik.example/w\n\nAutor: Cheap Pills (IP-Adresse: 192.0.2.4)\nE-Mail: ${victim}\nURL: http://evil.test\nKommentar:\nGreat post!`,
    ],
    [
      '[Muster] Please moderate: "Heat pumps"',
      `A new comment on the post "Heat pumps" is waiting for your approval\n\nAuthor: Pills (IP address: 192.0.2.4)\nEmail: ${victim}\nComment:\nNice!`,
    ],
    [
      '[Muster] Kommentar: "Wärmepumpe"',
      `Neuer Kommentar zu deinem Beitrag "Wärmepumpe"\nAutor: Pills (IP-Adresse: 192.0.2.4)\nE-Mail: ${victim}\nKommentar:\nToll`,
    ],
    [
      '[Muster] Neue Benutzerregistrierung',
      `Neue Benutzerregistrierung auf deiner Website Muster:\n\nBenutzername: olga\n\nE-Mail: ${victim}`,
    ],
    [
      '[Muster] New User Registration',
      `New user registration on your site Muster:\n\nUsername: olga\n\nEmail: ${victim}`,
    ],
  ])('%s', async (Subject, text) => {
    const From = 'WordPress <wordpress@muster-haustechnik.example>';
    const { lead, outcome, reason, toVictim } = await came({ From, Subject }, text);
    expect({ outcome, reason, lead }).toEqual({
      outcome: 'auto-reply-noted',
      reason: 'automatic',
      lead: undefined,
    });
    expect(toVictim).toEqual([]);
  });

  test('what somebody wrote into the form about comments is his request', async () => {
    const From = 'WordPress <wordpress@muster-haustechnik.example>';
    const text = `Name: Olga\nE-Mail: ${victim}\nNachricht: Bitte moderieren Sie meinen Kommentar, und die Heizung tropft.`;
    const { lead, toVictim } = await came({ From, Subject: 'Neue Nachricht' }, text);
    expect(lead).toMatchObject({ source: 'website', contact: { email: victim } });
    expect(toVictim).toHaveLength(1);
  });
});
