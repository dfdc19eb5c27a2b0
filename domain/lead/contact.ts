/** The person: how the business reaches him. */
import * as z from 'zod';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

export const contactSchema = z.strictObject({
  name: z.string().optional(),
  /** Where the name is a family name and nothing else: no letter begins with it. */
  familyName: z.string().optional(),
  /** Lower case, as normalised at the door. */
  email: z.string().optional(),
  /** As typed. */
  phone: z.string().optional(),
  /** E.164, where `phone` parses for the company's country. */
  phoneE164: z.string().optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  language: z.enum(languages),
});
export type Contact = z.infer<typeof contactSchema>;
