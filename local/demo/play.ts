/**
 * The year of the demonstration, played through the doors that everybody uses: the form, the desk, the mailbox. What it leaves is
 * what the real functions made of it, mails and timers included.
 */

import { type CompanyFile, companyFrom } from '../../domain/business/company.ts';
import { addDuration, addMinutes, earlierOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { demoCalendar } from './calendar.ts';
import { closedRequests } from './closed-requests.ts';
import type { Colleague, Customer, Step } from './customer.ts';
import { openRequests } from './open-requests.ts';

const customers = [...closedRequests, ...openRequests];

/** How far back the first request is. */
export const demoBegins = (now: Moment): Moment => addDuration(now, '-P366D');

interface Act {
  readonly at: Moment;
  readonly play: () => Promise<void>;
}

const mailboxes: Readonly<Record<Colleague, string>> = {
  martin: 'chef',
  sabine: 'buero',
  jonas: 'jonas',
  katharina: 'katharina',
  emre: 'emre',
};

/** The leads so far, by the customer. */
type Known = Map<Customer, string>;

/**
 * @param url of the system, which stands at `demoBegins` and holds nothing yet.
 * @param now where its clock stands in the end.
 * @throws Error a step was refused.
 */
export async function playDemo(url: string, file: CompanyFile, now: Moment): Promise<void> {
  const company = companyFrom(file);
  const calendar = demoCalendar(company, now);
  const desk = openDesks(url);
  const known: Known = new Map();
  const dated = (typed: Readonly<Record<string, string>>, position: number) =>
    Object.fromEntries(
      Object.entries(typed).map(([name, value]) => {
        const [, from, days = '0'] = /^([+@])(-?\d+)$/.exec(value) ?? [];
        if (from === undefined) return [name, name === 'assignee' ? mailOf(value as Colleague) : value];
        return [name, calendar.dateAfter(from === '@' ? calendar.today : position, Number(days))];
      }),
    );
  const mailOf = (one: Colleague): string =>
    company.people.find(({ email }) => email.startsWith(`${mailboxes[one]}@`))?.email ?? '';

  const actsOf = (customer: Customer): Act[] => {
    const { ago, steps, answers } = customer;
    const latest = addMinutes(now, -2);
    if (ago === undefined) {
      return [{ at: addMinutes(now, -15), play: () => begin(customer) }];
    }
    let position = -ago;
    const acts: Act[] = [{ at: earlierOf(calendar.momentAt(position), latest), play: () => begin(customer) }];
    for (const step of steps) {
      position += step[0];
      const here = position;
      acts.push({
        at: earlierOf(calendar.momentAt(position), latest),
        play: () => take(customer, step, here),
      });
    }
    if (answers !== undefined) {
      acts.push({ at: latest, play: () => answer(customer, answers) });
    }
    return acts;
  };

  const begin = async (customer: Customer): Promise<void> => {
    const { name, city, street, phone, email, message, typed, called } = customer;
    const fields = withoutEmpty({ name, city, address: street, phone, email, message, ...typed });
    const id = called
      ? await desk.capture(mailOf('katharina'), { urgency: 'planned', source: 'word-of-mouth', ...fields })
      : await post(`${url}/leads`, fields).then(
          async (response) => ((await response.json()) as { id: string }).id,
        );
    known.set(customer, id);
  };

  const take = async (customer: Customer, [, action, typed = {}, by = 'martin']: Step, position: number) => {
    const id = known.get(customer) ?? '';
    await desk.step(mailOf(by), id, action, dated(typed, position));
  };

  const answer = async ({ email, name }: Customer, text: string): Promise<void> => {
    const mails = (await (await fetch(`${url}/_local/mailbox`)).json()) as {
      to: string[];
      replyTo: string[];
      subject: string;
    }[];
    const last = mails.findLast(({ to }) => to.includes(email ?? ''));
    const raw = [
      `From: ${name} <${email}>`,
      `To: ${last?.replyTo[0]}`,
      `Subject: Re: ${last?.subject}`,
      `Message-ID: <${known.size}.${email}>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
    ].join('\r\n');
    await fetch(`${url}/_local/inbound`, { method: 'POST', body: raw });
  };

  const acts = customers.flatMap(actsOf).toSorted((one, other) => (one.at < other.at ? -1 : 1));
  for (const { at, play } of acts) {
    await moveTo(url, at);
    await play();
  }
  await moveTo(url, now);
}

const moveTo = (url: string, to: Moment): Promise<Response> =>
  fetch(`${url}/_local/clock`, { method: 'POST', body: JSON.stringify({ to }) });

const withoutEmpty = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const post = (address: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { accept: cookie === '' ? 'application/json' : 'text/html', ...(cookie && { cookie }) },
  });

/** Everybody of the firm at the desk, each in a browser of his own. */
function openDesks(url: string) {
  const logIn = async (email: string): Promise<string> => {
    const login = await fetch(`${url}/_local/login`, { method: 'POST', body: JSON.stringify({ email }) });
    const { url: link } = (await login.json()) as { url: string };
    const entered = await fetch(link, { method: 'POST', redirect: 'manual' });
    return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const cookies = new Map<string, string>();

  const fill = async (
    address: string,
    typed: Readonly<Record<string, string>>,
    email: string,
  ): Promise<Response> => {
    let cookie = cookies.get(email) ?? (await logIn(email));
    let response = await post(address, typed, cookie);
    // A session ends after a month in which nobody comes.
    if (response.headers.get('location')?.startsWith('/desk/login')) {
      cookie = await logIn(email);
      response = await post(address, typed, cookie);
    }
    cookies.set(email, cookie);
    if (response.status !== 422) return response;
    // A visit beside another one, or on a holiday: it is agreed all the same.
    const despite = / name="despite" value="([^"]*)"/.exec(await response.clone().text())?.[1];
    return despite === undefined ? response : post(address, { ...typed, despite }, cookie);
  };
  const refuse = async (what: string, response: Response): Promise<never> => {
    const page = await response.text();
    const said = [...page.matchAll(/<(?:h1|p class="fault)[^>]*>(.*?)<\/(?:h1|p)>/gs)].map(
      ([, text]) => text,
    );
    throw new Error(`The demonstration stops at ${what}: ${response.status} ${said.join(', ')}`);
  };

  return {
    async step(
      email: string,
      id: string,
      action: string,
      typed: Readonly<Record<string, string>>,
    ): Promise<void> {
      const lead = (await (await fetch(`${url}/_local/leads/${id}`)).json()) as { generation: number };
      const response = await fill(`${url}/desk/leads/${id}/${action}?seen=${lead.generation}`, typed, email);
      if (response.status >= 400) await refuse(`${action} of ${id}`, response);
    },
    async capture(email: string, typed: Readonly<Record<string, string>>): Promise<string> {
      const response = await fill(`${url}/desk/call`, typed, email);
      if (response.status >= 400) await refuse('a call', response);
      const [newest] = (await (await fetch(`${url}/_local/leads`)).json()) as { id: string }[];
      return newest?.id ?? '';
    },
  };
}
