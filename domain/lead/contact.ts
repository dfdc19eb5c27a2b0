/** The person: how the business reaches him. */
import * as z from 'zod';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

export const salutations = ['herr', 'frau', 'familie', 'none'] as const;
/** How the owner wants him to be addressed; `none`: by his name alone. */
export type Salutation = (typeof salutations)[number];

export const otherPhonesSchema = z.array(
  z.strictObject({ phone: z.string(), phoneE164: z.string().optional() }),
);

export const contactSchema = z.strictObject({
  name: z.string().optional(),
  /** Where the name is a family name and nothing else: no letter begins with it. */
  familyName: z.string().optional(),
  /** As the owner corrected it; absent: as the name says. */
  salutation: z.enum(salutations).optional(),
  company: z.string().optional(),
  /** Lower case, as normalised at the door. */
  email: z.string().optional(),
  /** As typed. */
  phone: z.string().optional(),
  /** E.164, where `phone` parses for the company's country. */
  phoneE164: z.string().optional(),
  /** More numbers that he named. */
  otherPhones: otherPhonesSchema.optional(),
  /** More addresses of his, under which he is known; no mail goes there. */
  otherEmails: z.array(z.string()).optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  language: z.enum(languages),
});
export type Contact = z.infer<typeof contactSchema>;
