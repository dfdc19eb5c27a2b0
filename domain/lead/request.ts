/** What was asked for. */
import * as z from 'zod';
import { kinds, urgencies } from './request-kind.ts';

export const requestSchema = z.strictObject({
  message: z.string().optional(),
  kind: z.enum(kinds).optional(),
  /** The listed word in the message that decided the kind; absent if it was chosen explicitly. */
  kindWord: z.string().optional(),
  urgency: z.enum(urgencies),
  /** The listed word in the message that decided the urgency. */
  urgencyWord: z.string().optional(),
  /** Gas was named: the answer carries the safety sentence. */
  gas: z.boolean(),
  installation: z.string().optional(),
  timeframe: z.string().optional(),
  budget: z.string().optional(),
  /** When a visit or a call would suit the customer, in his words. */
  wishedDate: z.string().optional(),
  /** It came encrypted: what was asked is not known, and the message is in our words. */
  sealed: z.enum(['smime', 'pgp']).optional(),
  /** Fields of the form that nobody knows: kept, never refused. */
  extra: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
export type Request = z.infer<typeof requestSchema>;
