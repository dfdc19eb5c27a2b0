/** The date of a visit, told to the customer and brought back to mind the day before. */
import type { ByLanguage } from '../languages.ts';

interface Announcement {
  /** @param briefly the day and time for a subject. */
  readonly subject: (briefly: string) => string;
  readonly opening: (brand: string) => string;
}

interface VisitInvitationWords {
  readonly confirmation: Announcement;
  /** The visit had another date before. */
  readonly moved: Announcement;
  readonly reminder: {
    /** @param briefly the day and the time, `Morgen 14:00`. @param what who comes and where. */
    readonly subject: (briefly: string, what: string) => string;
    readonly opening: (brand: string) => string;
  };
  readonly cancelled: {
    readonly subject: (briefly: string) => string;
    readonly opening: (when: string) => string;
    readonly otherwise: string;
    /** Nothing comes of the request, whoever said so: no other date is offered. */
    readonly ended: {
      readonly opening: (when: string) => string;
      readonly otherwise: string;
      readonly questions: (phone: string) => string;
    };
    readonly calendar: string;
  };
  /** What the reminder is about, for its subject. */
  readonly visit: string;
  readonly when: string;
  readonly duration: string;
  readonly about: (duration: string) => string;
  readonly where: string;
  readonly addressUnknown: string;
  readonly askAddress: string;
  readonly otherwise: string;
  readonly calendar: string;
  /** In the calendar of the customer. */
  readonly summary: (brand: string) => string;
  readonly questions: (phone: string) => string;
}

export const visitInvitationWords: ByLanguage<VisitInvitationWords> = {
  de: {
    confirmation: {
      subject: (briefly) => `Ihr Termin: Besichtigung ${briefly}`,
      opening: () => 'vielen Dank, der Termin steht. Wir kommen zu Ihnen und sehen uns alles vor Ort an.',
    },
    moved: {
      subject: (briefly) => `Neuer Termin: Besichtigung ${briefly}`,
      opening: () => 'Ihr Besichtigungstermin hat sich geändert. Ab jetzt gilt:',
    },
    reminder: {
      subject: (briefly, what) => `${briefly}: ${what}`,
      opening: (brand) =>
        `wir erinnern Sie an unseren Termin: ${brand} kommt zu Ihnen, um sich alles vor Ort anzusehen.`,
    },
    cancelled: {
      subject: (briefly) => `Termin abgesagt: Besichtigung ${briefly}`,
      opening: (when) =>
        `leider müssen wir unseren Besichtigungstermin am ${when} absagen. Wir kommen an diesem Tag nicht zu Ihnen.`,
      otherwise:
        'Haben Sie Fragen, oder wünschen Sie einen anderen Termin? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
      ended: {
        opening: (when) =>
          `unser Besichtigungstermin am ${when} findet nicht statt. Wir kommen an diesem Tag nicht zu Ihnen.`,
        otherwise: 'Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
        questions: (phone) => `Fragen: ${phone}`,
      },
      calendar: 'Der Termin verschwindet aus Ihrem Kalender, sobald Sie den angehängten Eintrag öffnen.',
    },
    visit: 'Besichtigung',
    when: 'Wann',
    duration: 'Dauer',
    about: (duration) => `etwa ${duration}`,
    where: 'Wo',
    addressUnknown: 'bei Ihnen vor Ort',
    askAddress:
      'Ihre Adresse kennen wir noch nicht. Bitte antworten Sie auf diese E-Mail mit Ihrer Anschrift.',
    otherwise: 'Passt es Ihnen doch nicht? Antworten Sie einfach auf diese E-Mail, oder rufen Sie uns an.',
    calendar: 'Der Termin hängt als Kalendereintrag an dieser E-Mail.',
    summary: (brand) => `Besichtigung: ${brand}`,
    questions: (phone) => `Fragen oder anderer Termin: ${phone}`,
  },
  en: {
    confirmation: {
      subject: (briefly) => `Your appointment: our visit ${briefly}`,
      opening: () => 'Thank you, the appointment is fixed. We are coming to see everything on site.',
    },
    moved: {
      subject: (briefly) => `New appointment: our visit ${briefly}`,
      opening: () => 'The date of our visit has changed. From now on this is right:',
    },
    reminder: {
      subject: (briefly, what) => `${briefly}: ${what}`,
      opening: (brand) =>
        `This is a reminder of our appointment: ${brand} is coming to see everything on site.`,
    },
    cancelled: {
      subject: (briefly) => `Appointment cancelled: our visit ${briefly}`,
      opening: (when) =>
        `Unfortunately we have to cancel our visit on ${when}. We are not coming on that day.`,
      otherwise:
        'Do you have questions, or would you like another date? Just answer this e-mail or give us a call.',
      ended: {
        opening: (when) => `Our visit on ${when} does not take place. We are not coming on that day.`,
        otherwise: 'Do you have questions? Just answer this e-mail or give us a call.',
        questions: (phone) => `Questions: ${phone}`,
      },
      calendar: 'The appointment leaves your calendar when you open the attached entry.',
    },
    visit: 'Our visit',
    when: 'When',
    duration: 'Duration',
    about: (duration) => `about ${duration}`,
    where: 'Where',
    addressUnknown: 'at your place',
    askAddress: 'We do not know your address yet. Please answer this e-mail with street and town.',
    otherwise: 'Does it not suit you after all? Just answer this e-mail or give us a call.',
    calendar: 'The appointment is attached to this e-mail as a calendar entry.',
    summary: (brand) => `Visit: ${brand}`,
    questions: (phone) => `Questions or another date: ${phone}`,
  },
};
