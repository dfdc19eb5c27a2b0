/** The parts of a mail address, which may stand there as people typed it. */

/** What stands behind the last @, as it is written. */
export const emailDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `anfrage+7k2m….…@…` is the mailbox `anfrage@…`. */
export const withoutTag = (address: string): string => address.replace(/\+[^@]*(?=@)/, '');

/** Is it the domain or below it? `a.b.de` is within `b.de`, `ab.de` is not. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);
