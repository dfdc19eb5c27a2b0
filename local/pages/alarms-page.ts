/** What would have rung on people's phones. */
import { html } from 'hono/html';
import { shortMoment } from '../../views/words/moments.ts';
import type { HeardAlarm } from '../mail/alarm-book.ts';
import { localPage, type Shown } from './pages.ts';

const channels = { push: 'Push', 'web-push': 'Push im Browser', sms: 'SMS' } as const;

/** The newest first; of a long night the last two hundred. */
export function alarmsPage({ company, now }: Shown, alarms: readonly HeardAlarm[]): Promise<string> {
  const shown = alarms.toReversed().slice(0, 200);
  return localPage(
    'Alarme',
    '/_local/alarm',
    html`
<h1>Alarme</h1>
<p class="quiet">${shown.length === 0 ? 'Noch hat nichts geklingelt.' : html`So hätten Handys geklingelt; von hier geht nichts hinaus. <a href="/_local/alarms">JSON</a>`}</p>
<ul class="rows">${shown.map(
      ({ at, channel, to, text, leadId }) => html`
<li><a class="row" href="/_local/lead/${leadId}"><strong>${text}</strong>
<span class="quiet"><span>${channels[channel]} an ${to}</span><span>${shortMoment(at, now, company)}</span></span></a></li>`,
    )}
</ul>`,
  );
}
