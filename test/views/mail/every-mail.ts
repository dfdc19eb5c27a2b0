/** Every mail there is, about one lead. */
import type { Company } from '../../../domain/business/company.ts';
import type { MailOutcomeName } from '../../../domain/inbound/incoming-mail.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { cadenceNames, mayGoToCustomers } from '../../../domain/lead/pipeline.ts';
import { summarise } from '../../../domain/lead/summary.ts';
import type { IntakeRecord } from '../../../domain/ports/intake-log.ts';
import { notedMails } from '../../../domain/report/noted-mails.ts';
import { acknowledgement } from '../../../views/mail/acknowledgement.ts';
import { bundleMail } from '../../../views/mail/bundle.ts';
import { chase } from '../../../views/mail/chase.ts';
import { commonAlarmMail } from '../../../views/mail/common-alarm.ts';
import { digestMail } from '../../../views/mail/digest.ts';
import { followUp } from '../../../views/mail/follow-up.ts';
import { heldBackMail } from '../../../views/mail/held-back.ts';
import type { ActionLink, MailContent } from '../../../views/mail/mail-content.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { ownerVisitNotice } from '../../../views/mail/owner-visit-notice.ts';
import { visitInvitation } from '../../../views/mail/visit-invitation.ts';

/** The rhythms that customers may get mails of. */
export const customerCadences = cadenceNames.filter(mayGoToCustomers);

export const now = '2026-11-30T09:00:00.000Z';
export const stopUrl = 'https://anfrage.muster.example/a/stop-token';
export const notMeUrl = 'https://anfrage.muster.example/a/not-me-token';
export const viewUrl = 'https://anfrage.muster.example/a/view-token';
export const captureCallUrl = 'https://anfrage.muster.example/a/call-token';
export const actions: readonly ActionLink[] = [
  { label: 'Erreicht', url: 'https://anfrage.muster.example/a/reached-token' },
  { label: 'Nicht erreicht', url: 'https://anfrage.muster.example/a/not-reached-token' },
  { label: 'Später', url: 'https://anfrage.muster.example/a/later-token' },
];

const visit = {
  startsAt: '2026-12-01T09:00:00.000Z',
  durationMinutes: 60,
  plannedAt: '2026-11-25T10:00:00.000Z',
  sequence: 0,
};

/** Mails that customers read, by name. */
export function customerMails(lead: Lead, company: Company): Record<string, MailContent> {
  const visited: Lead = { visit, ...lead };
  return {
    acknowledgement: acknowledgement({ lead, company, now, notMeUrl }),
    'acknowledgement of an emergency': acknowledgement({
      lead: { ...lead, stage: 'service', request: { ...lead.request, gas: true } },
      company,
      now,
      notMeUrl,
    }),
    'visit confirmation': visitInvitation({ lead: visited, company, now, kind: 'confirmation', stopUrl }),
    'visit reminder': visitInvitation({ lead: visited, company, now, kind: 'reminder', stopUrl }),
    ...Object.fromEntries(
      customerCadences.flatMap((cadence) =>
        [1, 2, 3, 4].map((number) => [
          `follow-up ${cadence} ${number}`,
          followUp({ lead, company, now, cadence, number, last: number === 3, stopUrl }),
        ]),
      ),
    ),
  };
}

/** Mails that the owner reads, by name. */
/** Sender and subject come from strangers, as everything about a lead does. */
const aboutMail = (lead: Lead, outcome: MailOutcomeName): IntakeRecord => ({
  deliveryId: 'delivery-1',
  receivedAt: '2026-11-30T05:00:00.000Z',
  outcome,
  leadId: lead.id,
  flags: [],
  ...(lead.contact.name !== undefined && {
    sender: lead.contact.name,
    senderName: lead.contact.name,
    subject: lead.contact.name,
  }),
});

export function ownerMails(lead: Lead, company: Company): Record<string, MailContent> {
  const visited: Lead = { visit, ...lead };
  const owner = { lead, company, now, actions, viewUrl };
  return {
    'new-lead alert': newLeadAlert(owner),
    'alert of an emergency': newLeadAlert({
      ...owner,
      lead: { ...lead, stage: 'service', request: { ...lead.request, gas: true } },
    }),
    'visit confirmation': ownerVisitNotice({ ...owner, lead: visited, kind: 'confirmation' }),
    'visit reminder': ownerVisitNotice({ ...owner, lead: visited, kind: 'reminder' }),
    digest: digestMail({
      digest: {
        date: '2026-11-30',
        sections: [
          { section: 'new-requests', lines: [{ number: 1, lead: summarise(lead) }] },
          {
            section: 'gaps',
            lines: [{ number: 1, lead: summarise(lead), note: { code: 'gaps', missing: ['name'] } }],
          },
        ],
        figures: {
          openLeads: 1,
          pipelineCents: 0,
          weightedCents: 0,
          wonThisMonth: 0,
          wonThisMonthCents: 0,
        },
        mails: {
          noted: notedMails([aboutMail(lead, 'spam-quarantined'), aboutMail(lead, 'bounce-noted')]),
          flagged: [
            { ...aboutMail(lead, 'reply-appended'), flags: ['unknown-sender'] },
            aboutMail(lead, 'too-large'),
          ],
          unprocessed: 1,
        },
        silentSources: [
          { source: 'website:www.muster.example', lastAt: '2026-11-02T09:00:00.000Z', usualDays: 3 },
        ],
      },
      company,
      now,
      actionsFor: () => actions,
      viewUrl: () => viewUrl,
      captureCallUrl,
      rescueUrl: () => `${viewUrl}-rescue`,
      leadUrl: () => viewUrl,
    }),
    'many requests at once': bundleMail({
      lines: [
        { lead, what: 'first', viewUrl },
        { lead, what: 'again', viewUrl },
      ],
      company,
      now,
      acknowledgeUrl: `${viewUrl}-acknowledge-all`,
      spamUrl: `${viewUrl}-spam-all`,
    }),
    'one alarm for several emergencies': commonAlarmMail({
      lines: [
        { lead: summarise(lead), trusted: true, gas: true, viewUrl, takeUrl: () => `${viewUrl}-confirm` },
        { lead: summarise(lead), trusted: false, gas: false, viewUrl, takeUrl: () => `${viewUrl}-confirm` },
      ],
      count: 1_000,
      company,
      now,
      listUrl: `${viewUrl}-alarms`,
    }),
    'mail that is perhaps forged': heldBackMail({
      ...owner,
      why: 'contradicted',
      sender: lead.contact.email,
      text: lead.request.message ?? '',
    }),
    ...Object.fromEntries(
      cadenceNames.map((cadence) => [
        `chase ${cadence}`,
        chase({ ...owner, cadence, number: 1, stalls: true }),
      ]),
    ),
  };
}
