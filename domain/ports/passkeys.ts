import type { Moment } from '../time/moment.ts';

/** What devices sign with, as COSE numbers it: EdDSA, ES256, RS256. The first that one can do is taken. */
export const passkeyAlgorithms = [-8, -7, -257] as const;

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

/** Where a key is used, and what it is to have signed. */
export interface Ceremony {
  /** Of our pages: `https://anfrage.example.de`. */
  readonly origin: string;
  /** Whether we made this challenge for this purpose. Asked once at most. */
  readonly isOurs: (challenge: string) => Promise<boolean>;
}

/** Reads what a browser sends of a passkey; all of it comes from strangers. */
export interface PasskeyReader {
  /** @returns the new key; `undefined`: it proves nothing. */
  readNew(
    response: string,
    ceremony: Ceremony,
  ): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined>;
  /** Which key a browser says it has; nothing is proven by it. */
  claimedId(response: string): string | undefined;
  /** @returns how often the key was used now; `undefined`: its holder has not signed this. */
  readUse(
    response: string,
    passkey: Pick<Passkey, 'id' | 'publicKey' | 'counter'>,
    ceremony: Ceremony,
  ): Promise<{ readonly counter: number } | undefined>;
}
