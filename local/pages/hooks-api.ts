/** The addresses of senders, for `npm run hooks -- --local`. */
import type { Clock } from '../../domain/ports/clock.ts';
import { addHook, listHooks, type ManageHooksDeps, revokeHook } from '../../functions/shared/manage-hooks.ts';
import { type Call, json, Refusal, readFields } from '../http/answers.ts';

export interface HooksApiDeps extends ManageHooksDeps {
  readonly clock: Clock;
}

/** `GET /_local/hooks`: all of them, without their secrets, each with the page of what came in by it. */
export async function showHooks({ response }: Call, deps: HooksApiDeps): Promise<void> {
  json(response, await listHooks(deps.clock.now(), deps));
}

/** `POST /_local/hooks` with `{"sender","source","page","signingSecret"}`: a new one, with its address, this once. */
export async function makeHook({ request, response }: Call, deps: HooksApiDeps): Promise<void> {
  const made = await addHook(await readFields(request), deps.clock.now(), deps);
  if ('faults' in made) throw new Refusal(422, made.faults.join('; '));
  json(response, made);
}

/** `POST /_local/hooks/{id}/revoke`: its address is unknown from now on. */
export async function endHook({ response }: Call, deps: HooksApiDeps, id: string): Promise<void> {
  const hook = await revokeHook(id, deps.clock.now(), deps);
  if (!hook) throw new Refusal(404, `There is no hook ${id}.`);
  json(response, hook);
}
