import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { MailReference } from '../../../domain/lead/origin.ts';
import { cadenceNames } from '../../../domain/lead/pipeline.ts';
import { answerRefusedMail } from '../../../views/mail/answer-refused.ts';
import { chase } from '../../../views/mail/chase.ts';
import { digestReplyMail } from '../../../views/mail/digest-reply.ts';
import { heldAnswerMail } from '../../../views/mail/held-answer.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { ownerAnswerHeaders, ownerAnswerMail } from '../../../views/mail/owner-answer.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const owner = { company, now: monday10, actions: [], viewUrl: 'https://a.example/view' };
const mail: MailReference = {
  id: 'delivery-1',
  files: [
    { index: 0, name: 'a.jpg', contentType: 'image/jpeg', bytes: 1 },
    { index: 1, name: 'b.jpg', contentType: 'image/jpeg', bytes: 1 },
    { index: 2, name: 'c.pdf', contentType: 'application/pdf', bytes: 1 },
  ],
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const answered = (reply: { text?: string; mail?: MailReference; from?: string }): Lead =>
  when(aLead(), { type: 'record-reply', ...reply }, { by: 'customer' }).lead;
const notice = (lead: Lead, answerable = true) =>
  flat(chase({ ...owner, lead, cadence: 'replied', number: 1, stalls: false, answerable }).text);

describe('the notice of an answer', () => {
  test('has the text and says what came with it', () => {
    const text = notice(answered({ text: 'Anbei die Fotos.', mail }));
    expect(text).toContain('Anbei die Fotos.');
    expect(text).toContain('2 Fotos und 1 Datei');
  });

  test('warns of an answer from another address', () => {
    expect(notice(answered({ text: 'Ja', from: 'fremd@example.org' }))).toContain('fremd@example.org');
    expect(notice(answered({ text: 'Ja' }))).not.toContain('anderen Adresse');
  });

  test('offers no file with a virus', () => {
    expect(notice(answered({ text: 'Ja', mail: { ...mail, flags: ['virus'] } }))).not.toContain('Fotos');
  });

  test('says that it can be answered, where that is so', () => {
    expect(notice(answered({ text: 'Ja' }))).toContain('auf diese E-Mail antworten');
    expect(notice(answered({ text: 'Ja' }), false)).not.toContain('auf diese E-Mail antworten');
  });
});

describe('the alert about a request of a portal', () => {
  const portal = { name: 'MyHammer', url: 'https://www.my-hammer.de/1', deadline: '26.11.2026' };
  const alert = (url: string) =>
    newLeadAlert({
      ...owner,
      lead: aLead({ source: 'portal', attribution: { utm: {}, portal: { ...portal, url } } }),
    });

  test('names the deadline and leads to the portal', () => {
    const { text, html } = alert(portal.url);
    expect(flat(text)).toContain('Frist: 26.11.2026');
    expect(html).toContain('href="https://www.my-hammer.de/1"');
  });

  test('leads nowhere but to a page', () => {
    expect(alert('javascript:alert(1)').html).not.toContain('javascript:');
  });
});

describe("the owner's answer to a customer", () => {
  const lead = aLead();

  test('has his words and line breaks, the legal footer and the reference, and nothing of ours besides', () => {
    const { subject, text, html } = ownerAnswerMail({
      lead,
      company,
      subject: `Re: Neue Anfrage: Erika Muster [${lead.id}]`,
      text: 'Guten Tag,\n\ngern am Donnerstag.\n\nViele Grüße\nMartin Muster',
    });
    expect(subject).toBe(`Re: Ihre Anfrage [${lead.id}]`);
    expect(text).toMatch(/^Guten Tag,\n\ngern am Donnerstag\.\n\nViele Grüße\nMartin Muster\n/);
    expect(text).toContain('HRB 123456');
    expect(`${text}${html}`).not.toContain('/a/');
  });

  test('never has the subject of a notice, which is about the customer and not for him', () => {
    const about = {
      company,
      now: monday10,
      lead,
      actions: [],
      viewUrl: 'https://anfrage.muster.example/a/view',
    };
    for (const cadence of cadenceNames) {
      const notice = chase({ ...about, cadence, number: 1, stalls: false }).subject;
      expect(ownerAnswerMail({ lead, company, subject: `AW: ${notice}`, text: 'x' }).subject).toBe(
        `Re: Ihre Anfrage [${lead.id}]`,
      );
    }
  });

  test('keeps a subject of his own', () => {
    expect(ownerAnswerMail({ lead, company, subject: 'Wärmepumpe', text: 'x' }).subject).toBe(
      `Re: Wärmepumpe [${lead.id}]`,
    );
  });

  test('is no automatic mail, and belongs to what the customer wrote', () => {
    const headers = ownerAnswerHeaders(lead, 'abc@customer.test>\r\nBcc: x');
    expect(headers['Auto-Submitted']).toBeUndefined();
    expect(headers['X-Nachfass']).toBe(lead.id);
    expect(headers['In-Reply-To']).toMatch(/^<[^<>\s]+>$/);
    expect(ownerAnswerHeaders(lead, undefined)['In-Reply-To']).toBeUndefined();
  });
});

test('an answer that did not go out comes back with the reason and his words', () => {
  const { text, subject } = answerRefusedMail({
    company,
    lead: aLead(),
    why: 'bounced',
    text: 'Gern am Donnerstag.',
  });
  expect(subject).toContain('ging nicht hinaus');
  expect(flat(text)).toContain('kommen nicht an');
  expect(text).toContain('Gern am Donnerstag.');
});

describe('the answer to an answer to the digest', () => {
  const reached = { number: 1, name: 'Erika Muster', said: { what: 'reached' }, line: '1 erreicht' } as const;
  const won = { number: 2, name: 'Jörg Weiß', said: { what: 'win' }, line: '2 gewonnen' } as const;
  const unclear = [{ line: '3 vielleicht', asked: 'Was soll das heißen?' }];

  test('tells line by line what became of it', () => {
    const { subject, text } = digestReplyMail({
      company,
      understood: [
        { ...reached, result: {} },
        { ...won, result: { refused: 'Es fehlt noch: die Auftragssumme.' } },
      ],
      unclear,
    });
    expect(subject).toBe('1 eingetragen, 2 offen');
    for (const part of [
      '1 · Erika Muster: erreicht',
      '2 · Jörg Weiß: „2 gewonnen“ – Es fehlt noch: die Auftragssumme.',
      '„3 vielleicht“ – Was soll das heißen?',
    ]) {
      expect(flat(text)).toContain(part);
    }
    expect(text).toContain('So geht es');
  });

  test('is short where everything was understood', () => {
    const { subject, text } = digestReplyMail({
      company,
      understood: [{ ...reached, result: {} }],
      unclear: [],
    });
    expect(subject).toBe('Eine Angabe eingetragen');
    expect(text).not.toContain('So geht es');
  });

  test.each([[[]], [unclear]])('shows how it is done, if nothing was understood', (lines) => {
    const { text } = digestReplyMail({ company, understood: [], unclear: lines });
    expect(flat(text)).toContain('vorn die Nummer');
  });

  test('asks before it does what nobody has proven to be his, with one button', () => {
    const { subject, text, html } = heldAnswerMail({
      company,
      why: 'unproven',
      understood: [reached, won],
      unclear,
      enterUrl: 'https://a.example/a/enter',
    });
    expect(subject).toBe('Bitte bestätigen: 2 Angaben aus Ihrer Antwort');
    for (const part of ['1 · Erika Muster: erreicht', '2 · Jörg Weiß: gewonnen', '„3 vielleicht“']) {
      expect(flat(text)).toContain(part);
    }
    expect(html.match(/href="https:\/\/a\.example\/a\/enter"/g)).toHaveLength(1);
    expect(html).toContain('Alles so eintragen');
  });

  test('has no button where nothing was understood', () => {
    const { html } = heldAnswerMail({
      company,
      why: 'late',
      understood: [],
      unclear,
      enterUrl: 'https://a.example/a/enter',
    });
    expect(html).not.toContain('https://a.example/a/enter');
    expect(html).toContain('vorn die Nummer');
  });
});
