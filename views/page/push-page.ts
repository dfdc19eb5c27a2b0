/** The page by which somebody of the business has emergencies ring in this browser. */
import { html } from 'hono/html';
import type { Callee } from '../../domain/business/people.ts';
import { visible } from '../visitor-text.ts';
import { pushWords as words } from '../words/push.ts';
import { alarmNotice } from './field-markup.ts';
import { outcomeHeading, ownerPage, type PageContext } from './lead-parts.ts';
import { pushScriptName, pushWorkerName } from './push-script.ts';

interface Shown {
  readonly person: Callee;
  /** Our public key, with which browsers subscribe. */
  readonly pushKey: string;
  /** So many browsers of his are subscribed. */
  readonly devices: number;
  /** What the browser sent was none of it. */
  readonly refused?: boolean;
}

export function pushPage(shown: Shown, context: PageContext): Promise<string> {
  const { person, pushKey, devices, refused = false } = shown;
  return ownerPage(
    words.title,
    context,
    html`<h1>${words.title}</h1>
<p>${words.what(visible(person.name, 60) ?? person.email)}</p>
${refused ? alarmNotice(words.refused) : ''}
<form method="post" data-push-key="${pushKey}" data-worker="/assets/${pushWorkerName}" data-unable="${words.unable}" data-asks="${words.asks}" data-denied="${words.denied}" data-failed="${words.failed}">
<input type="hidden" name="endpoint"><input type="hidden" name="p256dh"><input type="hidden" name="auth">
<p id="push-says" role="status"><noscript>${words.scriptless}</noscript></p>
<button>${words.button}</button>
</form>
<p class="quiet">${words.private}</p>
${
  devices > 0
    ? html`<p>${words.devices(devices)}</p><form method="post"><input type="hidden" name="off" value="all"><button class="button second">${words.off}</button></form>`
    : ''
}
<script src="/assets/${pushScriptName}" defer></script>`,
  );
}

export const pushDonePage = (context: PageContext): Promise<string> =>
  ownerPage(words.doneTitle, context, html`${outcomeHeading(words.doneTitle, true)}<p>${words.done}</p>`);

export const pushOffPage = (context: PageContext): Promise<string> =>
  ownerPage(words.offTitle, context, html`${outcomeHeading(words.offTitle, true)}<p>${words.offDone}</p>`);
