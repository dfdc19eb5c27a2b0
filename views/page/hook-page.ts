/** What came in by a hook, for whoever connects a form with us: as it came, what was recognised, what is left over. */
import { html } from 'hono/html';
import type { Hook, HookDelivery, NamedText } from '../../domain/ports/hook-store.ts';
import { asReceived, multiLine, singleLine } from '../visitor-text.ts';
import { outcomeInWords, hookPageWords as words } from '../words/hooks.ts';
import { sourceLabels } from '../words/labels.ts';
import { shortDay, shortMoment } from '../words/moments.ts';
import { ownerPage, type PageContext } from './lead-parts.ts';
import { sizeInWords } from './mail-parts.ts';
import type { Html } from './page.ts';
import { hookStyle } from './style.ts';

interface Shown {
  readonly hook: Hook;
  /** The newest first. */
  readonly deliveries: readonly HookDelivery[];
}

/** Whoever reads it may act on no lead: it names leads and leads to none. */
export function hookPage({ hook, deliveries }: Shown, context: PageContext): Promise<string> {
  const title = words.title(hook.sender);
  return ownerPage(
    title,
    context,
    html`<h1>${title}</h1>
<p class="quiet">${settingsOf(hook, context)}</p>
${revokedNotice(hook, context)}
<p>${deliveries.length === 0 ? words.none : words.last}</p>
${deliveries.map((delivery, at) => deliveryOf(delivery, at === 0, context))}`,
    hookStyle,
  );
}

function settingsOf({ createdAt, source, page, signingSecret }: Hook, { now, company }: PageContext): string {
  return [
    words.since(shortDay(createdAt, now, company)),
    source && sourceLabels[source].de,
    page && singleLine(page, 200),
    signingSecret && words.signed,
  ]
    .filter(Boolean)
    .join(' · ');
}

function revokedNotice({ revokedAt }: Hook, { now, company }: PageContext): Html | '' {
  if (revokedAt === undefined) return '';
  return html`<div class="notice alarm"><p>${words.revoked(shortDay(revokedAt, now, company))}</p></div>`;
}

function deliveryOf(delivery: HookDelivery, open: boolean, { now, company }: PageContext): Html {
  const { receivedAt, recognised, extra, contentType } = delivery;
  const size = sizeInWords(delivery.bytes);
  return html`
<details class="sheet"${open ? ' open' : ''}>
<summary>${outcomeInWords(delivery)}<small>${shortMoment(receivedAt, now, company)}</small></summary>
<h2>${words.recognised}</h2>
${recognised.length === 0 ? html`<p class="quiet">${words.nothingRecognised}</p>` : linesOf(recognised)}
${extra.length === 0 ? '' : html`<h2>${words.extra}</h2>${linesOf(extra)}`}
<h2>${words.raw}</h2>
<p class="quiet">${[contentType && singleLine(contentType, 200), size].filter(Boolean).join(' · ')}</p>
<pre tabindex="0">${asReceived(delivery.raw)}</pre>
</details>`;
}

function linesOf(lines: readonly NamedText[]): Html {
  return html`<dl>${lines.map(
    ({ name, value }) =>
      html`<dt><code>${singleLine(name, 100)}</code></dt><dd>${multiLine(value, 1_000)}</dd>`,
  )}</dl>`;
}
