/** The addresses of senders: made, listed, revoked. By the command of an agency today. */
import { hashHookSecret, newHookSecret } from '../../adapters/crypto/hook-secret.ts';
import { isSenderName } from '../../domain/capture/hook-senders.ts';
import { type Source, sources } from '../../domain/lead/origin.ts';
import type { Hook, HookStore } from '../../domain/ports/hook-store.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { hookLink } from './action-links.ts';

export interface ManageHooksDeps {
  readonly hooks: Pick<HookStore, 'add' | 'list' | 'revoke'>;
  readonly links: SignedLinks;
  readonly ids: Ids;
  /** Where the door is, without a slash at the end. */
  readonly publicUrl: string;
}

/** What is asked for, as it was typed. */
export interface WantedHook {
  readonly sender?: unknown;
  readonly source?: unknown;
  readonly page?: unknown;
  readonly signingSecret?: unknown;
}

/** A hook as its integrator sees it: nothing that is secret. */
export interface ShownHook extends Omit<Hook, 'secretHash' | 'signingSecret'> {
  /** Its bodies must be signed. */
  readonly signed: boolean;
  /** What came in by it. */
  readonly pageUrl: string;
}

export interface MadeHook extends ShownHook {
  /** The address to paste. It holds the secret and is shown this once. */
  readonly address: string;
}

export type HookFaults = { readonly faults: readonly string[] };

export async function addHook(
  wanted: WantedHook,
  now: Moment,
  deps: ManageHooksDeps,
): Promise<MadeHook | HookFaults> {
  const facts = readWanted(wanted);
  if ('faults' in facts) return facts;
  const secret = newHookSecret();
  const hook: Hook = {
    id: deps.ids.newLeadId(),
    secretHash: hashHookSecret(secret),
    createdAt: now,
    ...facts,
  };
  await deps.hooks.add(hook);
  return { ...shown(hook, now, deps), address: `${deps.publicUrl}/hooks/${hook.sender}/${secret}` };
}

export async function listHooks(now: Moment, deps: ManageHooksDeps): Promise<ShownHook[]> {
  return (await deps.hooks.list()).map((hook) => shown(hook, now, deps));
}

/** @returns `undefined`: there is no hook of this id. */
export async function revokeHook(
  id: string,
  now: Moment,
  deps: ManageHooksDeps,
): Promise<ShownHook | undefined> {
  const hook = await deps.hooks.revoke(id.toUpperCase(), now);
  return hook && shown(hook, now, deps);
}

function shown(hook: Hook, now: Moment, { links }: ManageHooksDeps): ShownHook {
  const { secretHash: _hash, signingSecret, ...facts } = hook;
  return { ...facts, signed: signingSecret !== undefined, pageUrl: hookLink(links, hook.id, now) };
}

const maxTextLength = 4_000;

function readWanted(
  wanted: WantedHook,
): Pick<Hook, 'sender' | 'source' | 'page' | 'signingSecret'> | HookFaults {
  const faults: string[] = [];
  const { source, page, signingSecret } = wanted;
  const sender = typeof wanted.sender === 'string' ? wanted.sender.toLowerCase() : undefined;
  if (sender === undefined || !isSenderName(sender)) {
    faults.push(
      `sender: found ${quoted(wanted.sender)}, expected a word such as typeform or landingpage-bad`,
    );
  }
  if (source !== undefined && !sources.includes(source as Source)) {
    faults.push(`source: found ${quoted(source)}, expected one of ${sources.join(', ')}`);
  }
  if (page !== undefined && !(typeof page === 'string' && isAddress(page))) {
    faults.push(`page: found ${quoted(page)}, expected an address such as https://www.example.de/kontakt`);
  }
  if (signingSecret !== undefined && !isText(signingSecret)) {
    faults.push(`signing-secret: expected 1 to ${maxTextLength} characters`);
  }
  if (faults.length > 0) return { faults };
  return {
    sender: sender as string,
    ...(source !== undefined && { source: source as Source }),
    ...(page !== undefined && { page: page as string }),
    ...(signingSecret !== undefined && { signingSecret: (signingSecret as string).trim() }),
  };
}

const quoted = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxTextLength;

const isAddress = (text: string): boolean =>
  text.length <= 1000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
