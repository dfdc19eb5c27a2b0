/** The date of a visit to the customer, with an entry for the calendar; and the reminder the day before. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addressOf, dial } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { formatMinutes } from '../words/format.ts';
import type { Block, Fact } from './block.ts';
import { customerMail } from './customer-mail.ts';
import type { MailContent } from './mail-content.ts';
import { visitCalendar } from './visit-calendar.ts';
import { visitOf, visitTime, visitTimeBriefly } from './visit-time.ts';

export interface VisitInvitation {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly kind: 'confirmation' | 'reminder';
  readonly stopUrl: string;
}

/**
 * The mail about a planned visit to the customer.
 * @throws Error the lead has no visit.
 */
export function visitInvitation({ lead, company, now, kind, stopUrl }: VisitInvitation): MailContent {
  const visit = visitOf(lead);
  const { language } = lead.contact;
  const brand = brandOf(company);
  const briefly = visitTimeBriefly(visit, company, now, language);
  const address = addressOf(lead);
  const moved = visit.sequence > 0;
  const words = { de: german, en: english }[language]({ kind, moved, brand, briefly });

  const facts: Fact[] = [
    { label: words.when, value: visitTime(visit, company, language) },
    { label: words.duration, value: `${words.about} ${formatMinutes(visit.durationMinutes, language)}` },
    { label: words.where, value: address ?? words.addressUnknown },
    { label: words.reference, value: lead.id },
  ];
  const blocks: (Block | undefined)[] = [
    { type: 'paragraph', text: words.opening },
    { type: 'facts', facts },
    address ? undefined : { type: 'paragraph', text: words.askAddress },
    { type: 'paragraph', text: words.otherwise },
    {
      type: 'call',
      label: words.call,
      phone: { text: company.phone, url: dial(company.phone) },
    },
    { type: 'muted', text: words.calendar },
  ];
  const { email } = lead.contact;
  return {
    ...customerMail({
      lead,
      company,
      subject: words.subject,
      preheader: `${visitTime(visit, company, language)}${address ? `, ${address}` : ''}`,
      blocks: blocks.filter((block) => block !== undefined),
      stopUrl,
    }),
    ...(email && {
      calendar: visitCalendar({
        company,
        leadId: lead.id,
        visit,
        now,
        summary: `${words.summary}: ${brand}`,
        description: `${words.reference}: ${lead.id}\n${words.questions}: ${company.phone}`,
        location: address,
        for: { customer: { name: visible(lead.contact.name) ?? email, email } },
      }),
    }),
  };
}

interface About {
  readonly kind: VisitInvitation['kind'];
  /** The visit had another date before. */
  readonly moved: boolean;
  readonly brand: string;
  readonly briefly: string;
}

function german({ kind, moved, brand, briefly }: About) {
  return {
    ...{
      reminder: {
        subject: `Erinnerung: Besichtigung ${briefly}`,
        opening: `wir erinnern Sie an unseren Termin: ${brand} kommt zu Ihnen, um sich alles vor Ort anzusehen.`,
      },
      confirmation: {
        subject: `${moved ? 'Neuer Termin' : 'Ihr Termin'}: Besichtigung ${briefly}`,
        opening: moved
          ? 'Ihr Besichtigungstermin hat sich geändert. Ab jetzt gilt:'
          : 'vielen Dank, der Termin steht. Wir kommen zu Ihnen und sehen uns alles vor Ort an.',
      },
    }[kind],
    when: 'Wann',
    duration: 'Dauer',
    about: 'etwa',
    where: 'Wo',
    reference: 'Referenz',
    addressUnknown: 'bei Ihnen vor Ort',
    askAddress:
      'Ihre Adresse kennen wir noch nicht. Bitte antworten Sie auf diese E-Mail mit Ihrer Anschrift.',
    otherwise: 'Passt es Ihnen doch nicht? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
    call: 'Telefon',
    calendar: 'Der Termin hängt als Kalendereintrag an dieser E-Mail.',
    summary: 'Besichtigung',
    questions: 'Fragen oder anderer Termin',
  };
}

function english({ kind, moved, brand, briefly }: About) {
  return {
    ...{
      reminder: {
        subject: `Reminder: our visit ${briefly}`,
        opening: `This is a reminder of our appointment: ${brand} is coming to see everything on site.`,
      },
      confirmation: {
        subject: `${moved ? 'New appointment' : 'Your appointment'}: our visit ${briefly}`,
        opening: moved
          ? 'The date of our visit has changed. From now on this is right:'
          : 'Thank you, the appointment is fixed. We are coming to see everything on site.',
      },
    }[kind],
    when: 'When',
    duration: 'Duration',
    about: 'about',
    where: 'Where',
    reference: 'Reference',
    addressUnknown: 'at your place',
    askAddress: 'We do not know your address yet. Please answer this e-mail with street and town.',
    otherwise: 'Does it not suit you after all? Just answer this e-mail or give us a call.',
    call: 'Phone',
    calendar: 'The appointment is attached to this e-mail as a calendar entry.',
    summary: 'Visit',
    questions: 'Questions or another date',
  };
}
