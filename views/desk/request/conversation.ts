/** All that was said about a request, by whom, the newest first; what only happened is folded between. */
import { html } from 'hono/html';
import type { Ground } from '../../../domain/lawful/refusals.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { takenBack } from '../../../domain/lead/standing-events.ts';
import { excerpt } from '../../../domain/lead/summary.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { PageContext } from '../../page/lead-parts.ts';
import { linksBelow } from '../../page/mail-parts.ts';
import type { Html } from '../../page/page.ts';
import { multiLine, visible } from '../../visitor-text.ts';
import { conversationWords as words } from '../../words/desk/request.ts';
import { grounds } from '../../words/mail-refusals.ts';
import { shortMoment } from '../../words/moments.ts';
import { actorInWords, eventInWords, mailName } from '../../words/timeline.ts';

/** Said by the customer, to him, by the business to itself, or by us to him. */
type Side = 'in' | 'out' | 'own' | 'out auto';

interface Said {
  readonly side: Side;
  readonly label: string;
  readonly text?: string | undefined;
  /** Small, below. */
  readonly remark?: string | undefined;
}

/** So much of a mail is read at once; the rest by a tap. */
const readAtOnce = 700;
const longest = 12_000;

const asText = (text: string | undefined): string | undefined => multiLine(text ?? '', longest) || undefined;

function saidIn(event: LeadEvent, earlier: readonly LeadEvent[]): Said | undefined {
  switch (event.type) {
    case 'captured':
      return { side: 'in', label: words.asked, text: asText(event.request.message) };
    case 'resubmitted':
      return { side: 'in', label: words.askedAgain, text: asText(event.request.message) };
    case 'merged':
      if (event.from === undefined) return undefined;
      return { side: 'in', label: words.joined, text: asText(event.text ?? event.request?.message) };
    case 'customer-replied':
      return {
        side: 'in',
        label: event.called ? words.called : words.replied,
        text: asText(event.text) ?? words.withoutText,
        ...(event.from !== undefined && { remark: words.from(visible(event.from, 254) ?? '') }),
      };
    case 'owner-replied':
      return {
        side: 'out',
        label: words.answered,
        text: asText(event.text) ?? words.withoutText,
        remark: groundOf(event),
      };
    case 'declined':
      return { side: 'out', label: words.declined, text: asText(event.text) };
    case 'noted':
      return { side: 'own', label: words.private, text: asText(event.text) };
    case 'acknowledged':
    case 'follow-up-sent':
      return {
        side: 'out auto',
        label: `${words.automatic}: ${mailName(event)}`,
        text: asText(ownTextOf(event.key, earlier)),
        remark: groundOf(event),
      };
    case 'mail-uncertain':
      if (event.to === 'owner') return undefined;
      return {
        side: 'out auto',
        label: `${words.automatic}: ${mailName(event)}`,
        text: asText(ownTextOf(event.key, earlier)),
        remark: words.unsure,
      };
    default:
      return undefined;
  }
}

/** What allowed it. */
const groundOf = ({ ground }: { readonly ground?: Ground | undefined }): string | undefined =>
  ground && words.ground(grounds[ground]);

/** What somebody wrote for this mail before it went. */
function ownTextOf(key: string, earlier: readonly LeadEvent[]): string | undefined {
  const worded = earlier.findLast((event) => event.type === 'mail-worded' && event.of === key);
  return worded?.type === 'mail-worded' ? worded.text : undefined;
}

type Entry = { readonly event: LeadEvent; readonly said: Said } | { readonly folded: LeadEvent[] };

/** What was taken back was not said. */
function entriesOf(events: readonly LeadEvent[], isBack: (event: LeadEvent) => boolean): Entry[] {
  const entries: Entry[] = [];
  for (const [index, event] of events.entries()) {
    const said = isBack(event) ? undefined : saidIn(event, events.slice(0, index));
    const last = entries.at(-1);
    if (said) entries.push({ event, said });
    else if (last && 'folded' in last) last.folded.push(event);
    else entries.push({ folded: [event] });
  }
  return entries;
}

/**
 * @param events of the whole history, the oldest first.
 * @param page the address of the page of the lead.
 */
export function conversation(events: readonly LeadEvent[], page: string, context: PageContext): Html {
  const isBack = takenBack(events);
  return html`<ol class="talk">${entriesOf(events, isBack)
    .toReversed()
    .map((entry) =>
      'said' in entry
        ? spoken(entry.event, entry.said, page, context)
        : folded(entry.folded, isBack, page, context),
    )}</ol>`;
}

function spoken(
  event: LeadEvent,
  { side, label, text, remark }: Said,
  page: string,
  context: PageContext,
): Html {
  return html`<li class="said ${side}"><p class="by">${label}</p>${text === undefined ? '' : shortened(text)}
<p class="quiet">${actorInWords(event)} · ${moment(event.at, context)}${remark ? ` · ${remark}` : ''}${linksBelow(event, page)}</p></li>`;
}

function shortened(text: string): Html {
  const start = text.length > readAtOnce ? excerpt(text, readAtOnce / 2) : undefined;
  return start === undefined
    ? html`<p class="words">${text}</p>`
    : html`<p class="words">${start}</p><details><summary>${words.readAll}</summary><p class="words">${text}</p></details>`;
}

function folded(
  events: readonly LeadEvent[],
  isBack: (event: LeadEvent) => boolean,
  page: string,
  context: PageContext,
): Html {
  const told = (event: LeadEvent) => {
    const inWords = eventInWords(event, context.company);
    return isBack(event) ? html`<s>${inWords}</s>` : inWords;
  };
  return html`<li class="folded"><details><summary>${words.events(events.length)}</summary><ol class="events">${events
    .toReversed()
    .map(
      (event) =>
        html`<li>${told(event)}${linksBelow(event, page)}<small>${moment(event.at, context)} · ${actorInWords(event)}</small></li>`,
    )}</ol></details></li>`;
}

const moment = (at: Moment, { now, company }: PageContext): Html =>
  html`<time datetime="${at}">${shortMoment(at, now, company)}</time>`;
