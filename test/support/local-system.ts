/** The local system as a user starts it: a process of its own, on a free port, with data of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ReadMail } from '../../local/mail/read-mail.ts';
import { freePort } from './free-port.ts';

const ownMain = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

/** A mail as `/_local/mailbox` shows it: of its files only what they are. */
export type MailboxEntry = Omit<ReadMail, 'attachments'> & {
  readonly attachments: readonly { readonly filename: string; readonly contentType: string }[];
};

/** A mail as a person writes it with a mail program. */
interface SentMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The sender of the envelope; absent: that of `from`. */
  readonly envelopeFrom?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly inReplyTo?: string;
  readonly messageId?: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer }[];
}

export interface LocalSystem {
  readonly url: string;
  readonly smtpPort: number;
  readonly dataFolder: string;
  /** Of the process, which changes with a restart. */
  pid(): number;
  get(path: string, init?: RequestInit): Promise<Response>;
  /** @returns the answer as JSON. */
  postJson(path: string, body: unknown): Promise<unknown>;
  /** @returns the id of the new lead. */
  capture(fields: Readonly<Record<string, unknown>>): Promise<string>;
  /** Sends a mail by SMTP. @returns the server's answer. */
  mail(mail: SentMail): Promise<string>;
  /** Hands in one raw mail. */
  inbound(
    raw: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ outcome: string; leadId: string | null }>;
  lead(id: string): Promise<Lead>;
  leads(): Promise<Lead[]>;
  mailbox(): Promise<MailboxEntry[]>;
  /** What this address got, oldest first. */
  mailsTo(address: string): Promise<MailboxEntry[]>;
  /** @throws Error it got nothing. */
  newestTo(address: string): Promise<MailboxEntry>;
  /** Moves the clock by an ISO duration; everything on the way has happened when it returns. */
  advance(duration: string): Promise<{ now: string; fired: number }>;
  moveTo(moment: string): Promise<{ now: string; fired: number }>;
  /** Waits until nothing is under way. */
  quiet(): Promise<void>;
  /** Opens a signed link, fills in its form as a browser would, and presses the button. */
  tap(link: string, fields?: Readonly<Record<string, string>>): Promise<{ status: number; page: string }>;
  /**
   * Presses a button of a mail or page, by the words on it, and waits until nothing is under way.
   * @param query what stands behind the link: a choice that the page offers.
   * @returns the page that follows.
   * @throws Error there is no such button, or it was refused.
   */
  press(
    label: string,
    page: string,
    fields?: Readonly<Record<string, string>>,
    query?: string,
  ): Promise<string>;
  /**
   * `kill -9`, and start again on the same data.
   * @param between what happens to the data meanwhile.
   */
  killAndRestart(between?: () => void): Promise<void>;
  /** SIGTERM, and start again on the same data. */
  restart(flags?: readonly string[]): Promise<void>;
  /** SIGTERM. @returns the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the system and waits until a lead can be captured.
 * @param options.main of another checkout.
 * @param options.dataFolder what is there already; deleted at the end as well.
 */
export async function startLocalSystem(
  options: { now?: string; args?: readonly string[]; main?: string; dataFolder?: string } = {},
): Promise<LocalSystem> {
  const { main = ownMain } = options;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'nachfass-test-'));
  const port = await freePort();
  const smtpPort = await freePort();
  const url = `http://localhost:${port}`;
  let child = await start(options.now === undefined ? [] : ['--now', options.now]);

  async function start(extra: readonly string[]): Promise<ChildProcess> {
    const ports = ['--port', String(port), '--smtp-port', String(smtpPort)];
    const args = [main, ...ports, '--data', dataFolder, ...(options.args ?? []), ...extra];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (;;) {
      if (started.exitCode !== null) throw new Error(`The local system ended with ${started.exitCode}`);
      const response = await fetch(`${url}/health`).catch(() => undefined);
      if (response?.ok) return started;
      await sleep(50);
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  async function json(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(url + path, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
  const mailbox = () => json('/_local/mailbox') as Promise<MailboxEntry[]>;
  const mailsTo = async (address: string) => (await mailbox()).filter((mail) => mail.to.includes(address));
  const postJson = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    json(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  let visitors = 0;
  /** Each visitor comes from a network of his own. */
  const nextNetwork = () => {
    visitors += 1;
    return {
      'x-forwarded-for': `2001:db8:${(visitors >> 16).toString(16)}:${(visitors & 0xffff).toString(16)}::1`,
    };
  };
  const moveClock = (body: unknown) =>
    postJson('/_local/clock', body) as Promise<{ now: string; fired: number }>;

  async function tap(link: string, fields: Readonly<Record<string, string>> = {}) {
    const form = await fetch(link);
    if (!form.ok) throw new Error(`${link} answered ${form.status}`);
    const body = new URLSearchParams({ ...hiddenFields(await form.text()), ...fields });
    const response = await fetch(link, { method: 'POST', body });
    return { status: response.status, page: await response.text() };
  }
  async function quiet(): Promise<void> {
    await moveClock({ advance: 'PT0S' });
  }

  return {
    url,
    smtpPort,
    dataFolder,
    pid: () => child.pid ?? 0,
    get: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    postJson,
    async capture(fields) {
      const { id } = (await postJson('/leads', fields, nextNetwork())) as { id: string };
      return id;
    },
    async mail({ envelopeFrom, attachments, ...mail }) {
      const transport = createTransport({ host: 'localhost', port: smtpPort, ignoreTLS: true });
      const { response } = await transport.sendMail({
        ...mail,
        ...(attachments && { attachments: [...attachments] }),
        ...(envelopeFrom !== undefined && { envelope: { from: envelopeFrom, to: mail.to } }),
      });
      transport.close();
      return response;
    },
    inbound: (raw, headers = {}) =>
      json('/_local/inbound', {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', ...headers },
        body: raw,
      }) as Promise<{ outcome: string; leadId: string | null }>,
    lead: (id) => json(`/_local/leads/${id}`) as Promise<Lead>,
    leads: () => json('/_local/leads') as Promise<Lead[]>,
    mailbox,
    mailsTo,
    async newestTo(address) {
      const mail = (await mailsTo(address)).at(-1);
      if (!mail) throw new Error(`No mail to ${address}`);
      return mail;
    },
    advance: (duration) => moveClock({ advance: duration }),
    moveTo: (moment) => moveClock({ to: moment }),
    quiet,
    tap,
    async press(label, page, fields = {}, query = '') {
      const tapped = await tap(new URL(await linkOrOnPage(label, page), url).href + query, fields);
      if (tapped.status !== 200) throw new Error(`"${label}" answered ${tapped.status}`);
      await quiet();
      return tapped.page;
    },
    async killAndRestart(between = () => {}) {
      await end('SIGKILL');
      between();
      child = await start([]);
    },
    async restart(flags = []) {
      await end('SIGTERM');
      child = await start(flags);
    },
    async stop() {
      const code = await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
      return code;
    },
  };
}

/** A mail has the likeliest buttons, and the page of the request all of them. */
async function linkOrOnPage(label: string, html: string): Promise<string> {
  try {
    return linkBehind(label, html);
  } catch (missing) {
    const whole = html.includes(wholeRequest) ? linkBehind(wholeRequest, html) : undefined;
    if (whole === undefined) throw missing;
    return linkBehind(label, await (await fetch(whole)).text());
  }
}
const wholeRequest = 'Ganze Anfrage ansehen';

/**
 * The link behind a button of a mail or page, by the words on it.
 * @throws Error there is no such button.
 */
export function linkBehind(label: string, html: string): string {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const found = links.find(([, , words]) => words?.replace(/<[^>]*>/g, '').trim() === label)?.[1];
  if (found === undefined) {
    throw new Error(`No "${label}" among: ${links.map(([, , words]) => words?.trim()).join(' | ')}`);
  }
  return found.replaceAll('&amp;', '&');
}

/** What a browser sends along with the form of a page without showing it. */
export function hiddenFields(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
}
