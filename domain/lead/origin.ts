/** Where a request came from: source, page, campaign, mail, and what its sender agreed to. */
import * as z from 'zod';
import { mailFlags } from '../inbound/incoming-mail.ts';
import { moment } from '../time/moment.ts';

export const sources = [
  'website',
  'email',
  'phone',
  'word-of-mouth',
  'advertisement',
  'social-media',
  'portal',
  'other',
] as const;
export type Source = (typeof sources)[number];

/** The mail something came by: the raw mail is kept under its id, and its files beside it. */
export const mailReferenceSchema = z.strictObject({
  id: z.string(),
  /** As the sender's program named it: our answer says that it belongs to it. */
  messageId: z.string().optional(),
  files: z.array(
    z.strictObject({
      index: z.int().min(0),
      name: z.string(),
      contentType: z.string(),
      bytes: z.int().min(0),
    }),
  ),
  flags: z.array(z.enum(mailFlags)).optional(),
});
export type MailReference = z.infer<typeof mailReferenceSchema>;

/** Why the first answer to a request is not written by us. */
export const mutedReasons = [
  /** A machine wrote: it would answer us. */
  'automatic',
  /** This person got an automatic answer within the last 24 hours. */
  'answered-lately',
  /** A portal wants answers on its own pages. */
  'portal',
  /** Perhaps somebody else used the address: an answer would reach a person who never wrote. */
  'contradicted-sender',
  /** Too many requests about one address. */
  'too-many',
  /** One of us handed on a mail whose author asks for nothing, or is a machine. */
  'handed-on',
  /** It lay among what was kept aside, until the owner took it over. */
  'kept-aside',
  /** Many people wrote from one network within an hour or a day. */
  'crowded-network',
  /** Whoever has the address said lately of another request that it was not his. */
  'disowned',
  /** So many requests came today that all further answers wait for the owner. */
  'flood',
] as const;
export type Muted = (typeof mutedReasons)[number];

/** How a submission shows that no stranger typed somebody else's address into it. Absent: it shows nothing. */
export const proofs = [
  /** Our own form, with its proof of work. */
  'own-form',
  /** A sender that knows the secret of its address. */
  'hook',
  /** A mail that is proven to come from its own sender's address. */
  'authenticated-mail',
  /** An answer, from the address of the customer, to the signed address that only our mails to him name. */
  'answered-mail',
] as const;
export type Proof = (typeof proofs)[number];

/** What spoke for a robot, of a request that was kept aside for it. */
export const suspicionSigns = [
  /** Our own form came back faster than anybody types. */
  'too-fast',
  /** Something stands where no person sees a field. */
  'well',
  /** Links and offers as they are sent to every form. */
  'spam-text',
  /** The same text came again and again. */
  'repeated-text',
  /** Many people wrote from one network within minutes. */
  'crowded-network',
] as const;
export type SuspicionSign = (typeof suspicionSigns)[number];

/** Files that came with a form: kept under this id in the place of the mails, each under its index. */
export const submittedFilesSchema = z.strictObject({
  id: z.string(),
  files: mailReferenceSchema.shape.files,
  /** Names of those that could not be kept: the owner must ask for them. */
  lost: z.array(z.string()).optional(),
});
export type SubmittedFiles = z.infer<typeof submittedFilesSchema>;

export const attributionSchema = z.strictObject({
  page: z.string().optional(),
  /** The address of ours a mail came to. */
  mailbox: z.string().optional(),
  /** The portal that brought it, where it wants the answer and by when, as it says it. */
  portal: z
    .strictObject({ name: z.string(), url: z.string().optional(), deadline: z.string().optional() })
    .optional(),
  referrer: z.string().optional(),
  /** `utm_source` and its like, by their full names. */
  utm: z.record(z.string(), z.string()),
});
export type Attribution = z.infer<typeof attributionSchema>;

/** Proof that somebody agreed to advertising: what they saw, where, when (Art. 7(1) GDPR). */
export const consentSchema = z.strictObject({ at: moment, wording: z.string(), page: z.string().optional() });
export type Consent = z.infer<typeof consentSchema>;
