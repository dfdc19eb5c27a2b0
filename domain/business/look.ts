/** How a business looks: its colour and its logo. What mails and pages make of them stands in `views`. */
import * as z from 'zod';

export const accentColor = z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as "#17538f"');

const alt = z.string().max(100).regex(/\S/, 'expected words for those who do not see the picture');

/** In a company file: a picture beside it. */
export const logoFile = z.strictObject({
  file: z.string().regex(/^(?!logo\/)[^\\]+\.(png|jpe?g)$/i, 'expected the path of a PNG or JPEG file'),
  alt,
});
export type LogoFile = z.infer<typeof logoFile>;

/** `logo/` and the hash of the content: another picture has another name, so each may be kept by caches for good. */
export const logoName = /^[0-9a-f]{32}\.(png|jpg)$/;
const logoPath = /^logo\/[0-9a-f]{32}\.(png|jpg)$/;

/** In the stored business: a picture in the bucket, and its size in pixels. */
export const storedLogo = z.strictObject({
  file: z.string().regex(logoPath, 'expected the name of a stored picture such as "logo/3f9a….png"'),
  alt,
  width: z.int().min(1),
  height: z.int().min(1),
});
export type StoredLogo = z.infer<typeof storedLogo>;

export interface Size {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Room above a mail on a phone, in pixels of a page; a picture of twice the size is sharp on every screen. */
export const logoRoom = { width: 200, height: 60 };
/** The size a picture is shown in: whole if it fits, else scaled down to the room there is. */
export function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, logoRoom.width / width, logoRoom.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
