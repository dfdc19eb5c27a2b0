/** Devices and keys by which somebody gets in, each with the button that ends it. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Html } from '../page/page.ts';
import { visible } from '../visitor-text.ts';
import { meWords as words } from '../words/desk/me.ts';
import { formatAgo } from '../words/format.ts';
import { shortDay } from '../words/moments.ts';
import { logoutUrl } from './places.ts';

/** Where somebody is logged in. */
export interface ShownSession {
  readonly id: string;
  /** In words: `Chrome auf Android`. */
  readonly device: string;
  readonly since: Moment;
  readonly seenAt: Moment;
  /** The page is shown in this one. */
  readonly own: boolean;
}

export interface ShownPasskey {
  readonly id: string;
  readonly device: string;
  readonly since: Moment;
  readonly usedAt?: Moment | undefined;
}

interface Surroundings {
  readonly company: Company;
  readonly now: Moment;
  /** Where the buttons post to. */
  readonly action: string;
}

export function sessionList(sessions: readonly ShownSession[], { company, now, action }: Surroundings): Html {
  return html`<ul class="entries">${sessions.map(({ id, device, since, seenAt, own }) => {
    const name = visible(device, 60) ?? '';
    const told = [
      own ? words.thisDevice : words.seen(formatAgo(seenAt, now)),
      words.since(shortDay(since, now, company)),
    ];
    return html`<li><p><strong>${name}</strong><small>${told.join(' · ')}</small></p>
<form method="post" action="${own ? logoutUrl : action}"><input type="hidden" name="session" value="${id}"><button class="button second" aria-label="${words.endLabel(name)}">${words.end}</button></form></li>`;
  })}</ul>`;
}

export function passkeyList(passkeys: readonly ShownPasskey[], { company, now, action }: Surroundings): Html {
  return html`<ul class="entries">${passkeys.map(({ id, device, since, usedAt }) => {
    const name = visible(device, 60) ?? '';
    const used = words.used(usedAt === undefined ? undefined : formatAgo(usedAt, now));
    return html`<li><p><strong>${name}</strong><small>${words.since(shortDay(since, now, company))} · ${used}</small></p>
<form method="post" action="${action}"><input type="hidden" name="passkey" value="${id}"><button class="button second" aria-label="${words.removeLabel(name)}">${words.remove}</button></form></li>`;
  })}</ul>`;
}
