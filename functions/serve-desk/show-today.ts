/** What the day asks for: what rings, where one drives, whose turn it is. Reads what is open, never what is closed. */
import { mayDo } from '../../domain/business/recipients.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { type DigestPart, type DigestSection, isTaken } from '../../domain/report/digest.ts';
import { beginOwnDigest, isHisTurn } from '../../domain/report/digest-readers.ts';
import { firstToTurnTo } from '../../domain/report/whose-turn.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import { todayPage } from '../../views/desk/today-page.ts';
import { deskResponse, sameWhile } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';

interface ShowTodayDeps {
  readonly leads: Pick<LeadStore, 'eachOpen' | 'eachInAftercare'>;
  readonly intake: Pick<IntakeLog, 'listSince'>;
}

/** What is older has its own page. */
const asideFor = '-P7D';

/** What waits for somebody, beside answers and emergencies. */
const ofTurn: readonly DigestSection[] = ['new-requests', 'due-today', 'stalled'];

export const showToday: DeskPage<ShowTodayDeps> = async (_, { leads, intake }, context) => {
  const { company, now, person } = context;
  // Where nobody is named who works here, all of it is everybody's.
  const reader = { to: [person.email], ...(company.people.length > 0 && { person }) };
  const isHis = (lead: LeadSummary) => isHisTurn(company, reader, lead, now);
  const mails = mayDo(person, 'noted-mails') ? await intake.listSince(addDuration(now, asideFor)) : [];
  const draft = beginOwnDigest(reader, { won: [], closed: [], company, now, mails });
  const taken: LeadSummary[] = [];
  let open = 0;
  for await (const lead of leads.eachOpen()) {
    draft.add(lead);
    open += 1;
    if (isTaken(lead)) taken.push(lead);
  }
  for await (const lead of leads.eachInAftercare()) draft.add(lead);
  const digest = draft.done();
  const part = (section: DigestSection): DigestPart =>
    digest.sections.find((one) => one.section === section) ?? { section, lines: [] };
  const isTakenNow = new Set(taken.map(({ id }) => id));
  const waiting = ofTurn.flatMap((section) =>
    part(section)
      .lines.filter(({ lead }) => isHis(lead) && !isTakenNow.has(lead.id))
      .map((line) => ({ section, line })),
  );
  const turn = firstToTurnTo(
    waiting.map(({ line }) => line.lead),
    now,
  ).flatMap(({ id }) => waiting.filter(({ line }) => line.lead.id === id));
  const page = {
    open,
    alarms: part('unconfirmed'),
    taken,
    visits: part('visits').lines,
    turn,
    waiting: waiting.length,
    answers: part('answers'),
    aside: digest.mails.noted,
    isHis,
  };
  // What was the latest news stands in the page.
  return sameWhile(deskResponse(200, await todayPage(page, context)), now, 'today');
};
