/** What every mail file returns. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An invitation that calendars understand. */
  readonly calendar?:
    | { readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'; readonly content: string }
    | undefined;
}

/** A button or link: what the owner can do with one tap. */
export interface ActionLink {
  readonly label: string;
  readonly url: string;
}
