import { describe, expect, test } from 'vitest';
import { askables } from '../../../domain/lead/askable.ts';
import type { CustomerCadence } from '../../../domain/lead/pipeline.ts';
import { followUp } from '../../../views/mail/follow-up.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { customerCadences, stopUrl } from './every-mail.ts';
import { links } from './reading.ts';

const company = aCompany();
const base = aLead();
const now = '2026-11-30T09:00:00.000Z';

function reminded(
  cadence: CustomerCadence,
  number: number,
  { lead = base, last = false }: { lead?: typeof base; last?: boolean } = {},
) {
  // What the owner wants asked, unless a test says otherwise: everything.
  const asking = { ...lead, asks: lead.asks ?? [...askables] };
  const mail = followUp({ lead: asking, company, now, cadence, number, last, stopUrl });
  return {
    ...mail,
    flat: mail.text.replace(/\s+/g, ' ').replaceAll('\u00A0', ' '),
    /** What is said between the greeting and the phone number. */
    said: mail.text.split(/^(?:Guten Tag|Hello).*$/m)[1]?.split(/^(?:Telefon|Phone):/m)[0] ?? '',
  };
}

describe('a reminder', () => {
  test.each(['not-reached', 'needs-analysis', 'quoted', 'answered'] as const)(
    'about %s says something else each time, in each language',
    (cadence) => {
      const english = aLead({ contact: { ...base.contact, language: 'en' } });
      const texts = [1, 2, 3, 4].flatMap((number) =>
        [base, english].map((lead) => reminded(cadence, number, { lead })),
      );
      expect(new Set(texts.map(({ said }) => said)).size).toBe(8);
      expect(new Set(texts.map(({ subject }) => subject)).size).toBe(8);
    },
  );

  test('says each time which request it is about', () => {
    for (const cadence of customerCadences)
      for (const number of [1, 2, 3, 4]) {
        const { flat } = reminded(cadence, number);
        expect(flat).toContain('Ihre Anfrage vom 23. November 2026 · Referenz 7K2M9QX4TD');
        expect(flat).toContain('> Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.');
      }
  });

  test('is short', () => {
    for (const cadence of customerCadences)
      for (const number of [1, 2, 3, 4]) expect(reminded(cadence, number).said.length).toBeLessThan(500);
  });

  test('says that it is the last one if it is, and only then', () => {
    for (const cadence of customerCadences)
      for (const number of [1, 2, 3, 4]) {
        expect(reminded(cadence, number, { last: true }).flat).toContain('unsere letzte E-Mail');
        expect(reminded(cadence, number).flat).not.toContain('letzte E-Mail');
      }
  });

  test('can be answered by phone with one tap', () => {
    expect(links(reminded('quoted', 1).html)).toContain('tel:+49891234560');
  });
});

describe('who was not reached', () => {
  test('is asked for a time', () => {
    expect(reminded('not-reached', 1).flat).toContain('angerufen und leider nicht erreicht');
    expect(reminded('not-reached', 2).flat).toContain('zwei Zeiten');
    expect(reminded('not-reached', 3).flat).toContain('Ist sie noch aktuell?');
  });

  test('reads of no call that could not be: without a number he is asked for one', () => {
    const { phone: _, phoneE164: __, ...contact } = base.contact;
    for (const number of [1, 2, 3]) {
      const { flat } = reminded('not-reached', number, { lead: { ...base, contact } });
      expect(flat).not.toMatch(/angerufen|telefonisch/);
    }
  });
});

describe('the needs analysis', () => {
  const questions = {
    installation: 'Was soll gemacht werden?',
    timeframe: 'Bis wann soll es fertig sein?',
    budget: 'Welchen Betrag',
  };

  /** Of a message that says nothing of it. */
  const message = 'Bitte um Rückruf';

  test.each([
    [['installation', 'timeframe', 'budget']],
    [['timeframe', 'budget']],
    [['installation']],
    [['budget']],
  ] as const)('asks for %s if just that is missing, each time', (missing) => {
    const known = { installation: 'Bad', timeframe: 'bis Ostern', budget: '15.000 €' };
    const request = { ...base.request, message, ...known };
    for (const fact of missing) delete (request as Partial<typeof known>)[fact];
    for (const number of [1, 2, 3]) {
      const { flat } = reminded('needs-analysis', number, { lead: aLead({ request, timeline: [] }) });
      for (const [fact, question] of Object.entries(questions))
        expect(flat.includes(question), fact).toBe((missing as readonly string[]).includes(fact));
    }
  });

  test('asks nothing that the owner did not choose, and refers to the talk', () => {
    const talk = { type: 'contact-attempted', at: now, by: 'owner', reached: true } as const;
    const lead = aLead({ asks: [], timeline: [...base.timeline, talk] });
    for (const number of [1, 2, 3]) {
      const { flat } = reminded('needs-analysis', number, { lead });
      for (const question of Object.values(questions)) expect(flat).not.toContain(question);
    }
    expect(reminded('needs-analysis', 1, { lead }).flat).toContain('danke für das Gespräch');
    const chosen = reminded('needs-analysis', 1, { lead: { ...lead, asks: ['budget'] } }).flat;
    expect(chosen).toContain(questions.budget);
    expect(chosen).not.toContain(questions.timeframe);
  });

  test('never asks what is to be done above the words that say it', () => {
    for (const number of [1, 2, 3]) {
      const { flat } = reminded('needs-analysis', number);
      expect(flat).not.toContain(questions.installation);
      expect(flat).toContain(questions.budget);
    }
  });

  test('asks a repair for no budget, and in other words how it stands', () => {
    const request = {
      ...base.request,
      message: 'Der Wasserhahn tropft',
      kind: 'repair',
      urgency: 'soon',
    } as const;
    for (const language of ['de', 'en'] as const)
      for (const number of [1, 2, 3]) {
        const lead = aLead({ request, contact: { ...base.contact, language } });
        const { text, flat } = reminded('needs-analysis', number, { lead });
        expect(text).not.toMatch(/^- /m);
        expect(flat).not.toMatch(/Vorhaben|Betrag|set aside|your plans/);
      }
  });

  test('asks how to go on if everything is known', () => {
    const request = { ...base.request, installation: 'Bad', timeframe: 'Ostern', budget: '15.000 €' };
    for (const number of [1, 2, 3]) {
      const { flat } = reminded('needs-analysis', number, { lead: aLead({ request }) });
      for (const question of Object.values(questions)) expect(flat).not.toContain(question);
    }
    expect(reminded('needs-analysis', 1, { lead: aLead({ request }) }).flat).toContain(
      'Wie möchten Sie weitermachen?',
    );
  });
});

describe('a quote without an answer', () => {
  test('is named with its sum if that is known', () => {
    const lead = aLead({ stage: 'quoted', quotedCents: 1_850_000 });
    for (const number of [1, 2, 3])
      expect(reminded('quoted', number, { lead }).flat).toContain('unser Angebot über 18.500 €');
  });

  test('is named without a sum if none is known', () => {
    for (const number of [1, 2, 3]) {
      expect(reminded('quoted', number).flat).toContain('unser Angebot');
      expect(reminded('quoted', number).flat).not.toMatch(/€|über \?|undefined|NaN/);
    }
  });
});

describe('a rhythm that a business gave its customers', () => {
  test.each(
    customerCadences.filter(
      (name) => !['not-reached', 'needs-analysis', 'quoted', 'answered'].includes(name),
    ),
  )('%s says that the request is not forgotten', (cadence) => {
    expect(reminded(cadence, 1).flat).toContain('Sie ist bei uns nicht vergessen.');
  });
});
