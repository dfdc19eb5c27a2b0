/** A stored logo: its name, and the size it is shown in. */

/** `logo/` and the hash of the content: another picture has another name, so each may be kept by caches for good. */
const storedName = /^logo\/[0-9a-f]{32}\.(png|jpg)$/;

/** Is it the name of a stored picture? */
export const isLogoFile = (file: string): boolean => storedName.test(file);

/** Of a stored picture, by its name. */
export const contentTypeOf = (file: string): string => (file.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels. Mail programs unpack a picture whole before they scale it down. */
export const maxLogoSide = 4_000;

/** Room above a mail on a phone, in pixels of a page; a picture of twice the size is sharp on every screen. */
export const logoRoom = { width: 200, height: 60 };
/** The size a picture is shown in: whole if it fits, else scaled down to the room there is. */
export function shownSize({ width, height }: Size): Size {
  const scale = Math.min(1, logoRoom.width / width, logoRoom.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
