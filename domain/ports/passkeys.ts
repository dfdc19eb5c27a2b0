import type { Moment } from '../time/moment.ts';

/** A key that a device of somebody holds, and by which he gets in without a mail. It ends with the person. */
export interface Passkey {
  /** As the device names it: base64url. */
  readonly id: string;
  /** COSE, as base64url. */
  readonly publicKey: string;
  /** How often it was used, if its device counts: a copy of a key falls behind. */
  readonly counter: number;
  /** Whose it is, by his address in lower case. */
  readonly email: string;
  /** In words: `Chrome auf Android`. */
  readonly device: string;
  /** How the device is reached (`internal`, `hybrid`, ...): helps a browser to find it. */
  readonly transports?: readonly string[] | undefined;
  readonly createdAt: Moment;
  readonly lastUsedAt?: Moment | undefined;
}

/** What a challenge was made for. */
export interface Challenge {
  readonly purpose: 'add' | 'login';
  /** Of a key that is added: whose it becomes. */
  readonly email?: string | undefined;
}

export interface Passkeys {
  /** @returns whether it was added; a key that is there already stays whose it is. */
  add(passkey: Passkey): Promise<boolean>;
  find(id: string): Promise<Passkey | undefined>;
  /** The newest first. */
  listOf(email: string): Promise<readonly Passkey[]>;
  /** @returns `false`: it is gone, or was used meanwhile with this count or a higher one. */
  noteUse(id: string, counter: number, at: Moment): Promise<boolean>;
  /** Removes a key of this person; one of somebody else stays. */
  remove(id: string, email: string): Promise<void>;
  /** Keeps what a device is to sign, for five minutes. */
  keepChallenge(challenge: string, what: Challenge, at: Moment): Promise<void>;
  /** @returns what it was made for, once; `undefined`: never made, used, or too old. */
  takeChallenge(challenge: string, at: Moment): Promise<Challenge | undefined>;
}
