/** A sender that was given an address of its own, and sends there. */
import type { Lead } from '../../../domain/lead/lead.ts';
import { receiveHook } from '../../../functions/receive-hook/receive-hook.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { addHook, type MadeHook, type WantedHook } from '../../../functions/shared/manage-hooks.ts';
import { aRequest } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const publicUrl = 'https://anfrage.example';

/** @throws Error naming what is wrong with what was wanted. */
export async function makeHook(world: World, wanted: WantedHook): Promise<MadeHook> {
  const made = await addHook(wanted, world.clock.now(), { ...world, publicUrl });
  if ('faults' in made) throw new Error(made.faults.join('; '));
  return made;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: string | Uint8Array;
}

export function sendTo(
  address: string,
  { method = 'POST', headers = {}, query = '', body = '' }: Sent,
  deps: Parameters<typeof receiveHook>[1],
): Promise<HttpResponse> {
  const [, sender = '', secret = ''] = /\/hooks\/([^/]*)\/([^/]*)$/.exec(address) ?? [];
  const request = aRequest({ method, url: `${address}${query}`, headers, body });
  return receiveHook({ ...request, pathParameters: { sender, secret } }, deps);
}

export const asJson = (value: unknown): Sent => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const asForm = (fields: Readonly<Record<string, string>>): Sent => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

export interface HookedWorld {
  readonly world: World;
  readonly hook: MadeHook;
  readonly send: (sent: Sent, overrides?: Partial<World>) => Promise<HttpResponse>;
  readonly json: (value: unknown) => Promise<unknown>;
  readonly leads: () => readonly Lead[];
  /** Why, and in what words, the digest would name what was kept aside. */
  readonly notices: () => Promise<
    readonly { readonly reason?: string | undefined; readonly subject?: string | undefined }[]
  >;
}

/** A world with one hook. */
export async function aHookedWorld(wanted: WantedHook, given?: World): Promise<HookedWorld> {
  const world = given ?? (await aWorld());
  const hook = await makeHook(world, wanted);
  const send = (sent: Sent, overrides: Partial<World> = {}) =>
    sendTo(hook.address, sent, { ...world, ...overrides });
  return {
    world,
    hook,
    send,
    json: async (value) => JSON.parse((await send(asJson(value))).body),
    leads: () => world.leads.all(),
    notices: () => world.intake.listSince('2026-11-01T00:00:00.000Z'),
  };
}
