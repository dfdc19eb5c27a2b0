import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lead, weightedCents } from '../../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { type LeadSummary, summarise } from '../../../domain/lead/summary.ts';
import {
  type Digest,
  type DigestSection,
  digestSections,
  linesIn,
  makeDigest,
  nothingToSay,
  numberedLeads,
} from '../../../domain/report/digest.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
/** Wednesday, 25 November 2026, 06:30 in Munich. */
const now = '2026-11-25T05:30:00.000Z';
/** The digest of Tuesday. */
const since = '2026-11-24T05:30:00.000Z';
const lastWeek = '2026-11-17T09:00:00.000Z';
/** After the digest of Tuesday. */
const lately = '2026-11-24T10:00:00.000Z';
const nextWeek = '2026-12-02T09:00:00.000Z';

let ids = 0;

/** Waits quietly for the customer since last week: belongs into no section. */
function quiet(overrides: Partial<Lead> = {}): LeadSummary {
  const id = String(1_000_000_000 + ++ids);
  return summarise(
    aLead({
      id,
      stage: 'needs-analysis',
      stageSince: lastWeek,
      capturedAt: lastWeek,
      movedAt: lastWeek,
      waitsFor: 'customer',
      cadence: { name: 'needs-analysis', startedAt: lastWeek, generation: 1, sent: 0 },
      dueAt: nextWeek,
      ...overrides,
    }),
  );
}

function digest(open: readonly LeadSummary[], more: Partial<Parameters<typeof makeDigest>[0]> = {}): Digest {
  return makeDigest({ open, won: [], closed: [], company, now, since, ...more });
}

const idsIn = (made: Digest, section: DigestSection) =>
  made.sections.find((one) => one.section === section)?.lines.map(({ lead }) => lead.id);

/** The sections in which a lead stands. */
const sectionsOf = (made: Digest, { id }: LeadSummary) =>
  made.sections.filter(({ lines }) => lines.some(({ lead }) => lead.id === id)).map(({ section }) => section);

const owned = (overrides: Partial<Lead> = {}) =>
  quiet({
    stage: 'opportunity',
    waitsFor: 'owner',
    cadence: { name: 'opportunity', startedAt: lastWeek, generation: 1, sent: 0 },
    ...overrides,
  });

describe('a lead that waits quietly', () => {
  test('stands nowhere, and nothing is said', () => {
    const made = digest([quiet()]);
    expect(nothingToSay(made)).toBe(true);
    expect(made.sections.map(({ section }) => section)).toEqual(digestSections);
  });

  test('counts in the figures all the same', () => {
    expect(digest([quiet({ valueCents: 100_000, probability: 20 })]).figures).toMatchObject({
      openLeads: 1,
      pipelineCents: 100_000,
      weightedCents: 20_000,
    });
  });
});

describe('each section', () => {
  test('an emergency that nobody confirmed comes first; a confirmed one is no alarm, and owed until it is done', () => {
    const emergency = { stage: 'service', probability: null, waitsFor: 'owner' } as const;
    const open = quiet(emergency);
    const confirmed = quiet({ ...emergency, confirmedAt: lastWeek });
    const made = digest([confirmed, open]);
    expect(sectionsOf(made, open)).toEqual(['unconfirmed']);
    expect(sectionsOf(made, confirmed)).toEqual(['due-today']);
  });

  test('an untouched lead is new until somebody touches it, one in progress until the next digest', () => {
    const untouched = quiet({ stage: 'new', waitsFor: 'owner' });
    const taken = owned({ stage: 'in-progress', capturedAt: '2026-11-24T10:00:00.000Z' });
    const takenBefore = owned({ stage: 'in-progress' });
    const made = digest([untouched, taken, takenBefore]);
    expect(idsIn(made, 'new-requests')).toEqual([taken.id, untouched.id]);
    expect(sectionsOf(made, takenBefore)).toEqual([]);
  });

  test('what the owner owes is due until the day ends for the business, not for UTC', () => {
    const lateToday = owned({ dueAt: '2026-11-25T22:59:59.999Z' });
    const tomorrow = owned({ dueAt: '2026-11-25T23:00:00.000Z' });
    const overdue = owned({ dueAt: lastWeek });
    expect(idsIn(digest([lateToday, tomorrow, overdue]), 'due-today')).toEqual([lateToday.id, overdue.id]);
  });

  test('the owner who was chased still owes it, whenever the next chase is due', () => {
    const chased = owned({ cadence: { name: 'replied', startedAt: lastWeek, generation: 1, sent: 1 } });
    expect(sectionsOf(digest([chased]), chased)).toEqual(['due-today']);
  });

  test('what either side could do is also due for the owner', () => {
    const either = quiet({ stage: 'negotiation', waitsFor: 'either', dueAt: now });
    expect(sectionsOf(digest([either]), either)).toEqual(['due-today']);
  });

  test('a reminder to the customer is no duty of the owner, unless no mail reaches the customer', () => {
    const reminded = quiet({ dueAt: now });
    const byPhoneOnly = quiet({ dueAt: now, contact: { name: 'A', phone: '089 1', language: 'de' } });
    const stopped = quiet({ dueAt: now, mailsStopped: 'stopped' });
    expect(idsIn(digest([reminded, byPhoneOnly, stopped]), 'due-today')).toEqual([
      byPhoneOnly.id,
      stopped.id,
    ]);
  });

  test('a lead put off comes back on its day', () => {
    const until = (postponedUntil: string) => quiet({ postponedUntil, waitsFor: 'nobody' });
    const today = until('2026-11-25');
    const tomorrow = until('2026-11-26');
    expect(idsIn(digest([today, tomorrow]), 'due-today')).toEqual([today.id]);
  });

  test('before a visit the owner owes no quote, although the reminder of the visit is due', () => {
    const ahead = owned({
      stage: 'site-visit',
      dueAt: now,
      cadence: { name: 'site-visit', startedAt: nextWeek, generation: 1, sent: 0 },
      visit: { startsAt: nextWeek, durationMinutes: 60, plannedAt: lastWeek, sequence: 0 },
    });
    expect(sectionsOf(digest([ahead]), ahead)).toEqual([]);
  });

  test('a stalled lead stands there once when it stalls, then on the first working day of each week', () => {
    const fresh = owned({ stalledAt: lately, dueAt: now });
    const known = owned({ stalledAt: lastWeek, dueAt: now });
    expect(idsIn(digest([fresh, known]), 'stalled')).toEqual([fresh.id]);
    expect(sectionsOf(digest([known]), known)).toEqual([]);
    const monday = digest([known], { now: '2026-11-23T05:30:00.000Z', since: '2026-11-20T05:30:00.000Z' });
    expect(sectionsOf(monday, known)).toEqual(['stalled']);
    // Easter Monday is a holiday: the week begins on Tuesday.
    const easter = digest([known], { now: '2027-03-30T04:30:00.000Z', since: '2027-03-25T05:30:00.000Z' });
    expect(sectionsOf(easter, known)).toEqual(['stalled']);
  });

  test('a lead that was put off is not new, and due on its day and after it', () => {
    const later = { stage: 'new', waitsFor: 'nobody', capturedAt: lately } as const;
    const putOff = (sent: number, more: Partial<Lead>) =>
      quiet({ ...later, cadence: { name: 'postponed', startedAt: nextWeek, generation: 1, sent }, ...more });
    const ahead = putOff(0, { postponedUntil: '2026-12-02' });
    const today = putOff(0, { postponedUntil: '2026-11-25' });
    const chased = putOff(1, { waitsFor: 'owner' });
    const made = digest([ahead, today, chased]);
    expect(idsIn(made, 'new-requests')).toEqual([]);
    expect(idsIn(made, 'due-today')).toEqual([today.id, chased.id]);
  });

  test('what the owner did himself is not told him, and what others did is', () => {
    const moved = (movedBy: LeadSummary['movedBy']) => ({ ...quiet({ movedAt: lately }), movedBy });
    const own = moved({ by: 'owner' });
    const byHisLink = moved({ by: 'owner', person: company.owner.name });
    const colleague = moved({ by: 'owner', person: 'Sabine Muster' });
    const customer = moved({ by: 'customer' });
    const before = moved(undefined);
    const made = digest([own, byHisLink, colleague, customer, before]);
    expect(idsIn(made, 'moved')).toEqual([colleague.id, customer.id, before.id]);
    const toColleague = digest([own, byHisLink, colleague], { readBy: 'Sabine Muster' });
    expect(idsIn(toColleague, 'moved')).toEqual([own.id, byHisLink.id]);
  });

  describe('how it moved', () => {
    const sabine = { by: 'owner', person: 'Sabine Muster' } as const;
    const jonas = { by: 'owner', person: 'Jonas Huber' } as const;
    const before = '2026-11-23T12:00:00.000Z';
    const told = (lead: LeadSummary, readBy = 'Sabine Muster') =>
      digest([lead], { readBy }).sections.find(({ section }) => section === 'moved')?.lines[0]?.moved;
    const early = quiet({ movedAt: lately, movedFrom: 'new', stageSince: before });

    test('a move that a digest told is not told again by what happens afterwards', () => {
      const lead: LeadSummary = {
        ...early,
        movedBy: jonas,
        movedHow: 'contact-attempted',
        moves: [{ at: before, from: 'new', ...jonas }],
      };
      expect(told(lead)).toEqual({ step: 'contact-attempted', person: 'Jonas Huber' });
      expect(told({ ...lead, movedHow: undefined, movedBy: { by: 'customer' } })).toEqual({});
    });

    test('of several moves since, from where the first of others took it', () => {
      const moves: LeadSummary['moves'] = [
        { at: before, from: 'in-progress', ...jonas },
        { at: lately, from: 'new', ...jonas },
        { at: lately, from: 'first-contact', ...jonas },
      ];
      const lead = { ...early, stageSince: lately, movedFrom: 'first-contact' as const, moves };
      expect(told({ ...lead, movedBy: jonas })).toEqual({ from: 'new', person: 'Jonas Huber' });
    });

    test('what another one moved is told to whoever did something with it afterwards', () => {
      const moves: LeadSummary['moves'] = [{ at: lately, from: 'new', ...jonas }];
      const lead: LeadSummary = { ...early, movedBy: sabine, movedHow: 'contact-attempted', moves };
      expect(told(lead)).toEqual({ from: 'new', person: 'Jonas Huber' });
      expect(told(lead, 'Jonas Huber')).toEqual({ step: 'contact-attempted', person: 'Sabine Muster' });
    });

    test('his own move is none that others made', () => {
      const moves: LeadSummary['moves'] = [{ at: lately, from: 'new', ...sabine }];
      const lead: LeadSummary = { ...early, stageSince: lately, movedBy: sabine, moves };
      expect(told(lead)).toBeUndefined();
      expect(told({ ...lead, movedBy: jonas, movedHow: 'postponed' })).toEqual({
        step: 'postponed',
        person: 'Jonas Huber',
      });
    });

    test('there and back again is no move', () => {
      const moves: LeadSummary['moves'] = [
        { at: lately, from: early.stage, ...jonas },
        { at: lately, from: 'new', ...jonas },
      ];
      expect(told({ ...early, stageSince: lately, movedBy: jonas, moves })).toEqual({
        person: 'Jonas Huber',
      });
    });

    test('what an earlier release stored tells where it was, as long as that is new', () => {
      expect(told({ ...early, stageSince: lately, movedBy: jonas })).toEqual({
        from: 'new',
        person: 'Jonas Huber',
      });
      expect(told({ ...early, movedBy: jonas })).toEqual({ person: 'Jonas Huber' });
    });
  });

  test('that somebody put another request together with it is told wherever it stands, but not to him', () => {
    const joined = { at: lately, by: 'owner', person: 'Sabine Muster' } as const;
    const lead: LeadSummary = { ...owned({ dueAt: now }), joined };
    const lineFor = (readBy: string, one = lead) =>
      digest([one], { readBy }).sections.find(({ section }) => section === 'due-today')?.lines[0];
    expect(lineFor(company.owner.name)?.joined).toEqual(joined);
    expect(lineFor('Sabine Muster')).not.toHaveProperty('joined');
    const told = { ...lead, joined: { ...joined, at: '2026-11-24T05:29:59.999Z' } };
    expect(lineFor(company.owner.name, told)).not.toHaveProperty('joined');
  });

  test('visits of today and tomorrow in the order of the day, also those listed above', () => {
    const visit = (startsAt: Moment, more: Partial<Lead> = {}) =>
      quiet({ visit: { startsAt, durationMinutes: 60, plannedAt: lastWeek, sequence: 0 }, ...more });
    const tomorrowLate = visit('2026-11-26T22:30:00.000Z');
    const todayEarly = visit('2026-11-24T23:15:00.000Z', { valueCents: 1 });
    const today = visit('2026-11-25T10:00:00.000Z', { stalledAt: lately });
    const yesterday = visit('2026-11-24T22:30:00.000Z');
    const dayAfter = visit('2026-11-26T23:30:00.000Z');
    const made = digest([tomorrowLate, today, todayEarly, yesterday, dayAfter]);
    expect(idsIn(made, 'visits')).toEqual([todayEarly.id, today.id, tomorrowLate.id]);
    expect(sectionsOf(made, today)).toEqual(['visits', 'stalled']);
  });

  test('a quote without an answer; not one that was answered', () => {
    const silent = quiet({ stage: 'quoted' });
    const answered = owned({ stage: 'quoted' });
    const made = digest([silent, answered]);
    expect(idsIn(made, 'quotes')).toEqual([silent.id]);
  });

  test('what moved since the last digest, won and lost included, but nobody who was erased', () => {
    const moved = quiet({ movedAt: since });
    const before = quiet({ movedAt: '2026-11-24T05:29:59.999Z' });
    const closedAt = '2026-11-24T12:00:00.000Z';
    const won = quiet({ stage: 'won', probability: 100, closedAt, movedAt: closedAt, valueCents: 5 });
    const erased = quiet({ stage: 'lost', closedAt, movedAt: closedAt, contact: { language: 'de' } });
    const made = digest([moved, before], { closed: [won, erased] });
    expect(idsIn(made, 'moved')).toEqual([won.id, moved.id]);
    expect(made.figures.openLeads).toBe(2);
  });

  test('gaps say what is missing', () => {
    const { name: _, ...nameless } = aLead().contact;
    const lead = quiet({ contact: nameless, request: { urgency: 'planned', gas: false, extra: [] } });
    const made = digest([lead]);
    expect(made.sections.find(({ section }) => section === 'gaps')?.lines).toEqual([
      { number: 1, lead, note: { code: 'gaps', missing: ['name', 'kind', 'excerpt'] } },
    ]);
  });

  test('whose mails do not arrive, or perhaps did not', () => {
    const bounced = quiet({ mailsStopped: 'bounced', cadence: undefined });
    const complained = quiet({ mailsStopped: 'complained', cadence: undefined });
    const uncertain = quiet({ uncertainMails: 1 });
    const stopped = quiet({ mailsStopped: 'stopped', cadence: undefined });
    const made = digest([bounced, complained, uncertain, stopped]);
    expect(idsIn(made, 'bounced')).toEqual([bounced.id, complained.id, uncertain.id]);
  });

  test('that mails do not arrive is said wherever the lead stands', () => {
    const lead = owned({ mailsStopped: 'bounced', dueAt: now });
    const [line] = digest([lead]).sections.find(({ section }) => section === 'due-today')?.lines ?? [];
    expect(line?.note).toEqual({ code: 'bounced' });
  });
});

describe('order', () => {
  test('the most money at risk first: value times probability, then the newest', () => {
    const stalled = (valueCents: number, probability: number, capturedAt = lastWeek) =>
      quiet({ stalledAt: lately, valueCents, probability, capturedAt });
    const large = stalled(10_000_000, 10);
    const likely = stalled(2_000_000, 90);
    const small = stalled(100, 5);
    const older = stalled(100, 5, '2026-11-01T09:00:00.000Z');
    expect(idsIn(digest([small, large, older, likely]), 'stalled')).toEqual([
      likely.id,
      large.id,
      small.id,
      older.id,
    ]);
  });

  test('among requests of which nobody knows a value the newest first, behind those that have one', () => {
    const fresh = (capturedAt: Moment, worth: Partial<Lead> = {}) =>
      quiet({ stage: 'new', capturedAt, ...worth });
    const [first, second, third] = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) =>
      fresh(`${day}T09:00:00.000Z`),
    ) as [LeadSummary, LeadSummary, LeadSummary];
    const valued = fresh('2026-11-01T09:00:00.000Z', { valueCents: 100_000, probability: 5 });
    expect(idsIn(digest([first, third, valued, second]), 'new-requests')).toEqual([
      valued.id,
      third.id,
      second.id,
      first.id,
    ]);
  });

  test('among answers the newest answer first, however old its request is', () => {
    const answered = (capturedAt: Moment, at: Moment): LeadSummary => ({
      ...quiet({ capturedAt }),
      unanswered: { at },
    });
    const late = answered('2026-11-01T09:00:00.000Z', '2026-11-23T09:00:00.000Z');
    const early = answered('2026-11-19T09:00:00.000Z', '2026-11-22T09:00:00.000Z');
    expect(idsIn(digest([early, late]), 'answers')).toEqual([late.id, early.id]);
  });
});

describe('figures', () => {
  test('emergencies and sleepers are open leads but no sales', () => {
    const made = digest([
      quiet({ valueCents: 100_000, probability: 30 }),
      quiet({ stage: 'service', probability: null, valueCents: 50_000 }),
      quiet({ stage: 'unqualified', probability: 0, valueCents: 70_000, waitsFor: 'owner' }),
      quiet(),
    ]);
    expect(made.figures).toMatchObject({ openLeads: 4, pipelineCents: 100_000, weightedCents: 30_000 });
  });

  test('won this month is the month of the business: midnight in Munich is an hour before that of UTC', () => {
    const won = (closedAt: Moment, finalCents: number) =>
      quiet({ stage: 'won', probability: 100, closedAt, valueCents: finalCents, finalCents });
    const made = digest([], {
      won: [
        won('2026-10-31T22:59:59.999Z', 1),
        won('2026-10-31T23:00:00.000Z', 20),
        won('2026-11-24T12:00:00.000Z', 300),
      ],
    });
    expect(made.figures).toMatchObject({ wonThisMonth: 2, wonThisMonthCents: 320 });
  });
});

describe('days that are not 24 hours long', () => {
  test.each([
    { day: 'spring, 23 hours', at: '2027-03-28T05:00:00.000Z', last: '2027-03-28T21:59:59.999Z' },
    { day: 'autumn, 25 hours', at: '2026-10-25T05:30:00.000Z', last: '2026-10-25T22:59:59.999Z' },
  ])('$day: due until the last local moment and no longer', ({ at, last }) => {
    const inside = owned({ dueAt: last });
    const outside = owned({ dueAt: new Date(Date.parse(last) + 1).toISOString() });
    const made = digest([inside, outside], { now: at, since: at });
    expect(idsIn(made, 'due-today')).toEqual([inside.id]);
  });

  test('the date is that of the business', () => {
    expect(digest([], { now: '2026-11-24T23:30:00.000Z' }).date).toBe('2026-11-25');
  });
});

test('without an earlier digest, news are what moved since yesterday began', () => {
  const yesterday = quiet({ movedAt: '2026-11-23T23:00:00.000Z' });
  const before = quiet({ movedAt: '2026-11-23T22:59:59.999Z' });
  const made = makeDigest({ open: [yesterday, before], won: [], closed: [], company, now });
  expect(idsIn(made, 'moved')).toEqual([yesterday.id]);
});

const anyLead = fc
  .record({
    stage: fc.constantFrom(...stageKeys),
    waitsFor: fc.constantFrom('owner', 'customer', 'either', 'nobody'),
    movedAt: fc.constantFrom(lastWeek, now),
    dueAt: fc.constantFrom(lastWeek, now, nextWeek),
    stalledAt: fc.constantFrom(undefined, lastWeek),
    valueCents: fc.constantFrom(undefined, 0, 100, 50_000),
    probability: fc.constantFrom(null, 0, 30, 100),
    uncertainMails: fc.constantFrom(0, 1),
    mailsStopped: fc.constantFrom(undefined, 'stopped', 'bounced', 'complained'),
    visit: fc.constantFrom(undefined, {
      startsAt: '2026-11-25T10:00:00.000Z',
      durationMinutes: 30,
      plannedAt: lastWeek,
      sequence: 0,
    }),
  })
  .map((facts) => quiet(facts as Partial<Lead> & { stage: Stage }));

test('whatever is open: a lead stands in one section at most besides the visits, the most money first', () => {
  fc.assert(
    fc.property(fc.array(anyLead, { maxLength: 12 }), (open) => {
      const made = digest(open);
      for (const lead of open) {
        expect(sectionsOf(made, lead).filter((section) => section !== 'visits').length).toBeLessThanOrEqual(
          1,
        );
      }
      for (const { section, lines } of made.sections) {
        if (section === 'visits') continue;
        const risks = lines.map(({ lead }) => weightedCents(lead));
        expect(risks).toEqual(risks.toSorted((one, other) => other - one));
      }
    }),
    { numRuns: 60 },
  );
});

test('of a flood each section keeps its first hundred, the most money first, and counts the rest', () => {
  const many = Array.from({ length: 1_000 }, (_, at) =>
    quiet({ stalledAt: lately, valueCents: ((at * 7919) % 1_000) + 1, probability: 100 }),
  );
  const made = digest([...many, ...many.slice(0, 150).map((_, at) => owned({ dueAt: now, valueCents: at }))]);
  const stalled = made.sections.find(({ section }) => section === 'stalled');
  expect(stalled?.lines.map(({ lead }) => lead.valueCents)).toEqual(
    Array.from({ length: 100 }, (_, at) => 1_000 - at),
  );
  expect(stalled && linesIn(stalled)).toBe(1_000);
  const due = made.sections.find(({ section }) => section === 'due-today');
  expect(due?.lines.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  expect(stalled?.lines[0]?.number).toBe(101);
  expect(due?.more).toBe(50);
  expect(numberedLeads(made)).toHaveLength(200);
  expect(made.figures.openLeads).toBe(1_150);
});

test('whatever is open, in whatever order it comes: the digest is the same as that of a sorted list', () => {
  fc.assert(
    fc.property(fc.array(anyLead, { minLength: 100, maxLength: 260 }), (open) => {
      const made = digest(open);
      expect(digest(open.toReversed())).toEqual(made);
      for (const part of made.sections) {
        expect(part.lines.length).toBe(Math.min(linesIn(part), 100));
        expect(new Set(part.lines.map(({ lead }) => lead.id)).size).toBe(part.lines.length);
      }
    }),
    { numRuns: 15 },
  );
});

test('a lead that closed while the lists were read stands where it stood open, and nowhere twice', () => {
  const lead = owned({ dueAt: now, movedAt: now });
  const made = digest([lead], { closed: [{ ...lead, stage: 'lost', closedAt: now }] });
  expect(sectionsOf(made, lead)).toEqual(['due-today']);
});
