/** Each mail as it would go out, about a request that nobody made: for whoever changes its words, before customers read them. */
import type { Company } from '../../domain/business/company.ts';
import { companyDefaults } from '../../domain/business/company-defaults.ts';
import { findText } from '../../domain/business/mail-texts.ts';
import { askables } from '../../domain/lead/askable.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { OneTimeText } from '../../domain/lead/mail-name.ts';
import { cadenceNames, destinations, mayGoToCustomers } from '../../domain/lead/pipeline.ts';
import { alarmStage } from '../../domain/lead/stages.ts';
import { summarise } from '../../domain/lead/summary.ts';
import type { AnswerResult } from '../../domain/ports/digest-answers.ts';
import type { Digest } from '../../domain/report/digest.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { AnswerText } from '../answer-text.ts';
import { actionLabels } from '../words/actions.ts';
import { acknowledgement } from './acknowledgement.ts';
import { answerRefusedMail } from './answer-refused.ts';
import { bounceReportMail } from './bounce-report.ts';
import { chase } from './chase.ts';
import { digestMail } from './digest.ts';
import { digestReplyMail } from './digest-reply.ts';
import { emergencyNumber } from './emergency-number.ts';
import { emergencyTaken } from './emergency-taken.ts';
import { emergencyUnanswered } from './emergency-unanswered.ts';
import { followUp } from './follow-up.ts';
import { heldAnswerMail } from './held-answer.ts';
import { heldBackMail } from './held-back.ts';
import { leadAssigned } from './lead-assigned.ts';
import type { MailContent } from './mail-content.ts';
import { newLeadAlert } from './new-lead-alert.ts';
import { ownerVisitNotice } from './owner-visit-notice.ts';
import { refusalMail } from './refusal.ts';
import { requestCorrected } from './request-corrected.ts';
import { ownerVisitCancellation, visitCancellation } from './visit-cancellation.ts';
import { visitInvitation } from './visit-invitation.ts';

/**
 * @param name of a text, with the number of a mail of a rhythm or without.
 * @param language what customers read; the owner's mails are in German.
 * @returns `undefined`: there is no such mail.
 */
export function previewMail(name: string, language: Language, company: Company): MailContent | undefined {
  const text = findText(name);
  if (!text) return undefined;
  const about = aboutSomebody(language, company);
  const number = text.number ?? 1;
  const cadence = cadenceNames.find((one) => one === text.name || `chase-${one}` === text.name);
  if (cadence === undefined) return oneTime[text.name as OneTimeText](about);
  return cadence === text.name && mayGoToCustomers(cadence)
    ? followUp({ ...about, cadence, number, last: false })
    : chase({ ...about, cadence, number, stalls: false });
}

const cancelled = ({ lead, visit: { startsAt, durationMinutes } }: About) => ({
  ...lead,
  cancelledVisit: { startsAt, durationMinutes, sequence: 1 },
});

const oneTime: Readonly<Record<OneTimeText, (about: About) => MailContent>> = {
  acknowledgement,
  'acknowledgement-phone': (about) => acknowledgement({ ...about, lead: { ...about.lead, source: 'phone' } }),
  'acknowledgement-urgent': (about) => acknowledgement(urgent(about)),
  'acknowledgement-closed': (about) => acknowledgement(closed(about)),
  'emergency-unanswered': (about) => emergencyUnanswered(urgent(about)),
  'visit-confirmation': (about) => visitInvitation({ ...about, kind: 'confirmation' }),
  'visit-moved': (about) => {
    const visit = { ...about.visit, sequence: 1 };
    const visitTold = { startsAt: about.now, number: 1 };
    return visitInvitation({ ...about, lead: { ...about.lead, visit, visitTold }, kind: 'confirmation' });
  },
  'visit-cancelled': (about) => visitCancellation({ ...about, lead: cancelled(about) }),
  'owner-visit-cancelled': (about) => ownerVisitCancellation({ ...about, lead: cancelled(about) }),
  refusal: refusalMail,
  'visit-reminder': (about) => visitInvitation({ ...about, kind: 'reminder' }),
  'new-lead-alert': newLeadAlert,
  'new-lead-alert-urgent': (about) => newLeadAlert(urgent(about)),
  'emergency-number': (about) => emergencyNumber(urgent(about)),
  'emergency-taken': (about) =>
    emergencyTaken({
      ...about,
      lead: { ...about.lead, taking: { alarmBegan: about.now, person: about.company.owner.name } },
    }),
  'lead-assigned': leadAssigned,
  'request-corrected': (about) => requestCorrected({ ...about, lead: corrected(about.lead) }),
  'owner-visit-confirmation': (about) => ownerVisitNotice({ ...about, kind: 'confirmation' }),
  'owner-visit-reminder': (about) => ownerVisitNotice({ ...about, kind: 'reminder' }),
  digest: (about) =>
    digestMail({
      ...about,
      digest: digestOf(about.lead),
      actionsFor: () => about.actions,
      viewUrl: () => about.viewUrl,
      captureCallUrl: about.viewUrl,
    }),
  'digest-reply': (about) => digestReplyMail({ ...about, ...answerAbout(about, {}) }),
  'digest-reply-held': (about) =>
    heldAnswerMail({ ...about, ...answerAbout(about), why: 'unproven', enterUrl: about.viewUrl }),
  'answer-refused': (about) => answerRefusedMail({ ...about, why: 'too-large', text: '' }),
  'mail-held-back': (about) =>
    heldBackMail({
      ...about,
      why: 'contradicted',
      sender: about.lead.contact.email,
      text: about.lead.request.message ?? '',
    }),
  'answer-uncertain': (about) => answerRefusedMail({ ...about, why: 'uncertain', text: '' }),
  'bounce-report': bounceReportMail,
};

const answerAbout = ({ lead }: Pick<About, 'lead'>, result?: AnswerResult): AnswerText => ({
  understood: [
    { number: 1, name: lead.contact.name ?? '', said: { what: 'reached' }, line: '1 erreicht', result },
  ],
  unclear: [],
});

type About = ReturnType<typeof aboutSomebody>;

/** A Monday morning, and a request of the Monday before. */
const now: Moment = '2026-11-30T09:00:00.000Z';
const closedNow: Moment = '2026-11-29T02:00:00.000Z';
const capturedAt = '2026-11-23T09:00:00.000Z';

function aboutSomebody(language: Language, company: Company) {
  const link = `${company.publicUrl ?? company.website}#`;
  const visit = { startsAt: '2026-12-01T09:00:00.000Z', durationMinutes: 60, plannedAt: now, sequence: 0 };
  return {
    company,
    now,
    visit,
    lead: { ...somebody, visit, contact: { ...somebody.contact, language } } satisfies Lead,
    stopUrl: link,
    notMeUrl: link,
    viewUrl: link,
    actions: [
      { label: actionLabels.reached, url: link },
      { label: actionLabels['not-reached'], url: link },
    ],
  };
}

/** The number was given a little later. */
function corrected(lead: Lead): Lead {
  const { contact, request } = lead;
  const { phone: _phone, phoneE164: _phoneE164, ...before } = contact;
  const { attribution, source, stage, id } = lead;
  const captured = {
    type: 'captured',
    at: capturedAt,
    by: 'customer',
    id,
    stage,
    source,
    attribution,
  } as const;
  return {
    ...lead,
    corrections: { count: 1, told: 0, since: now, last: now },
    timeline: [
      { ...captured, contact: before, request },
      { type: 'resubmitted', at: now, by: 'customer', contact, request },
    ],
  };
}

/** A Sunday night of a business that sleeps. */
const closed = (about: About): About => {
  const { company } = about;
  const workingTime = company.workingTime === 'always' ? companyDefaults.workingTime : company.workingTime;
  return {
    ...urgent(about),
    company: { ...company, workingTime, emergency: { ...company.emergency, nightService: false } },
    now: closedNow,
  };
};

const urgent = (about: About) => ({ ...about, lead: { ...about.lead, stage: alarmStage } });

const somebody: Lead = {
  schemaVersion: 1,
  id: '0000000000',
  version: 0,
  generation: 1,
  stage: destinations.captured,
  asks: [...askables],
  stageSince: capturedAt,
  capturedAt,
  movedAt: capturedAt,
  contact: {
    name: 'Anna Beispiel',
    email: 'anna.beispiel@example.org',
    phone: '030 123456',
    phoneE164: '+4930123456',
    address: 'Lindenweg 7',
    postcode: '10115',
    city: 'Berlin',
    language: 'de',
  },
  request: {
    message: 'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.',
    kind: 'project',
    urgency: 'planned',
    gas: false,
    extra: [],
  },
  source: 'website',
  proof: 'own-form',
  attribution: { utm: {} },
  probability: 50,
  probabilityOverridden: false,
  valueCents: 850_000,
  quotedCents: 850_000,
  qualified: true,
  waitsFor: 'owner',
  uncertainMails: 0,
  visitMails: [],
  spam: false,
  dueAt: now,
  timeline: [],
};

function digestOf(lead: Lead): Digest {
  return {
    date: '2026-11-30',
    sections: [{ section: 'new-requests', lines: [{ number: 1, lead: summarise(lead) }] }],
    figures: {
      openLeads: 1,
      pipelineCents: 850_000,
      weightedCents: 425_000,
      wonThisMonth: 0,
      wonThisMonthCents: 0,
    },
    mails: { noted: [], flagged: [], unprocessed: 0 },
    silentSources: [],
  };
}
