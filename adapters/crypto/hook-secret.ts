/** The secret in the address of a hook: shown once, kept nowhere but as its hash. */
import { createHash, randomBytes } from 'node:crypto';

/** 160 bits in letters and digits, which no program cuts off the end of an address. */
export const newHookSecret = (): string => randomBytes(20).toString('hex');

/**
 * The hash under which a hook is found. Looking for it takes as long for a secret that nearly fits as for any other: no two
 * hashes are alike. It needs no salt, for nobody can try out 160 bits.
 */
export const hashHookSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
