/** What only the local system has, under `/_local`: the mailbox, the clock, the leads as stored, incoming mail. */

import type { IncomingMessage } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { scanLeads } from '../../adapters/table/scan-leads.ts';
import type { Company } from '../../domain/business/company.ts';
import { personAt } from '../../domain/business/people.ts';
import { leadIdSchema } from '../../domain/lead/event.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { addLocalDays } from '../../domain/time/local-time.ts';
import { endOfTime } from '../../domain/time/moment.ts';
import type { loginLink } from '../../functions/serve-desk/log-in.ts';
import { ClockMovesBackError, type LocalClock } from '../clock/clock.ts';
import type { LocalWorkflow } from '../clock/workflow.ts';
import {
  answerForm,
  type Call,
  json,
  jsonHeaders,
  notSniffed,
  page,
  Refusal,
  readFields,
} from '../http/answers.ts';
import type { AlarmBook } from '../mail/alarm-book.ts';
import type { Mailbox, MailEntry } from '../mail/mailbox.ts';
import type { MailboxJson } from '../mail/mailbox-json.ts';
import { readMail } from '../mail/read-mail.ts';
import { alarmsPage } from './alarms-page.ts';
import { listBusiness, saveBusiness, showBusiness, storeLogo } from './business-api.ts';
import { endHook, type HooksApiDeps, makeHook, showHooks } from './hooks-api.ts';
import {
  type IncomingApiDeps,
  listIntake,
  listNotices,
  receiveAnswer,
  receiveRaw,
  receiveWritten,
  replayFailed,
  showIncoming,
  showNotedMails,
} from './incoming-api.ts';
import { leadsPage, mailboxPage, mailPage, startPage } from './pages.ts';
import { changeSender, type SenderApiDeps, showSender } from './sender-api.ts';
import { type ServeFileDeps, serveFile, serveRawMail } from './serve-file.ts';

export interface LocalApiDeps extends IncomingApiDeps, ServeFileDeps, HooksApiDeps, SenderApiDeps {
  readonly clock: LocalClock;
  readonly mailbox: Mailbox;
  readonly mailboxJson: MailboxJson;
  readonly alarmBook: AlarmBook;
  readonly leads: LeadStore;
  readonly table: Parameters<typeof scanLeads>[0];
  readonly workflow: LocalWorkflow;
  readonly company: Company;
  readonly onUnreadable: Parameters<typeof scanLeads>[1];
  readonly businesses: BusinessStore;
  readonly logos: LogoFiles;
  readonly sendDigest: () => Promise<unknown>;
  readonly loginLink: typeof loginLink;
  readonly links: SignedLinks;
  readonly ids: Ids;
  readonly publicUrl: string;
}

type Handle = (call: Call, deps: LocalApiDeps, part: string, index: string) => Promise<void> | void;

const routes: readonly (readonly [method: 'GET' | 'POST', path: RegExp, handle: Handle])[] = [
  ['GET', /^\/_local\/?$/, showStart],
  ['GET', /^\/_local\/mailbox$/, listMails],
  ['GET', /^\/_local\/alarms$/, ({ response }, { alarmBook }) => json(response, alarmBook.list())],
  ['GET', /^\/_local\/alarm$/, showAlarms],
  ['GET', /^\/_local\/mail$/, showMailbox],
  ['GET', /^\/_local\/mail\/([\w-]+)$/, showMail],
  ['GET', /^\/_local\/mail\/([\w-]+)\/html$/, showMailHtml],
  ['GET', /^\/_local\/mail\/([\w-]+)\/raw$/, showRawMail],
  ['GET', /^\/_local\/mail\/([\w-]+)\/attachments\/(\d+)$/, showAttachment],
  ['GET', /^\/_local\/clock$/, ({ response }, { clock }) => json(response, { now: clock.now() })],
  ['POST', /^\/_local\/clock$/, moveClock],
  ['GET', /^\/_local\/leads$/, listLeads],
  ['GET', /^\/_local\/leads\/(\w+)$/, showLeadAsJson],
  ['GET', /^\/_local\/lead$/, showLeads],
  ['GET', /^\/_local\/lead\/(\w+)$/, showLead],
  ['GET', /^\/_local\/executions$/, ({ response }, { workflow }) => json(response, workflow.executions())],
  ['POST', /^\/_local\/login$/, makeLoginLink],
  ['POST', /^\/_local\/digest$/, sendDigestNow],
  ['GET', /^\/_local\/sender$/, showSender],
  ['POST', /^\/_local\/sender$/, changeSender],
  ['GET', /^\/_local\/files\/([A-Za-z0-9-]{1,100})\/raw$/, serveRawMail],
  ['GET', /^\/_local\/files\/([A-Za-z0-9-]{1,100})\/(\d{1,4})$/, serveFile],
  ['GET', /^\/_local\/incoming$/, showIncoming],
  ['GET', /^\/_local\/intake$/, listIntake],
  ['GET', /^\/_local\/notices$/, listNotices],
  ['GET', /^\/_local\/noted$/, showNotedMails],
  ['POST', /^\/_local\/inbound$/, receiveRaw],
  ['POST', /^\/_local\/write$/, receiveWritten],
  ['POST', /^\/_local\/replay$/, replayFailed],
  ['POST', /^\/_local\/mail\/([\w-]+)\/answer$/, answerMail],
  ['GET', /^\/_local\/business$/, showBusiness],
  ['POST', /^\/_local\/business$/, saveBusiness],
  ['GET', /^\/_local\/business\/history$/, listBusiness],
  ['POST', /^\/_local\/logo$/, storeLogo],
  ['GET', /^\/_local\/hooks$/, showHooks],
  ['POST', /^\/_local\/hooks$/, makeHook],
  ['POST', /^\/_local\/hooks\/(\w+)\/revoke$/, endHook],
];

/** Answers a request below `/_local`. */
export async function answerLocally(call: Call, deps: LocalApiDeps): Promise<void> {
  const { request, response, path } = call;
  try {
    refuseStrangers(request);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const matching = routes.filter(([, pattern]) => pattern.test(path));
    if (matching.length === 0) throw new Refusal(404, 'There is nothing here.');
    const route = matching.find(([allowed]) => allowed === method);
    if (!route) throw new Refusal(405, `Not with ${request.method}.`);
    const [, part = '', index = ''] = route[1].exec(path) ?? [];
    await route[2](call, deps, part, index);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    response.writeHead(error.status, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ type: 'about:blank', title: error.message, status: error.status }));
  }
}

const ownHosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * No login guards these pages, so no other web site may use them through the browser of whoever runs this: neither under
 * a name of its own that leads here, nor by a form of its own.
 */
function refuseStrangers({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  const foreign = site === 'cross-site' || site === 'same-site';
  if (!ownHosts.test(headers.host ?? '') || foreign) {
    throw new Refusal(403, 'These pages are only for the machine they run on.');
  }
}

async function showStart({ response }: Call, deps: LocalApiDeps): Promise<void> {
  const executions = deps.workflow.executions().filter(({ status }) => status === 'RUNNING');
  const counts = {
    mails: deps.mailbox.count(),
    alarms: deps.alarmBook.count(),
    openLeads: (await deps.leads.listOpen()).length,
    executions: executions.length,
  };
  page(response, await startPage(shown(deps), counts));
}

async function listMails({ response }: Call, { mailboxJson }: LocalApiDeps): Promise<void> {
  response.writeHead(200, jsonHeaders);
  await mailboxJson.writeTo(response);
}

async function showAlarms({ response }: Call, deps: LocalApiDeps): Promise<void> {
  page(response, await alarmsPage(shown(deps), deps.alarmBook.list()));
}

const mailsPerPage = 50;

async function showMailbox({ response, query }: Call, deps: LocalApiDeps): Promise<void> {
  const leadId = /^\w+$/.exec(query.get('lead') ?? '')?.[0];
  const total = deps.mailbox.count(leadId);
  const before = Math.max(Math.min(Math.trunc(Number(query.get('before') ?? total)) || 0, total), 0);
  const first = Math.max(before - mailsPerPage, 0);
  const mails = deps.mailbox.list({ from: first, atMost: before - first, leadId }).toReversed();
  const rows = await Promise.all(mails.map((entry) => openMail(deps, entry)));
  const paging = { total, older: first > 0 ? first : undefined, leadId };
  page(response, await mailboxPage(shown(deps), rows, paging));
}

const openMail = async ({ mailbox }: LocalApiDeps, entry: MailEntry) => readMail(entry, mailbox.read(entry));

function findMail({ mailbox }: LocalApiDeps, id: string): MailEntry {
  const entry = mailbox.find(id);
  if (!entry) throw new Refusal(404, 'There is no such mail.');
  return entry;
}

async function showMail({ response }: Call, deps: LocalApiDeps, id: string): Promise<void> {
  const entry = findMail(deps, id);
  const mail = await openMail(deps, entry);
  const about = entry.mailKey?.split('/')[0];
  page(response, await mailPage(shown(deps), mail, leadIdSchema.safeParse(about).data));
}

async function answerMail(call: Call, deps: LocalApiDeps, id: string): Promise<void> {
  await receiveAnswer(call, await openMail(deps, findMail(deps, id)), deps);
}

/** As it came, but without scripts and without anything from elsewhere but our logo; links open outside of the frame. */
async function showMailHtml({ response }: Call, deps: LocalApiDeps, id: string): Promise<void> {
  const mail = await openMail(deps, findMail(deps, id));
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${deps.company.publicUrl ?? ''}; sandbox allow-popups allow-popups-to-escape-sandbox`,
  });
  response.end(`<base target="_blank">${mail.html || `<pre>${escapeHtml(mail.text)}</pre>`}`);
}

async function showRawMail({ response }: Call, deps: LocalApiDeps, id: string): Promise<void> {
  const raw = deps.mailbox.read(findMail(deps, id));
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', ...notSniffed }).end(raw);
}

async function showAttachment(
  { response }: Call,
  deps: LocalApiDeps,
  id: string,
  index: string,
): Promise<void> {
  const mail = await openMail(deps, findMail(deps, id));
  const attachment = mail.attachments[Number(index)];
  if (!attachment) throw new Refusal(404, 'There is no such attachment.');
  const name = encodeURIComponent(attachment.filename ?? 'attachment');
  response.writeHead(200, {
    'content-type': attachment.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    ...notSniffed,
  });
  response.end(attachment.content);
}

/** Nobody looks further ahead, and a slip of the keyboard would keep this machine busy for a day. */
const farthestMoveMs = 10 * 366 * 24 * 60 * 60_000;

async function moveClock({ request, response }: Call, { clock }: LocalApiDeps): Promise<void> {
  const target = readTarget(await readFields(request));
  const limited = (nowMs: number) => {
    const targetMs = target(nowMs);
    if (targetMs - nowMs > farthestMoveMs) throw new Refusal(400, 'That is more than ten years ahead.');
    return targetMs;
  };
  const fired = await clock.move(limited).catch((error: unknown) => {
    if (error instanceof ClockMovesBackError) throw new Refusal(400, 'The clock only moves forward.');
    throw error;
  });
  answerForm({ request, response }, { now: clock.now(), fired });
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function readTarget({ advance, to }: Record<string, unknown>): (nowMs: number) => number {
  if ((advance === undefined) === (to === undefined)) {
    throw new Refusal(
      400,
      'Either "advance", a duration such as "PT72H", or "to", a time such as "2026-12-01T08:00:00Z".',
    );
  }
  if (to !== undefined) {
    const targetMs = typeof to === 'string' && isoTime.test(to) ? Date.parse(to) : Number.NaN;
    if (Number.isNaN(targetMs))
      throw new Refusal(400, '"to" is not an ISO time such as "2026-12-01T08:00:00Z".');
    return () => targetMs;
  }
  try {
    const duration = Temporal.Duration.from(String(advance));
    // Months and years by the calendar, days of 24 hours.
    return (nowMs) =>
      Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').add(duration).epochMilliseconds;
  } catch {
    throw new Refusal(400, '"advance" is not an ISO duration such as "PT72H" or "P1DT2H".');
  }
}

async function listLeads({ response }: Call, { table, onUnreadable }: LocalApiDeps): Promise<void> {
  const leads: { capturedAt: string; text: string }[] = [];
  // As text, which takes a fraction of what the objects would.
  for await (const lead of scanLeads(table, onUnreadable)) {
    leads.push({ capturedAt: lead.capturedAt, text: JSON.stringify(lead) });
  }
  leads.sort((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));
  response.writeHead(200, jsonHeaders);
  response.end(`[${leads.map(({ text }) => text).join(',\n')}]\n`);
}

async function loadLead({ leads }: LocalApiDeps, id: string) {
  const lead = await leads.load(id.toUpperCase());
  if (!lead) throw new Refusal(404, 'There is no such lead.');
  return lead;
}

async function showLeadAsJson({ response }: Call, deps: LocalApiDeps, id: string): Promise<void> {
  const lead = await loadLead(deps, id);
  const archived = await deps.leads.loadArchive(lead.id);
  json(response, { ...lead, timeline: [...archived, ...lead.timeline] });
}

const closedForDays = 90;

async function showLeads({ response }: Call, deps: LocalApiDeps): Promise<void> {
  const { now, company } = shown(deps);
  const since = addLocalDays(now, -closedForDays, company.timeZone);
  const [waiting, closed] = await Promise.all([
    deps.leads.listOverdue(endOfTime),
    deps.leads.listClosed(since, now),
  ]);
  const open = waiting.filter(({ stage }) => !isClosed(stage));
  page(response, await leadsPage({ now, company }, open, closed.toReversed()));
}

/** The owner's own page of the lead, where he sees what happened and acts. */
async function showLead({ response }: Call, deps: LocalApiDeps, id: string): Promise<void> {
  const { id: leadId, generation } = await loadLead(deps, id);
  const expiresAt = addLocalDays(deps.clock.now(), 1, deps.company.timeZone);
  const location = deps.links.sign({ leadId, generation, action: 'view', expiresAt });
  response.writeHead(303, { location }).end();
}

async function makeLoginLink({ request, response }: Call, deps: LocalApiDeps): Promise<void> {
  const { email } = await readFields(request);
  const person = typeof email === 'string' ? personAt(deps.company, email.trim()) : undefined;
  if (!person) throw new Refusal(404, 'Nobody of the business has this address.');
  const url = deps.loginLink(person, deps.clock.now(), deps);
  answerForm({ request, response }, { url }, url);
}

async function sendDigestNow({ request, response }: Call, { sendDigest }: LocalApiDeps): Promise<void> {
  answerForm({ request, response }, await sendDigest());
}

const shown = ({ company, clock }: LocalApiDeps) => ({ company, now: clock.now() });

const escapeHtml = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.codePointAt(0)};`);
