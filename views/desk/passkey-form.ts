/** The form that its script shows where the browser knows passkeys; without the script nothing of it is seen. */
import { html } from 'hono/html';
import type { Html } from '../page/page.ts';
import { meWords as words } from '../words/desk/me.ts';
import { optionsOf, passkeyUrls } from './places.ts';

/** @param query of the address that it is sent to. */
export function passkeyForm(what: 'add' | 'login', query = ''): Html {
  const url = passkeyUrls[what];
  const label = what === 'add' ? words.addPasskey : words.login;
  return html`<form method="post" action="${url}${query}" hidden data-passkey="${what}" data-options="${optionsOf(url)}" data-asks="${words.asks}" data-cancelled="${words.cancelled}" data-known="${words.passkeyKnown}">
<input type="hidden" name="credential"><button class="button second">${label}</button>
<p class="quiet" role="status"></p></form>`;
}
