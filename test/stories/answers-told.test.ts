/** What customers write, the owner reads: also on a day when a great deal comes at once, and in the morning after. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

/** Everybody answers the confirmation he got. */
async function reply(system: LocalSystem, address: string, text: string) {
  const mail = (await system.mailsTo(address)).at(-1);
  await system.mail({
    from: address,
    to: mail?.replyTo[0] ?? '',
    subject: `Re: ${mail?.subject}`,
    text,
  });
}

describe('a day on which everybody answers', () => {
  let system: LocalSystem;
  const people = Array.from({ length: 14 }, (_, index) => `kundin-${index}@kunde.example`);
  const words = (index: number) =>
    index === 12
      ? 'Wir haben schon jemanden, bitte keine Mails mehr.'
      : `Der Heizkreis im Zimmer ${index} bleibt kalt, rufen Sie heute noch an`;

  beforeAll(async () => {
    system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
    for (const [index, email] of people.entries()) {
      await system.capture({ name: `Kundin Nr${index}`, email, message: `Angebot fuer Bad ${index}` });
    }
    await system.quiet();
    await system.moveTo('2026-11-24T08:00:00.000Z');
  });
  afterAll(() => system?.stop());

  test('all of it is read within the quarter of an hour, in the words of the customers', async () => {
    const before = (await system.mailsTo(owner)).length;
    for (const [index, email] of people.entries()) await reply(system, email, words(index));
    await system.quiet();
    await system.advance('PT15M');
    const told = (await system.mailsTo(owner)).slice(before);
    const all = inOneLine(told.map(({ text }) => text).join('\n'));
    expect([...people.keys()].filter((index) => !all.includes(words(index)))).toEqual([]);
    const together = told.at(-1);
    expect(together?.subject).toMatch(/^4 Antworten/);
    expect(inOneLine(together?.text ?? '')).toContain('Möchte keine E-Mails mehr');
    expect(together?.html).not.toContain('Alle als Spam');
  });

  test('and the page of all new requests does not say that nothing happened with them', async () => {
    await system.capture({ name: 'Nora Neu', email: 'nora@kunde.example', message: 'Hahn tropft' });
    await system.quiet();
    await system.moveTo('2026-11-25T05:30:00.000Z');
    const digest = (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes('Nachfass am'));
    expect(inOneLine(digest?.text ?? '')).toContain('Antworten (14)');
    expect(inOneLine(digest?.text ?? '')).toContain('Neue Anfragen (1)');
    expect(inOneLine(digest?.text ?? '')).toContain('bleibt kalt');
    expect(digest?.html).not.toContain('Alle als Spam');
  });
});

describe('answers of yesterday in the digest', () => {
  let system: LocalSystem;
  const shown: Record<string, string> = {
    'untouched@kunde.example': 'Bitte nehmen Sie die schmale Wanne',
    'begun@kunde.example': 'Donnerstag passt uns besser',
    'missed@kunde.example': 'Ich war im Garten, bitte nochmal anrufen',
    'settled@kunde.example': 'Hier noch die Maße: 2,40 m',
  };
  let digest = '';

  beforeAll(async () => {
    system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
    for (const email of Object.keys(shown)) {
      await system.capture({ name: `Frau ${email.split('@')[0]}`, email, message: 'Altes Anliegen Bad' });
    }
    await system.quiet();
    const alertOf = async (email: string) => {
      const name = `Frau ${email.split('@')[0]}`;
      return (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes(name))?.html ?? '';
    };
    await system.press('In Bearbeitung nehmen', await alertOf('begun@kunde.example'), { kind: 'project' });
    await system.press('Nicht erreicht', await alertOf('missed@kunde.example'));
    await system.moveTo('2026-11-23T11:00:00.000Z');
    for (const [email, text] of Object.entries(shown)) await reply(system, email, text);
    await system.quiet();
    await system.press('Erreicht', await alertOf('settled@kunde.example'));
    await system.moveTo('2026-11-24T05:30:00.000Z');
    const mails = await system.mailsTo(owner);
    digest = inOneLine(mails.findLast(({ subject }) => subject.includes('Nachfass am'))?.text ?? '');
  });
  afterAll(() => system?.stop());

  test('stand in a section of their own, with the new words', () => {
    expect(digest).toContain('Antworten (3)');
    for (const email of ['untouched@kunde.example', 'begun@kunde.example', 'missed@kunde.example']) {
      expect(digest).toContain(shown[email]);
    }
  });

  test('but not those on which the owner has acted', () => {
    expect(digest).not.toContain('2,40 m');
  });

  test('and their subject counts them', async () => {
    const mails = await system.mailsTo(owner);
    expect(mails.findLast(({ subject }) => subject.includes('Nachfass am'))?.subject).toContain(
      '3 Antworten',
    );
  });

  test('the lists behind the buttons leave out who has answered', async () => {
    const mails = await system.mailsTo(owner);
    const html = mails.findLast(({ subject }) => subject.includes('Nachfass am'))?.html ?? '';
    expect(() => linkBehind('Alle als Spam', html)).toThrow();
  });
});
