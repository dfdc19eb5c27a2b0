import type { Moment } from '../time/moment.ts';

/** What one rendering of our own form carries. */
export interface FormSeal {
  /** When it was rendered, signed: for a hidden field. */
  readonly rendered: string;
  /** The work that the browser proves, as JSON for its script. */
  readonly challenge: string;
}

/** By these a form that comes back shows when it was rendered, and that a browser has worked for it. */
export interface FormSeals {
  /** @throws Error the key cannot be read. */
  seal(submissionId: string, at: Moment): Promise<FormSeal>;
  /**
   * When this form was rendered, however long it was open.
   * @returns `undefined`: nothing of ours, or of another form.
   * @throws Error the key cannot be read.
   */
  readRendered(submissionId: string, rendered: string): Promise<Moment | undefined>;
  /**
   * Checks the work that was done for this form.
   * @param proof as the script sends it: `{challenge, solution}` of altcha, in base64.
   * @returns an id of the work, which may count once; `undefined`: nothing is proven, or it is too old.
   * @throws Error the key cannot be read.
   */
  readProof(submissionId: string, proof: string, now: Moment): Promise<string | undefined>;
}
