/** What a mail is made of. `layout.ts` writes it as HTML, `plain-text.ts` as text, so that both say the same. */
import type { ActionLink } from './mail-content.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** `tel:`, `mailto:` or a map: makes the value a link. */
  readonly url?: string | undefined;
}

export interface Phone {
  readonly text: string;
  /** Absent if the number as typed cannot be dialled. */
  readonly url?: string | undefined;
}

/** One line of the digest. */
export interface Entry {
  readonly name: string;
  readonly amount?: string | undefined;
  /** Town, kind, stage: what tells this one from the others. */
  readonly details: string;
  readonly excerpt?: string | undefined;
  /** Why it stands here. */
  readonly note?: string | undefined;
  /** What else to know, each on a line of its own. */
  readonly remarks?: readonly string[] | undefined;
  readonly phone?: Phone | undefined;
  /** Where to drive to. */
  readonly place?: { readonly text: string; readonly url: string } | undefined;
  readonly actions: readonly ActionLink[];
  readonly viewUrl: string;
}

/** A mail or a request that came in, to be judged in one line. */
export interface MailLine {
  readonly who: string;
  readonly about: string;
  readonly phone?: Phone | undefined;
  /** Why it stands here. */
  readonly note: string;
  readonly link?: ActionLink | undefined;
  /** Beside the one that is likeliest. */
  readonly further?: ActionLink | undefined;
}

export type Block =
  /** The one thing to know; first in a mail to the owner. */
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'section'; readonly text: string; readonly urgent?: boolean }
  /** Lines break where the text does; a number named in it can be dialled. */
  | { readonly type: 'paragraph'; readonly text: string; readonly phone?: Phone | undefined }
  | { readonly type: 'muted'; readonly text: string }
  /** Danger to life. */
  | { readonly type: 'warning'; readonly title: string; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  /** What somebody wrote, with its line breaks. */
  | { readonly type: 'quote'; readonly label: string; readonly text: string }
  /** The one big button: call. */
  | { readonly type: 'call'; readonly label: string; readonly phone: Phone; readonly urgent?: boolean }
  /** The first one may be filled: it is the likeliest step, or what everybody waits for. */
  | {
      readonly type: 'actions';
      readonly actions: readonly ActionLink[];
      readonly first?: 'likeliest' | 'urgent';
    }
  | { readonly type: 'link'; readonly link: ActionLink }
  | { readonly type: 'signature'; readonly lines: readonly string[] }
  | { readonly type: 'entry'; readonly entry: Entry }
  | { readonly type: 'mails'; readonly lines: readonly MailLine[] };
