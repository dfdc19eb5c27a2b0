/** One's own page: passkeys and devices. */
import { html } from 'hono/html';
import { alarmNotice } from '../page/field-markup.ts';
import { visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { meWords as words } from '../words/desk/me.ts';
import { roleLabels } from '../words/desk/team.ts';
import type { DeskContext } from './desk-context.ts';
import { passkeyList, type ShownPasskey, type ShownSession, sessionList } from './device-list.ts';
import { doneNotice } from './done-notice.ts';
import { passkeyForm } from './passkey-form.ts';
import { passkeyUrls, sessionsUrl } from './places.ts';

interface Shown {
  readonly sessions: readonly ShownSession[];
  readonly passkeys: readonly ShownPasskey[];
  /** Where he has emergencies ring in this browser. */
  readonly pushUrl: string;
  /** What was done a moment ago. */
  readonly done?: string | null;
  /** Why what was asked for did not happen. */
  readonly refused?: string | undefined;
}

export function mePage(
  { sessions, passkeys, pushUrl, done, refused }: Shown,
  context: DeskContext,
): Promise<string> {
  const { person, company, now } = context;
  return context.frame({
    title: words.title,
    style: '',
    body: html`<h1>${visible(person.name, 60) ?? person.email}</h1>
<p class="quiet">${roleLabels[person.role]} · ${person.email}</p>
${doneNotice(done)}
${refused === undefined ? '' : alarmNotice(refused)}
<div class="columns">
<section class="sheet" aria-labelledby="passkeys"><h2 id="passkeys">${words.passkeys}</h2>
<p>${words.passkeysWhat}</p>
${passkeys.length > 0 ? passkeyList(passkeys, { company, now, action: passkeyUrls.own }) : html`<p class="quiet">${words.noPasskeys}</p>`}
${passkeyForm('add')}
<p class="quiet" data-without-passkeys>${words.scriptless}</p>
</section>
<section class="sheet" aria-labelledby="devices"><h2 id="devices">${words.devices}</h2>
${sessionList(sessions, { company, now, action: sessionsUrl })}
<form method="post" action="${sessionsUrl}"><input type="hidden" name="session" value="all"><button class="button second">${words.endAll}</button></form>
</section>
</div>
<p><a class="leave" href="${pushUrl}">${actionLabels.push}</a></p>`,
  });
}
