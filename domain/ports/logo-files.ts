import type { LogoPicture } from '../business/read-logo.ts';

export interface LogoReader {
  /** The picture of that name, as `store` gave it; `undefined` if there is none. */
  load(file: string): Promise<Uint8Array | undefined>;
}

/** The logos that a business has or had: mails that went out show theirs for good. */
export interface LogoFiles extends LogoReader {
  /**
   * Keeps a picture. Repeating it changes nothing.
   * @returns its name, which comes from its content: `logo/` and more.
   */
  store(logo: LogoPicture): Promise<string>;
}
