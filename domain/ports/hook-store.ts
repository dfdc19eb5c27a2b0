import type { Source } from '../lead/origin.ts';
import type { Moment } from '../time/moment.ts';

/** An address of ours that one sender alone knows. */
export interface Hook {
  /** 10 characters of Crockford's base32; says nothing of the secret. */
  readonly id: string;
  /** The word in its address: `typeform`. */
  readonly sender: string;
  /** SHA-256 of the secret in its address, in hexadecimal digits. The secret itself is kept nowhere. */
  readonly secretHash: string;
  /** Of what comes in by it, whatever the sender says. */
  readonly source?: Source | undefined;
  /** Where the form stands, if the sender does not say. */
  readonly page?: string | undefined;
  /** What the sender signs with, or the public key that it is checked by. */
  readonly signingSecret?: string | undefined;
  readonly createdAt: Moment;
  /** Set: its address is unknown from now on. */
  readonly revokedAt?: Moment | undefined;
}

export const deliveryOutcomes = [
  /** It made one lead or several. */
  'lead',
  /** It made none, for it came before. */
  'repeated',
  /** It stands on a lead that was there: a call of somebody who waits for an answer. */
  'appended',
  /** Nobody could be called or written to, or it could not be read: the owner decides. */
  'kept',
  /** The sender tried out the address. */
  'test',
  /** Nothing to do: a call that was answered. */
  'noted',
] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** Why a body was kept aside instead of becoming a lead. */
export const keptReasons = [
  'unreadable',
  'unreachable',
  'wrong-signature',
  'withheld-number',
  'unclear-call',
] as const;
export type KeptReason = (typeof keptReasons)[number];

/** What came in by a hook, as the integrator looks at it. */
export interface HookDelivery {
  readonly hookId: string;
  /** Of this delivery. */
  readonly id: string;
  readonly receivedAt: Moment;
  readonly outcome: DeliveryOutcome;
  readonly reason?: KeptReason | undefined;
  /** The leads it made or stands on, and what was kept aside of it. */
  readonly leadIds: readonly string[];
  readonly contentType?: string | undefined;
  /** The body as text, cut; files in it are only named. */
  readonly raw: string;
  /** Of the whole body. */
  readonly bytes: number;
  /** By the names of the contract. */
  readonly recognised: readonly NamedText[];
  /** What found no place, as the lead shows it. */
  readonly extra: readonly NamedText[];
}

export interface NamedText {
  readonly name: string;
  readonly value: string;
}

/** What is known of a call until it ends. */
export interface KnownCall {
  /** Who took it; absent: it rang, and nobody did so far. */
  readonly answeredBy?: 'person' | 'machine' | undefined;
}

export interface HookStore {
  /** Stores a hook; the same secret again changes nothing. */
  add(hook: Hook): Promise<void>;
  /** The hook with this secret, a revoked one too. */
  find(secretHash: string): Promise<Hook | undefined>;
  /** All of them, revoked ones too, oldest first. */
  list(): Promise<Hook[]>;
  /** @returns the hook as it is now; `undefined`: there is none of this id. A second revoking changes nothing. */
  revoke(id: string, at: Moment): Promise<Hook | undefined>;
  /** Kept for 30 days, or until one of its leads is erased. */
  keepDelivery(delivery: HookDelivery): Promise<void>;
  /** The newest first. */
  lastDeliveries(hookId: string, atMost: number): Promise<HookDelivery[]>;
  /** Deletes every delivery that names this lead. */
  eraseDeliveries(leadId: string): Promise<void>;
  /** Notes that a call rings or was taken, for a day. */
  noteCall(hookId: string, callId: string, known: KnownCall, at: Moment): Promise<void>;
  findCall(hookId: string, callId: string): Promise<KnownCall | undefined>;
}
