/** The page of the mails that came in, with a form to write one as a customer would. */
import { html } from 'hono/html';
import type { Delivery, MailOutcomeName } from '../../domain/inbound/incoming-mail.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import type { Html } from '../../views/page/page.ts';
import { shortMoment } from '../../views/words/moments.ts';
import { localPage, type Shown } from './pages.ts';

const outcomeLabels: Readonly<Record<MailOutcomeName, string>> = {
  'lead-created': 'neue Anfrage',
  'reply-appended': 'Antwort',
  'auto-reply-noted': 'automatische Antwort',
  'bounce-noted': 'kam zurück',
  duplicate: 'doppelt',
  'spam-quarantined': 'Spamverdacht',
  'portal-noted': 'Anfrage eines Portals',
  'own-mail-ignored': 'eigene E-Mail',
  'too-large': 'zu groß',
  unreadable: 'unlesbar',
  'form-kept-aside': 'Formular beiseitegelegt',
};

interface Incoming {
  /** The latest first. */
  readonly records: readonly IntakeRecord[];
  readonly waiting: readonly Delivery[];
  readonly failed: readonly Delivery[];
  /** Mails that wait until ours go out again. */
  readonly held: number;
  /** Where mails come in, by SMTP. */
  readonly smtpPort: number;
  readonly receive: string;
}

export function incomingPage(
  shown: Shown,
  { records, waiting, failed, held, smtpPort, receive }: Incoming,
): Promise<string> {
  return localPage(
    'Eingang',
    '/_local/incoming',
    html`
<h1>Eingang</h1>
<p>E-Mails an <strong>${receive}</strong>: mit dem Formular hier, oder mit jedem Mailprogramm über den Postausgangsserver
localhost, Port ${smtpPort}, ohne Anmeldung.</p>
${writeForm(receive)}
${
  failed.length === 0
    ? ''
    : html`<div class="notice alarm"><p>${failed.length === 1 ? 'Eine E-Mail ist' : `${failed.length} E-Mails sind`} dreimal gescheitert.</p>
<form method="post" action="/_local/replay"><button class="button">Nochmal versuchen</button></form></div>`
}
${held === 0 ? '' : html`<p class="quiet">${held} ${held === 1 ? 'wartet' : 'warten'}, bis unsere E-Mails wieder hinausgehen.</p>`}
${waiting.length === 0 ? '' : html`<p class="quiet">${waiting.length} in Arbeit.</p>`}
<p class="quiet">${records.length === 0 ? 'In den letzten 30 Tagen kam nichts.' : html`Die neuesten zuerst. <a href="/_local/noted">Beiseitegelegte</a> · <a href="/_local/intake">JSON</a>`}</p>
<ul class="rows">${records.map((record) => row(shown, record))}</ul>`,
  );
}

function row({ now, company }: Shown, record: IntakeRecord): Html {
  const { deliveryId, outcome, leadId, sender, subject, receivedAt, flags } = record;
  return html`
<li><div class="row"><strong>${subject ?? '(ohne Betreff)'}</strong>
<span class="quiet"><span>von ${sender ?? 'unbekannt'}</span><span>${shortMoment(receivedAt, now, company)}</span></span>
<span class="quiet"><span>${outcomeLabels[outcome]}${flags.length === 0 ? '' : ` (${flags.join(', ')})`}</span></span></div>
<div class="links">${leadId === undefined ? '' : html`<a href="/_local/lead/${leadId}">Anfrage</a>`}<a href="/_local/files/${deliveryId}/raw">Quelltext</a></div></li>`;
}

function writeForm(receive: string): Html {
  return html`<details><summary>E-Mail schreiben</summary>
<form method="post" action="/_local/write" class="sheet">
<p class="quiet">Als Kunde, an ${receive}.</p>
<div class="field"><label for="from">Von</label><input id="from" name="from" type="email" required value="erika@customer.test"></div>
<div class="field"><label for="subject">Betreff</label><input id="subject" name="subject" maxlength="200" value="Anfrage"></div>
<div class="field"><label for="text">Nachricht</label><textarea id="text" name="text" required></textarea></div>
<button class="button">Senden</button>
</form></details>`;
}
