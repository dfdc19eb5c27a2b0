/** Requests to the functions behind the HTTP API, well and in every way they can fail. */
import type { Context } from 'aws-lambda';
import { expect } from 'vitest';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LogoReader } from '../../domain/ports/logo-files.ts';
import { actOnLead } from '../../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { checkHealth } from '../../functions/check-health/check-health.ts';
import { receiveHook } from '../../functions/receive-hook/receive-hook.ts';
import { captureCallLink, rescueLink, stopLink, viewLink } from '../../functions/shared/action-links.ts';
import { httpHandler } from '../../functions/shared/http-handler.ts';
import type { Log } from '../../functions/shared/logger.ts';
import { showForm } from '../../functions/show-form/show-form.ts';
import { showLogo } from '../../functions/show-logo/show-logo.ts';
import { monday10 } from '../support/a-walk.ts';
import type { World } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import { aFormJudge } from '../support/own-form.ts';
import { person, seededLead, throws } from '../support/seeds.ts';
import {
  anEvent,
  asLambda,
  type Case,
  type Cases,
  call,
  corrupt,
  lastMoment,
  leadsThat,
  metrics,
  type Sent,
  seededWorld,
} from './a-logged-call.ts';
import { link } from './act-on-lead/a-phone.ts';
import { makeHook } from './receive-hook/a-hook.ts';

const capture =
  (
    sent: Sent,
    overrides: Partial<World> = {},
    { context = call, times = 1, status }: { context?: Context; times?: number; status?: number } = {},
  ): Case =>
  async () => {
    const world = await seededWorld([]);
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides });
    const handler = httpHandler({ name: 'capture-lead', wire, handle: captureLead });
    const event = anEvent({ method: 'POST', url: '/leads', ...sent });
    for (let index = 0; index < times; index++) {
      const answer = await asLambda(handler(event, context));
      if (status !== undefined) expect(answer?.statusCode).toBe(status);
    }
  };
const json = (value: unknown): Sent => ({
  headers: { 'content-type': 'application/json', referer: `https://muster.test/?q=${person.name}` },
  body: JSON.stringify(value),
});
const urlencoded = (fields: Record<string, string>): Sent => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  body: new URLSearchParams(fields).toString(),
});
const damagedMultipart = `--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n${person.message}`;

const act =
  (
    urlOf: (world: World, lead: Lead) => string,
    sent: Sent = {},
    overrides: (world: World) => object = () => ({}),
    { status }: { status?: number } = {},
  ): Case =>
  async () => {
    const world = await seededWorld();
    const url = urlOf(world, seededLead());
    const token = url.replace(/^.*\/a\//, '').replace(/\?.*$/, '');
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
    const handler = httpHandler({ name: 'act-on-lead', wire, handle: actOnLead });
    const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const event = anEvent({ ...(sent.body !== undefined && post), ...sent, url, token });
    const answer = await asLambda(handler(event, call));
    if (status !== undefined) expect(answer?.statusCode).toBe(status);
    // Whoever has the token can act for the owner.
    return token;
  };

const showing =
  (logos: LogoReader, name = `${'0'.repeat(32)}.png`): Case =>
  async () => {
    const handler = httpHandler({ name: 'show-logo', wire: () => ({ logos }), handle: showLogo });
    await asLambda(handler({ ...anEvent({ url: `/logo/${name}` }), pathParameters: { name } }, call));
  };

const hooked =
  (sent: Sent, { sender = 'n8n', overrides = () => ({}), known = false, status }: HookedOptions = {}): Case =>
  async () => {
    const world = await seededWorld(known ? undefined : []);
    if (known) await world.contacts.linkLead({ kind: 'phone', value: person.phoneE164 }, seededLead().id);
    const made = await makeHook(world, { sender, ...(sender === 'tally' && { signingSecret: person.name }) });
    const [, , secret = ''] = new URL(made.address).pathname.split('/').slice(1);
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
    const handler = httpHandler({ name: 'receive-hook', wire, handle: receiveHook });
    const event = {
      ...anEvent({ method: 'POST', url: made.address, ...sent }),
      pathParameters: { sender, secret },
    };
    const answer = await asLambda(handler(event, call));
    if (status !== undefined) expect(answer?.statusCode).toBe(status);
    // Whoever has the secret can send requests.
    return secret;
  };
interface HookedOptions {
  readonly sender?: string;
  readonly overrides?: (world: World) => object;
  /** The seeded person has a request already. */
  readonly known?: boolean;
  readonly status?: number;
}
const missedCall = { event: 'missed-call', from: person.phoneE164, name: person.name };

const spam = seededLead({ id: '7K2M9QX4TE', spam: true });

const phoneCall: Sent = { body: new URLSearchParams({ ...person, urgency: 'soon' }).toString() };
const storesNothing: Partial<World> = {
  leads: { add: throws } as never,
  submissions: { put: throws } as never,
};

export const requests: Cases = {
  'capture-lead': {
    'a request': capture(json(person)),
    'the same again': capture(json(person), {}, { times: 2 }),
    'a correction': async () => {
      const world = await seededWorld([]);
      const wire = (log: Log) => ({ ...world, metrics, log });
      const handler = httpHandler({ name: 'capture-lead', wire, handle: captureLead });
      for (const message of [person.message, 'Auch im Samowar']) {
        const sent = json({ ...person, message, submissionId: person.name });
        await asLambda(handler(anEvent({ method: 'POST', url: '/leads', ...sent }), call));
      }
    },
    'a form without a script': capture(urlencoded({ ...person, Haarriss: 'ja' })),
    'a robot': capture(json({ ...person, website: `https://${person.email}` })),
    'an address that is none': capture(json({ ...person, email: `${person.name}@`, phone: 'Samowar' })),
    'nothing that it can read': capture({ ...json({}), body: `{"name":"${person.name}",` }),
    'a form that breaks off': capture({
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: damagedMultipart,
    }),
    'a type nobody knows': capture({ headers: { 'content-type': person.name }, body: person.message }),
    'far too much': capture(json({ ...person, message: person.message.repeat(9_000) })),
    'a table that is down': capture(json(person), { leads: { add: throws } as never }, { status: 200 }),
    'a table and a queue that are down': capture(json(person), storesNothing, { status: 503 }),
    'the same, for a form without a script': capture(
      urlencoded({ ...person, Haarriss: 'ja' }),
      storesNothing,
      {
        status: 503,
      },
    ),
    'a workflow that does not start': capture(json(person), {
      workflow: { begin: throws, end: throws } as never,
    }),
    'a table that never answers': capture(
      json(person),
      { leads: { add: () => new Promise(() => {}) } as never },
      { context: lastMoment },
    ),
    'a start that fails': async () => {
      const handler = httpHandler({ name: 'capture-lead', wire: throws as never, handle: captureLead });
      await asLambda(handler(anEvent({ method: 'POST', ...json(person) }), call));
    },
  },

  'receive-hook': {
    'a request': hooked(json(person), { status: 200 }),
    'nothing that it can read': hooked({ ...json({}), body: `{"name":"${person.name}",` }),
    'nobody to answer': hooked(json({ name: person.name, message: person.message })),
    'somebody who did not sign': hooked(json(person), { sender: 'tally' }),
    'a missed call': hooked(json(missedCall), { sender: 'telephone' }),
    'a missed call of a customer': hooked(json(missedCall), { sender: 'telephone', known: true }),
    'a call that rings': hooked(json({ event: 'newCall', from: person.phoneE164, callId: person.name }), {
      sender: 'sipgate',
    }),
    'a word to verify by': hooked({
      method: 'GET',
      url: `/hooks?hub.mode=subscribe&hub.challenge=${person.name}`,
    }),
    'somebody who made up a secret': async () => {
      const wire = async (log: Log) => ({ ...(await seededWorld([])), metrics, log });
      const handler = httpHandler({ name: 'receive-hook', wire, handle: receiveHook });
      const event = anEvent({ method: 'POST', url: '/hooks', ...json(person) });
      const secret = person.name;
      await asLambda(handler({ ...event, pathParameters: { sender: person.email, secret } }, call));
    },
    'a table and a queue that are down': hooked(json(person), {
      overrides: () => storesNothing,
      status: 503,
    }),
    'a store of hooks that is down': hooked(json(person), {
      overrides: () => ({ findHook: throws }),
      status: 503,
    }),
    'a delivery that cannot be kept': hooked(json(person), {
      overrides: ({ hooks }) => ({ hooks: { ...hooks, keepDelivery: throws } }),
      status: 200,
    }),
    'a call that cannot be looked up': hooked(
      json({ event: 'hangup', cause: 'cancel', callId: '1', from: person.phoneE164 }),
      {
        sender: 'sipgate',
        overrides: ({ hooks }) => ({ hooks: { ...hooks, findCall: throws }, contacts: { load: throws } }),
      },
    ),
    'a start that fails': async () => {
      const handler = httpHandler({ name: 'receive-hook', wire: throws as never, handle: receiveHook });
      await asLambda(handler(anEvent({ method: 'POST', ...json(person) }), call));
    },
  },

  'show-form': {
    'a visitor': async () => {
      const clock = { now: () => monday10 };
      const wire = (log: Log) => {
        return { ...aFormJudge(), company: aCompany(), clock, log, newSubmissionId: () => 'id' };
      };
      const handler = httpHandler({ name: 'show-form', wire, handle: showForm });
      const url = `/?utm_source=${person.name}&page=${person.email}`;
      await asLambda(handler(anEvent({ url, headers: { referer: person.email } }), call));
    },
    'a start that fails': async () => {
      const handler = httpHandler({ name: 'show-form', wire: throws as never, handle: showForm });
      await asLambda(handler(anEvent({ url: `/?page=${person.email}` }), call));
    },
  },
  'show-logo': {
    'a picture that is not there': showing({ load: async () => undefined }),
    'a bucket that is down': showing({ load: throws }),
    'somebody who looks for other things': showing({ load: throws }, person.email),
  },
  'check-health': {
    'a table that is down': async () => {
      const wire = (log: Log) => ({ log, store: { check: throws } });
      const handler = httpHandler({ name: 'check-health', wire, handle: checkHealth });
      await asLambda(handler(anEvent({ url: '/health' }), call));
    },
  },
  'act-on-lead': {
    'a look': act((world, lead) => viewLink(world.links, lead.id, monday10)),
    'a tap': act((world, lead) => link(world, lead, 'reached'), { body: '' }),
    'a tap with words': act((world, lead) => link(world, lead, 'lose'), {
      body: new URLSearchParams({ reason: person.message }).toString(),
    }),
    'other details': act((world, lead) => link(world, lead, 'refine'), {
      body: new URLSearchParams({ ...person, email: `neu.${person.email}` }).toString(),
    }),
    'details that are none': act((world, lead) => link(world, lead, 'refine'), {
      body: new URLSearchParams({ ...person, email: person.name }).toString(),
    }),
    'an erasure': act((world, lead) => link(world, lead, 'erase'), { body: 'sure=yes' }),
    'a phone call': act((world) => captureCallLink(world.links, monday10), phoneCall),
    'a phone call of nobody': act((world) => captureCallLink(world.links, monday10), {
      body: new URLSearchParams({ name: person.name, phone: 'Samowar' }).toString(),
    }),
    'a phone call while the table is down': act(
      (world) => captureCallLink(world.links, monday10),
      phoneCall,
      leadsThat({ add: throws }),
      { status: 200 },
    ),
    'a phone call while the table and the queue are down': act(
      (world) => captureCallLink(world.links, monday10),
      phoneCall,
      () => storesNothing,
      { status: 503 },
    ),
    'no more mails': act((world, lead) => stopLink(world.links, lead.id, monday10), { body: '' }),
    'no spam after all': act(
      (world) => rescueLink(world.links, spam.id, monday10),
      { body: '' },
      leadsThat({ loadSpam: async () => spam }),
    ),
    'a token somebody made up': act(() => `https://anfrage.example/a/${encodeURIComponent(person.name)}`),
    'a table that is down': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ load: throws }),
    ),
    'an item that is damaged': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ load: corrupt }),
    ),
    'a table that stores nothing': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ save: throws }),
    ),
    'timers that neither start nor stop': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      () => ({ workflow: { begin: throws, end: throws } }),
    ),
    'what came in by a hook': async () => {
      const world = await seededWorld([]);
      const made = await makeHook(world, { sender: 'n8n' });
      const wire = (log: Log) => ({ ...world, metrics, log });
      const handler = httpHandler({ name: 'act-on-lead', wire, handle: actOnLead });
      const token = made.pageUrl.replace(/^.*\/a\//, '');
      await asLambda(handler(anEvent({ url: made.pageUrl, token }), call));
      return token;
    },
    'files that are not found': act(
      (world, lead) => `${viewLink(world.links, lead.id, monday10)}?mail=${encodeURIComponent(person.name)}`,
    ),
  },
};
