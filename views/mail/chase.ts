/** It is the owner's turn: one sentence why this mail comes, the number to call, and what to do with one tap. */

import type { Company } from '../../domain/business/company.ts';
import { type Lead, weightedCents } from '../../domain/lead/lead.ts';
import type { CadenceName } from '../../domain/lead/pipeline.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { messageOf, phoneOf, subjectLine, waysToReach, whoIs } from '../lead-text.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { formatDate, formatDay, formatMoney, formatSince } from '../words/format.ts';
import { lastStep } from '../words/last-step.ts';
import { stageLabels } from '../words/stages.ts';
import type { Block, Fact } from './block.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { answerHint, filesBlock, ownerMail, whatToDo } from './owner-mail.ts';

export interface Chase {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly cadence: CadenceName;
  /** Counts from 1. */
  readonly number: number;
  /** The last mail of its cadence: the lead is stalled after it. */
  readonly stalls: boolean;
  readonly actions: readonly ActionLink[];
  readonly viewUrl: string;
  /** An answer to this mail goes on to the customer. */
  readonly answerable?: boolean | undefined;
}

/** Reminder `number` of a cadence to the owner. */
export function chase(mail: Chase): MailContent {
  const { lead, company, cadence, stalls, actions, viewUrl } = mail;
  const urgent = cadence === 'service';
  const { subject, because } = reasons[cadence](mail);
  const phone = phoneOf(lead.contact);
  const blocks: (Block | undefined)[] = [
    { type: 'title', text: because },
    ...(cadence === 'replied' ? replyBlocks(lead) : []),
    phone && { type: 'call', label: urgent ? 'Jetzt anrufen' : 'Anrufen', phone, urgent },
    urgent ? { type: 'muted', text: 'Diese E-Mail kommt wieder, bis jemand bestätigt.' } : undefined,
    mail.answerable ? answerHint : undefined,
    ...whatToDo(actions, viewUrl, urgent),
    { type: 'facts', facts: facts(lead, company) },
    requestBlock(lead),
    stalls ? { type: 'muted', text: stallNotice } : undefined,
  ];
  return ownerMail({
    company,
    subject: subjectLine(subject, lead.id),
    preheader: because,
    alarm: urgent ? '🚨 Soforteinsatz – noch unbestätigt' : undefined,
    blocks: blocks.filter((block) => block !== undefined),
  });
}

const stallNotice =
  'Das ist die letzte Erinnerung. Ab jetzt steht die Anfrage im Tagesüberblick unter „Festgefahren“, bis Sie entscheiden, wie es weitergeht.';

interface Reason {
  /** For the list of mails; the reference follows. */
  readonly subject: string;
  /** Why this mail comes, in one sentence. */
  readonly because: string;
}

const reasons: Readonly<Record<CadenceName, (mail: Chase) => Reason>> = {
  new: ({ lead, now }) => {
    const who = whoIs(lead.contact);
    const since = formatSince(lead.stageSince, now);
    return {
      subject: `${who} wartet ${since} auf Ihren Anruf`,
      because: `${who} wartet ${since} auf ein erstes Zeichen von Ihnen.`,
    };
  },
  'in-progress': ({ lead, now }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Schon gesprochen mit ${who}?`,
      because: `Die Anfrage von ${who} ist ${formatSince(lead.stageSince, now)} in Bearbeitung: Haben Sie schon miteinander gesprochen?`,
    };
  },
  'first-contact': ({ lead, now }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Erstkontakt mit ${who} steht aus`,
      because: `Der Erstkontakt mit ${who} läuft ${formatSince(lead.stageSince, now)}: Bitte rufen Sie an und notieren Sie, ob Sie jemanden erreicht haben.`,
    };
  },
  'not-reached': ({ lead }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Bitte noch einmal anrufen: ${who}`,
      because: `${who} war am Telefon nicht erreichbar${andNoMail(lead)}: Bitte rufen Sie noch einmal an.`,
    };
  },
  'needs-analysis': ({ lead }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Bedarf klären, bitte anrufen: ${who}`,
      because: `Der Bedarf von ${who} ist noch nicht geklärt${andNoMail(lead)}: Bitte fragen Sie am Telefon nach.`,
    };
  },
  opportunity: ({ lead, now }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Nächster Schritt für ${who}?`,
      because: `Das Vorhaben von ${who} ist ${formatSince(lead.stageSince, now)} eine Verkaufschance: Als Nächstes kommt eine Besichtigung oder ein Angebot.`,
    };
  },
  'site-visit': ({ lead, company }) => {
    const who = whoIs(lead.contact);
    const visited = lead.visit ? ` vom ${formatDay(lead.visit.startsAt, company.timeZone, 'de')}` : '';
    return {
      subject: `Angebot fehlt noch: ${who}`,
      because: `Nach der Besichtigung${visited} wartet ${who} auf Ihr Angebot.`,
    };
  },
  quoted: ({ lead, company }) => {
    const who = whoIs(lead.contact);
    const over =
      lead.quotedCents === undefined ? '' : ` über ${formatMoney(lead.quotedCents, company.currency, 'de')}`;
    return {
      subject: `Angebot ohne Antwort, bitte anrufen: ${who}`,
      because: `${who} hat auf Ihr Angebot${over} noch nicht geantwortet${andNoMail(lead)}: Bitte fassen Sie telefonisch nach.`,
    };
  },
  negotiation: ({ lead, now }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Wie steht es mit ${who}?`,
      because: `Sie sind ${formatSince(lead.stageSince, now)} mit ${who} in Verhandlung: Wie ist der Stand?`,
    };
  },
  unqualified: ({ lead }) => {
    const who = whoIs(lead.contact);
    const reason = visible(lead.reason, 200);
    return {
      subject: `Wiedervorlage: ${who}`,
      because: `Heute ist Wiedervorlage für ${who}${reason ? ` (damals: ${reason})` : ''}: Hat sich etwas geändert?`,
    };
  },
  service: ({ lead, now }) => {
    const who = whoIs(lead.contact);
    const since = formatSince(lead.stageSince, now);
    return {
      subject: `🚨 SOFORT: ${since} unbestätigt – ${who}`,
      because: `${since.charAt(0).toUpperCase()}${since.slice(1)} hat niemand den Soforteinsatz für ${who} übernommen.`,
    };
  },
  'service-confirmed': ({ lead, now }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Soforteinsatz erledigt? ${who}`,
      because: `Der Soforteinsatz für ${who} ist ${formatSince(lead.confirmedAt ?? lead.stageSince, now)} übernommen: Ist er erledigt?`,
    };
  },
  replied: ({ lead, now, number }) => {
    const who = whoIs(lead.contact);
    const since = formatSince(lead.cadence?.startedAt ?? lead.movedAt, now);
    return number === 1
      ? { subject: `${who} hat geantwortet`, because: `${who} hat geantwortet, jetzt sind Sie dran.` }
      : {
          subject: `${who} wartet ${since} auf Ihre Antwort`,
          because: `${who} hat geantwortet und wartet ${since} auf Sie.`,
        };
  },
  answered: ({ lead }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `Keine Antwort, bitte anrufen: ${who}`,
      because: `${who} hat auf Ihre E-Mail noch nicht geantwortet${andNoMail(lead)}: Bitte rufen Sie an.`,
    };
  },
  postponed: ({ lead }) => {
    const who = whoIs(lead.contact);
    const on = lead.postponedUntil ? ` am ${formatDate(lead.postponedUntil, 'de')}` : '';
    return {
      subject: `Wie vereinbart: ${who}`,
      because: `Sie wollten sich${on} wieder um ${who} kümmern.`,
    };
  },
  bounced: ({ lead }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `E-Mail kommt nicht an, bitte anrufen: ${who}`,
      because: `Unsere E-Mails an ${who} kommen nicht an: Bitte rufen Sie an.`,
    };
  },
  stopped: ({ lead }) => {
    const who = whoIs(lead.contact);
    return {
      subject: `${who} möchte keine E-Mails mehr`,
      because: `${who} hat weitere E-Mails zu dieser Anfrage abbestellt: Bitte entscheiden Sie, wie es weitergeht.`,
    };
  },
};

/** Why the customer is not reminded by mail; nothing where a business chose to chase its owner instead. */
function andNoMail({ contact, mailsStopped }: Lead): string {
  if (!contact.email) return ', und eine E-Mail-Adresse fehlt';
  if (mailsStopped === 'bounced') return ', und E-Mails kommen nicht an';
  if (mailsStopped) return ' und möchte keine E-Mails';
  return '';
}

/** The newest answer, who wrote it if it was somebody else, and what came with it. */
function replyBlocks(lead: Lead): Block[] {
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  if (!reply) return [];
  const text = multiLine(reply.text ?? '', 3_000);
  const stranger = visible(reply.from, 254);
  return [
    ...(stranger
      ? [
          {
            type: 'warning' as const,
            title: 'Von einer anderen Adresse',
            text: `Diese Antwort kam von ${stranger}. Bitte prüfen Sie, ob sie wirklich vom Kunden ist.`,
          },
        ]
      : []),
    ...(text ? [{ type: 'quote' as const, label: 'Die Antwort', text }] : []),
    ...filesBlock(reply.mail),
  ];
}

function requestBlock(lead: Lead): Block | undefined {
  const text = messageOf(lead, 1_000);
  return text ? { type: 'quote', label: 'Die Anfrage', text } : undefined;
}

function facts(lead: Lead, company: Company): Fact[] {
  const step = lastStep(lead, company.timeZone);
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  return [
    ...waysToReach(lead),
    { label: 'Stufe', value: stageLabels[lead.stage].de },
    ...(lead.valueCents === undefined
      ? []
      : [
          {
            label: 'Wert',
            value: `${money(lead.valueCents)} · ${lead.probability ?? 0} % · gewichtet ${money(weightedCents(lead))}`,
          },
        ]),
    ...(step ? [{ label: 'Letzter Schritt', value: step }] : []),
    { label: 'Referenz', value: lead.id },
  ];
}
