/**
 * Who gets where: every route of the desk by everybody who may try, with every method and from every site. The routes are those
 * that the desk has, so a new one is tried as well; one whose address names something new needs an example of it here.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { personAt } from '../../../domain/business/people.ts';
import { mayDo } from '../../../domain/business/recipients.ts';
import { type Action, actionKeys, manyActions } from '../../../domain/lead/action.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { loginLink } from '../../../functions/serve-desk/log-in.ts';
import { deskRoutes } from '../../../functions/serve-desk/routes.ts';
import { serveDesk } from '../../../functions/serve-desk/serve-desk.ts';
import { beginSession } from '../../../functions/serve-desk/session.ts';
import { viewLink } from '../../../functions/shared/action-links.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';
import { aLead } from '../../support/a-lead.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const emails = {
  owner: 'chef@muster-haustechnik.example',
  office: 'buero@muster-haustechnik.example',
  staff: 'jonas@muster-haustechnik.example',
} as const;
type Role = keyof typeof emails;
const roles = Object.keys(emails) as Role[];

const lead = aLead();
/** What was given to whoever is called out. */
const assigned = aLead({ id: '8M3N9QX4TD', assignedTo: emails.staff });
const leads = [lead, assigned];

function someone(email: string, company = aCompany()) {
  const person = personAt(company, email);
  if (!person) throw new Error(`Nobody here has the address ${email}`);
  return person;
}

/** What an address may name, with examples of it. */
const examples: Readonly<Record<string, readonly string[]>> = {
  id: [lead.id, assigned.id, 'NOTTHERE01'],
  action: actionKeys,
  key: [lead.id, 'NOTTHERE01'],
  person: [someone(emails.staff).key, 'nobody'],
};

/** What is not for whoever is only called out, besides the steps that are not his. */
const notForStaff = ['/desk/aside', '/desk/aside/{id}', '/desk/contacts/{key}/join'];

/** What he may do with a request of somebody else besides reading it: what he knows of it helps whoever does it. */
const forEverybody = ['/desk/leads/{id}/notes'];
/** Of these the desk has no step. */
const elsewhere: readonly Action[] = ['view', 'push', 'hook', 'stop', 'not-me', 'enter-answer'];
/** Their pages ask for no lead, so it does not matter whose it is. */
const aboutNoLead: readonly Action[] = ['capture-call', 'open-requests', ...manyActions];

/** A path with each example in each place. */
function pathsOf(pattern: string): string[] {
  const name = /\{(\w+)\}/.exec(pattern)?.[1];
  if (name === undefined) return [pattern];
  const known = examples[name];
  if (!known) throw new Error(`${pattern}: what is an example of {${name}}?`);
  return known.flatMap((example) => pathsOf(pattern.replace(`{${name}}`, example)));
}

const cells = deskRoutes.flatMap((route) =>
  pathsOf(route.path).map((path) => ({ path, route, action: /^\/desk\/leads\/\w+\/(.+)$/.exec(path)?.[1] })),
);

/** Where a form may come from. */
const ownSites: readonly Readonly<Record<string, string>>[] = [
  {},
  { origin: 'https://anfrage.example' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://anfrage.example' },
];
const otherSites: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://boese.example' },
  { origin: 'null' },
  { origin: 'https://anfrage.example.boese.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://www.example' },
  { 'sec-fetch-site': 'none' },
];

/** What only tells. Everything else that a port does is taken for a change. */
const looks =
  /^(?:load|find|list|read|look|now|is|known|count|sign|history|each|query|last|claimedId|newLeadId|proves|info|warn)/;

/** The same world, which remembers what was asked of its ports besides links and clock. */
function watched(world: World) {
  const asked: string[] = [];
  const entries = Object.entries(world).map(([name, port]) => {
    if (typeof port !== 'object' || port === null || ['company', 'links', 'clock', 'log'].includes(name)) {
      return [name, port];
    }
    const watching = new Proxy(port as object, {
      get(target, method) {
        const value = Reflect.get(target, method);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          asked.push(`${name}.${String(method)}`);
          return value.apply(target, given);
        };
      },
    });
    return [name, watching];
  });
  const isChange = (one: string) => !looks.test(one.slice(one.indexOf('.') + 1));
  return { world: Object.fromEntries(entries) as World, asked, changes: () => asked.filter(isChange) };
}

async function send(
  world: World,
  {
    method,
    path,
    cookie,
    headers = {},
    typed = {},
  }: {
    method: string;
    path: string;
    cookie: string | undefined;
    headers?: Readonly<Record<string, string>>;
    typed?: Readonly<Record<string, string>>;
  },
) {
  const { world: deps, asked, changes } = watched(world);
  const request: HttpRequest = {
    method,
    path,
    pathParameters: {},
    query: new URLSearchParams(),
    headers: { ...(cookie !== undefined && { cookie }), ...headers },
    body: Buffer.from(new URLSearchParams(typed).toString()),
    sourceIp: '203.0.113.7',
  };
  return { answer: await serveDesk(request, deps), asked, changes: changes() };
}

const cookieOf = async (world: World, email: string): Promise<string> =>
  (await beginSession(someone(email), { headers: {} } as HttpRequest, world.clock.now(), world)).split(
    ';',
  )[0] ?? '';

const isLedToLogin = ({ status, headers }: HttpResponse) =>
  status === 303 && (headers.location ?? '').startsWith('/desk/login');

/** Those who are nobody here, each with the cookie he comes with. */
const outsiders: Readonly<Record<string, (world: World) => Promise<{ world: World; cookie?: string }>>> = {
  nobody: async (world) => ({ world }),
  'somebody with a cookie of his own making': async (world) => ({ world, cookie: 'desk=owner' }),
  'somebody who changed his cookie': async (world) => {
    const [office, owner] = [await cookieOf(world, emails.office), await cookieOf(world, emails.owner)];
    return { world, cookie: `${office.split('.')[0]}.${owner.split('.').slice(1).join('.')}` };
  },
  'somebody who was away for longer than a month': async (world) => {
    const cookie = await cookieOf(world, emails.owner);
    world.clock.set(addDuration(world.clock.now(), 'P30D'));
    return { world, cookie };
  },
  'somebody whose device was logged out': async (world) => {
    const cookie = await cookieOf(world, emails.owner);
    const { key } = someone(emails.owner);
    for (const { id } of await world.sessions.listOf(key, world.clock.now()))
      await world.sessions.end(key, id);
    return { world, cookie };
  },
  'somebody who works here no more': async (world) => {
    const cookie = await cookieOf(world, emails.office);
    const people = aCompany().people.filter(({ email }) => email !== emails.office);
    return { world: { ...world, company: aCompany({ people }) }, cookie };
  },
  'somebody of another business': async (world) => {
    const keys = { current: { id: '1', secret: 'the secret of another business, as long' } };
    const links = hmacLinks({ baseUrl: 'https://anfrage.other.example', keys });
    return { world, cookie: await cookieOf({ ...world, links }, emails.owner) };
  },
  'somebody of another business under the same key': async (world) => {
    const other = await aWorld();
    return { world, cookie: await cookieOf(other, emails.owner) };
  },
  'somebody who has a link of a mail': async (world) => {
    const url = viewLink(world.links, lead.id, world.clock.now(), someone(emails.owner).key);
    return { world, cookie: `desk=${url.split('/').at(-1)}` };
  },
  'somebody who has a link to log in': async (world) => {
    const url = loginLink(someone(emails.owner), world.clock.now(), world);
    return { world, cookie: `desk=${url.split('/').at(-1)}` };
  },
};

/** All that is asked to know who it is. */
const identity = ['sessions.find'];

describe.each(Object.entries(outsiders))('%s', (_, come) => {
  test('is led to the login by every page, and does nothing by any form', async () => {
    const { world, cookie } = await come(await aWorld({ leads }));
    for (const { path } of cells) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        for (const headers of method === 'POST' ? [...ownSites, ...otherSites] : [{}]) {
          const { answer, asked } = await send(world, { method, path, cookie, headers });
          const cell = `${method} ${path} ${JSON.stringify(headers)}`;
          const isForeign = method === 'POST' && otherSites.includes(headers);
          expect(isForeign ? answer.status : isLedToLogin(answer), cell).toBe(isForeign ? 403 : true);
          expect(answer.body, cell).not.toContain('Erika');
          expect(answer.cookies, cell).toBeUndefined();
          expect(
            asked.filter((one) => !identity.includes(one)),
            cell,
          ).toEqual([]);
        }
      }
    }
  });
});

describe.each(roles)('the %s of the business', (role) => {
  let world: World;
  let cookie: string;
  beforeAll(async () => {
    world = await aWorld({ leads });
    cookie = await cookieOf(world, emails[role]);
  });

  const mayNot = ({ route, path, action }: (typeof cells)[number]) => {
    if (role === 'owner') return false;
    if (route.for === 'owner') return true;
    if (role !== 'staff') return false;
    if (notForStaff.includes(route.path)) return true;
    const known = actionKeys.find((key) => key === action);
    if (known === undefined || elsewhere.includes(known)) return false;
    return !mayDo({ role }, known) || (!aboutNoLead.includes(known) && path.includes(lead.id));
  };

  test('changes nothing by looking, and sees what is his to see', async () => {
    for (const cell of cells) {
      for (const method of ['GET', 'HEAD']) {
        const { answer, changes } = await send(world, { method, path: cell.path, cookie });
        const name = `${method} ${cell.path}`;
        expect(changes, name).toEqual([]);
        expect(isLedToLogin(answer), name).toBe(false);
        expect(answer.status, name).toBeLessThan(500);
        if (method === 'HEAD') expect(answer.body, name).toBe('');
        if (cell.route.get === undefined) expect(answer.status, name).toBe(404);
        else if (mayNot(cell)) expect(answer.status, name).toBe(403);
        else expect(answer.status, name).not.toBe(403);
      }
    }
  });

  test('does nothing by a form of another site', async () => {
    for (const { path } of cells) {
      for (const headers of otherSites) {
        const { answer, asked } = await send(world, { method: 'POST', path, cookie, headers });
        const name = `${path} ${JSON.stringify(headers)}`;
        expect(answer.status, name).toBe(403);
        expect(asked, name).toEqual([]);
      }
    }
  });

  test('does nothing that is not his to do', async () => {
    for (const cell of cells.filter(mayNot)) {
      for (const headers of ownSites) {
        const { answer, asked } = await send(world, { method: 'POST', path: cell.path, cookie, headers });
        expect(answer.status, cell.path).toBe(cell.route.post === undefined ? 404 : 403);
        // Whose it is says the request itself.
        expect(
          asked.filter((one) => !identity.includes(one) && one !== 'leads.load'),
          cell.path,
        ).toEqual([]);
      }
    }
  });

  const othersRequest = async () => {
    const typed = {
      text: 'Bitte merken',
      note: 'Bitte merken',
      doneAt: world.clock.now(),
      value: '100',
      sure: 'yes',
    };
    for (const { path, route, action } of cells) {
      const isOthers = path.startsWith(`/desk/leads/${lead.id}`) && !forEverybody.includes(route.path);
      if (!isOthers || aboutNoLead.some((one) => one === action)) continue;
      const { answer, changes } = await send(world, { method: 'POST', path, cookie, typed });
      expect(changes, path).toEqual([]);
      expect([403, 404], path).toContain(answer.status);
    }
  };
  if (role === 'staff') test('does nothing to a request of somebody else', othersRequest);

  test('is shown by no other site in a frame, and leaves no page behind in a cache that is not his', async () => {
    for (const { path } of cells) {
      const { answer } = await send(world, { method: 'GET', path, cookie });
      const policy = answer.headers['content-security-policy'] ?? '';
      if (!answer.headers['content-type']?.startsWith('text/html')) continue;
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe');
      // Kept by his own browser to ask whether it changed, until he logs out.
      expect(answer.headers['cache-control'], path).toMatch(/^(no-store|private, no-cache)$/);
      expect(answer.body, path).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src)/);
    }
  });
});

test('what the owner alone may do is what changes who works here', () => {
  const owners = deskRoutes.filter((route) => route.for === 'owner').map(({ path }) => path);
  expect(owners.filter((path) => !path.startsWith('/desk/team/'))).toEqual([]);
  const ofTeam = deskRoutes.filter(({ path }) => path.startsWith('/desk/team/')).map(({ path }) => path);
  expect(owners).toEqual(ofTeam);
});

describe('after the login one is led', () => {
  const led = async (to: string) => {
    const world = await aWorld();
    const link = `${loginLink(someone(emails.owner), world.clock.now(), world)}?${new URLSearchParams({ to })}`;
    const { pathname, searchParams } = new URL(link);
    const request = {
      method: 'POST',
      path: pathname,
      pathParameters: {},
      query: searchParams,
      headers: {},
      body: Buffer.from(''),
      sourceIp: '203.0.113.7',
    };
    return (await serveDesk(request, world)).headers.location;
  };

  test.each(['/desk/team', '/desk/leads/7K2M9QX4TD?mail=1', '/desk'])(
    'to a page of the desk: %s',
    async (to) => {
      expect(await led(to)).toBe(to);
    },
  );

  test.each([
    'https://boese.example',
    '//boese.example',
    '/\\boese.example',
    '/desk//boese.example',
    '/desk/../a/token',
    '/desk/%2e%2e/a/token',
    '/desk/.%2E/a/token',
    '/desk\\@boese.example',
    '/deskboese',
    '/desk\nlocation: https://boese.example',
    'javascript:alert(1)',
    ' /desk/team',
  ])('to nowhere else: %j', async (to) => {
    expect(await led(to)).toBe('/desk');
  });
});
