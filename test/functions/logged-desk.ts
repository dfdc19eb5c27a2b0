/** Calls of the desk: by whoever may log in, by strangers, and while something is down. */
import { personAt } from '../../domain/business/people.ts';
import { MailRejectedError } from '../../domain/ports/errors.ts';
import { loginLink } from '../../functions/serve-desk/log-in.ts';
import { serveDesk } from '../../functions/serve-desk/serve-desk.ts';
import { httpHandler } from '../../functions/shared/http-handler.ts';
import type { Log } from '../../functions/shared/logger.ts';
import type { World } from '../support/a-world.ts';
import { aCompanyFile } from '../support/company.ts';
import { person, seededLead, throws } from '../support/seeds.ts';
import {
  anEvent,
  asLambda,
  type Case,
  type Cases,
  call,
  metrics,
  type Sent,
  seededWorld,
} from './a-logged-call.ts';

type Overrides = (world: World) => object;

/** The seeded person works here: what he types and who he is stands in no log. */
async function aDeskWorld(): Promise<World> {
  const world = await seededWorld();
  const people = [
    ...(aCompanyFile().people ?? []),
    { name: person.name, email: person.email, role: 'owner' as const },
  ];
  const stored = await world.businesses.load();
  if (!stored) throw new Error('The business was never stored');
  await world.businesses.save({
    file: { ...stored.file, people },
    by: 'Anna',
    at: world.clock.now(),
    expectedVersion: stored.version,
  });
  return { ...world, company: { ...world.company, people } };
}

const form = (fields: Record<string, string>): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': person.name },
  body: new URLSearchParams(fields).toString(),
});

const desk =
  (sent: Sent, overrides: Overrides = () => ({})): Case =>
  async () => {
    const world = await aDeskWorld();
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
    const handler = httpHandler({ name: 'serve-desk', wire, handle: serveDesk });
    await asLambda(handler(anEvent(sent), call));
  };

/** The seeded person is logged in. @returns his cookie, by which anybody could act for him. */
const inside =
  (sent: Sent, overrides: Overrides = () => ({})): Case =>
  async () => {
    const world = await aDeskWorld();
    const known = personAt(world.company, person.email);
    if (!known) throw new Error('The seeded person does not work here');
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
    const handler = httpHandler({ name: 'serve-desk', wire, handle: serveDesk });
    const link = loginLink(known, world.clock.now(), world);
    const led = await asLambda(handler(anEvent({ ...form({}), url: link }), call));
    const cookie = String(led?.cookies?.[0]).split(';')[0] ?? '';
    await asLambda(handler(anEvent({ ...sent, headers: { ...sent.headers, cookie } }), call));
    return cookie.replace(/^desk=/, '');
  };

export const deskCalls: Cases = {
  'serve-desk': {
    'a link that is asked for': desk({ ...form({ email: person.email }), url: '/desk/login' }),
    'a link that a stranger asks for': desk({ ...form({ email: `x.${person.email}` }), url: '/desk/login' }),
    'a link that cannot be sent': desk({ ...form({ email: person.email }), url: '/desk/login' }, () => ({
      mailer: { send: () => Promise.reject(new MailRejectedError('The address is not taken')) },
    })),
    'a link while the mail is down': desk({ ...form({ email: person.email }), url: '/desk/login' }, () => ({
      mailer: { send: throws },
    })),
    'a passkey that is none': desk({ ...form({ credential: person.message }), url: '/desk/login/passkey' }),
    'a forged cookie': desk({ url: '/desk', headers: { cookie: `desk=${person.name}` } }),
    'a look at a request': inside({ url: `/desk/leads/${seededLead().id}` }),
    'a look while the table is down': inside({ url: `/desk/leads/${seededLead().id}` }, (world) => ({
      leads: { ...world.leads, load: throws },
    })),
    'a step with words': inside({
      ...form({ text: person.message }),
      url: `/desk/leads/${seededLead().id}/note`,
    }),
    'somebody new': inside({
      ...form({ ...person, email: `neu.${person.email}`, role: 'staff' }),
      url: '/desk/team/new',
    }),
    'somebody new while the table is down': inside(
      { ...form({ ...person, email: `neu.${person.email}`, role: 'staff' }), url: '/desk/team/new' },
      (world) => ({ businesses: { ...world.businesses, save: throws } }),
    ),
    'a passkey that proves nothing': inside({
      ...form({ credential: person.name }),
      url: '/desk/me/passkeys/new',
    }),
    'all devices at once': inside({ ...form({ session: 'all' }), url: '/desk/me/sessions' }),
  },
};
