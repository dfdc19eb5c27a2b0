/** The mails a lead came by, the files that came with a form, and what of them may be opened. */
import type { LeadEvent } from './event.ts';
import type { MailReference, SubmittedFiles } from './origin.ts';

export type MailFile = MailReference['files'][number];

/** Files under the id they are kept by: of a mail, or of a form. */
export type KeptFiles = Pick<MailReference, 'id' | 'files' | 'flags'>;

/** The mail an event came by. */
export function mailOf(event: LeadEvent): MailReference | undefined {
  return 'mail' in event && typeof event.mail === 'object' ? event.mail : undefined;
}

/** The files that came with a form. */
export const submittedWith = (event: LeadEvent): SubmittedFiles | undefined =>
  'files' in event ? event.files : undefined;

/** Whatever an event brought that is kept under an id. */
export const keptWith = (event: LeadEvent): KeptFiles | undefined => mailOf(event) ?? submittedWith(event);

/** The mail it began with; `undefined`: it came by none, as a form does. */
export const firstMail = (events: readonly LeadEvent[]): MailReference | undefined =>
  events.map(mailOf).find((mail) => mail !== undefined);

export const hasVirus = ({ flags }: KeptFiles): boolean => flags?.includes('virus') ?? false;

/** The files that are offered: none of a mail with a virus. */
export const filesOf = (kept: KeptFiles): readonly MailFile[] => (hasVirus(kept) ? [] : kept.files);

const isPhoto = ({ contentType }: MailFile): boolean => contentType.startsWith('image/');

/** How many photos came with it. */
export const photosIn = (kept: KeptFiles | undefined): number =>
  kept === undefined ? 0 : filesOf(kept).filter(isPhoto).length;

/** How many photos the customer sent so far, with whatever he sent; the owner's own are none of them. */
export function photosOf({ timeline }: { readonly timeline: readonly LeadEvent[] }): number {
  const kept = timeline.filter(({ by }) => by === 'customer').flatMap((event) => keptWith(event) ?? []);
  const byId = new Map(kept.map((one) => [one.id, one]));
  return [...byId.values()].reduce((count, one) => count + photosIn(one), 0);
}

/** Names of the files of a form that nobody has here, unless they came with a later one. */
export function lostFiles(events: readonly LeadEvent[]): readonly string[] {
  const submitted = events.map(submittedWith).filter((files) => files !== undefined);
  const here = new Set(submitted.flatMap(({ files }) => files.map(({ name }) => name)));
  return [...new Set(submitted.flatMap(({ lost = [] }) => lost))].filter((name) => !here.has(name));
}
