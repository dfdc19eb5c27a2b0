/** The answer to a request that is stored. */

import type { ByLanguage } from './languages.ts';

interface ThankYouWords {
  readonly title: string;
  readonly urgentTitle: string;
  /** Nobody takes emergencies now. @param opening when somebody does: "heute um 08:00 Uhr". */
  readonly closedTitle: (opening: string) => string;
  readonly callThen: (phone: string) => string;
  readonly callUsThen: string;
  /** Above the number of whoever answers until then. */
  readonly instead: string;
  /** There is none. */
  readonly nobody: string;
  readonly callBack: (phone: string) => string;
  readonly callUs: string;
  readonly call: string;
  readonly next: string;
  readonly mail: (email: string) => string;
  readonly reference: string;
  readonly change: string;
  readonly back: string;
}

export const thankYouWords: ByLanguage<ThankYouWords> = {
  de: {
    title: 'Danke, Ihre Anfrage ist da.',
    urgentTitle: 'Wir rufen Sie sofort zurück.',
    closedTitle: (opening) => `Ihre Meldung ist da. Wir sind ${opening} für Sie da.`,
    callThen: (phone) => `Jetzt ist bei uns niemand im Dienst. Wir rufen Sie dann unter ${phone} an.`,
    callUsThen:
      'Jetzt ist bei uns niemand im Dienst. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns dann an.',
    instead: 'Wenn es nicht so lange warten kann, rufen Sie bitte gleich hier an:',
    nobody:
      'Wenn es nicht so lange warten kann, rufen Sie bitte einen Notdienst in Ihrer Nähe an, bei Gefahr die 112.',
    callBack: (phone) =>
      `Wir sind alarmiert und rufen Sie unter ${phone} an. Bitte lassen Sie die Leitung frei.`,
    callUs: 'Wir sind alarmiert. Uns fehlt Ihre Telefonnummer: Bitte rufen Sie uns gleich an.',
    call: 'Jetzt anrufen',
    next: 'Wir lesen Ihre Anfrage und melden uns persönlich bei Ihnen.',
    mail: (email) => `Wir schreiben Ihnen an ${email}.`,
    reference: 'Ihre Nummer',
    change: 'Ist noch etwas zu ergänzen?',
    back: 'Zur Website',
  },
  en: {
    title: 'Thank you, we have your request.',
    urgentTitle: 'We are calling you back at once.',
    closedTitle: (opening) => `We have your report. We are here for you ${opening}.`,
    callThen: (phone) => `Nobody is on duty here right now. We will call you then on ${phone}.`,
    callUsThen: 'Nobody is on duty here right now. We do not have your phone number: please call us then.',
    instead: 'If it cannot wait that long, please call right here:',
    nobody: 'If it cannot wait that long, please call an emergency service near you; in danger, call 112.',
    callBack: (phone) => `We have been alerted and will call you on ${phone}. Please keep the line free.`,
    callUs: 'We have been alerted. We do not have your phone number: please call us right away.',
    call: 'Call now',
    next: 'We will read your request and get back to you in person.',
    mail: (email) => `We will write to you at ${email}.`,
    reference: 'Your reference',
    change: 'Is there anything to add?',
    back: 'To the website',
  },
};
