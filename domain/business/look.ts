/** How a business looks: its colour and its logo. What mails and pages make of them stands in `views`. */
import * as z from 'zod';
import { isLogoFile, maxLogoSide } from './logo.ts';
import { plainLine } from './plain-line.ts';

export const accentColor = z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as "#17538f"');

const alt = plainLine(100);

/** In a company file: a picture beside it. */
export const logoFile = z.strictObject({
  file: z.string().min(1),
  alt,
});

/** In the stored business: a picture in the bucket, and its size in pixels. */
export const storedLogo = z.strictObject({
  file: z.string().refine(isLogoFile, 'expected the name of a stored picture such as "logo/3f9a….png"'),
  alt,
  width: z.int().min(1).max(maxLogoSide),
  height: z.int().min(1).max(maxLogoSide),
});
