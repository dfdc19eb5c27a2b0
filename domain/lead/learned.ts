/** Facts that an answer of the customer taught: an empty one is filled at once, a different one waits for the owner's tap. */
import * as z from 'zod';
import { moment } from '../time/moment.ts';

export const learnedFacts = [
  'phone',
  'email',
  'address',
  'installation',
  'timeframe',
  'budget',
  'wished-date',
] as const;
export type LearnedFact = (typeof learnedFacts)[number];

/** A fact as somebody wrote it. */
export const toldFact = {
  fact: z.enum(learnedFacts),
  /** As it is read on one line. */
  value: z.string(),
  /** Of a number that parses for the business's country. */
  phoneE164: z.string().optional(),
  /** Of an address: its parts. */
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
};
const toldFactSchema = z.strictObject(toldFact);
export type ToldFact = z.infer<typeof toldFactSchema>;

/** What differs from what is known, until the owner takes it or says otherwise. */
export const proposalSchema = z.strictObject({
  ...toldFact,
  at: moment,
  /** Who wrote it, if not from the customer's known address. */
  from: z.string().optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;
