/**
 * Addresses of ours that say which lead a mail belongs to: `<local>+<lead id>.<mac>@…`. They prove the thread, not the
 * person. Upper and lower case mean the same.
 */
export interface ReplyAddresses {
  /** @param about a lead's id, or `digest-<date>`. */
  sign(about: string): string;
  /** @returns what the address is about; `forged` if it has a token that nobody signed; `undefined` if it has none. */
  read(address: string): { readonly about: string } | 'forged' | undefined;
}
