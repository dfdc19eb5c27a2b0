/** A new request, told to the owner. He alone reads it, and so it is in German only. */
import type { ByLanguage } from '../languages.ts';

/** What a customer reads, where that is not what the business speaks. */
export const otherLanguages: ByLanguage<string | undefined> = { de: undefined, en: 'Englisch' };

/** Begins the subject of an emergency that nobody has taken on. */
export const atOnce = '🚨 SOFORT: ';

export const newLeadWords = {
  /** @param plate who, where and what. */
  subject: (plate: string) => `${plate}: Neue Anfrage`,
  /** @param since how long it has waited. */
  lateSubject: (plate: string, since: string) => `${plate}: wartet ${since}`,
  late: (since: string) => ({
    title: `Die Meldung ist ${since} da.`,
    text: 'Diese E-Mail kommt zu spät, weil unsere E-Mails eine Zeit lang nicht hinausgingen. Bitte gleich anrufen und fragen, ob schon jemand geholfen hat.',
  }),
  alarm: '🚨 Notfall – bitte gleich zurückrufen',
  noNumber: {
    alarm: '🚨 Notfall – ohne Telefonnummer',
    text: 'Eine Telefonnummer steht nicht dabei.',
    asked: 'Der Kunde ist per E-Mail gebeten, gleich anzurufen.',
    askedLater: 'Der Kunde ist per E-Mail gebeten anzurufen, sobald jemand da ist.',
    writeTo: 'Bitte gleich schreiben: Er ist nur per E-Mail erreichbar.',
  },
  title: (who: string) => `Neue Anfrage von ${who}`,
  /** Nobody knows from whom; the note below says what of. */
  untitled: 'Neue Anfrage, noch ohne Namen',
  /** @param isHis he keeps it. */
  captured: (author: string, isHis: boolean) =>
    `${author} hat den Anruf aufgenommen${isHis ? ' und kümmert sich darum' : ''}.`,
  somebody: 'Jemand aus dem Betrieb',
  /** What it is about, if nobody said. */
  someRequest: 'Anfrage',
  message: 'Nachricht',
  portal: {
    unnamed: 'Das Portal',
    wants: (portal: string, until: string | undefined) =>
      `${portal} erwartet Ihre Antwort auf seiner Seite${until ? `, Frist: ${until}` : ''}.`,
    view: (portal: string | undefined) => `Auf ${portal ?? 'dem Portal'} ansehen`,
  },
  gas: {
    title: 'Es geht um Gas.',
    told: 'Der Hinweis, was bei Gasgeruch zuerst zu tun ist, steht in der Antwort an den Kunden.',
    unanswered: 'Der Kunde hat noch keinen Sicherheitshinweis bekommen: Bitte gleich anrufen.',
    untold: 'Ohne E-Mail-Adresse hat der Kunde keinen Sicherheitshinweis bekommen: Bitte gleich anrufen.',
  },
  recognisedBy: (word: string) => ` (erkannt an „${word}“)`,
  kind: 'Art',
  urgency: 'Dringend',
  installation: 'Vorhaben',
  timeframe: 'Zeitrahmen',
  budget: 'Budget',
  unnamedField: 'Weiteres Feld',
  furtherAnswers: (count: number) =>
    count === 1
      ? '… und eine weitere Angabe auf der Seite der Anfrage'
      : `… und ${count} weitere Angaben auf der Seite der Anfrage`,
  /** Fields whose words were kept beside what they mean. */
  contractFields: {
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    message: 'Nachricht',
    kind: 'Art',
    urgency: 'Dringlichkeit',
    source: 'Quelle laut Formular',
    language: 'Sprache laut Formular',
    website: 'Website',
    company: 'Firma',
    address: 'Adresse',
    postcode: 'PLZ',
    city: 'Ort',
    consent: 'Einwilligung laut Formular',
  } as Readonly<Record<string, string>>,
  source: 'Quelle',
  received: 'Eingang',
  mailbox: 'Postfach',
  language: 'Sprache',
  campaign: 'Kampagne',
  page: 'Seite',
  referrer: 'Kam von',
  consent: 'Einwilligung',
  consented: (when: string, wording: string, page: string | undefined) =>
    `ja, ${when}: „${wording}“${page ? ` (${page})` : ''}`,
  noConsent: 'keine für Werbung',
} as const;
