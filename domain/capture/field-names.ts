/**
 * What the fields of forms are called: in our contract, in German, English, French and Italian forms, in form plug-ins.
 * Names compare without case, umlauts, punctuation and polite words, so `Ihre E-Mail-Adresse*`, `your-email` and
 * `emailAddress` need one entry each at most.
 */

/** The fields of the contract. */
export const contractFields = [
  'name',
  'email',
  'phone',
  'message',
  'kind',
  'urgency',
  'source',
  'address',
  'postcode',
  'city',
  'installation',
  'timeframe',
  'budget',
  'language',
  'consent',
  'submissionId',
  'page',
  'referrer',
  'website',
  'redirect',
] as const;
type ContractField = (typeof contractFields)[number];

/** What a field can mean: a field of the contract, or a part of one that other forms ask for separately. */
export type FieldRole =
  | ContractField
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'subject'
  | 'houseNumber'
  | 'consentWording'
  /** Known to be the sender's machinery or data nobody needs (addresses of devices, keys against robots). */
  | 'ignored';

/** Squeezed names, separated by spaces. The honeypot and the redirect go by their contract names alone. */
const names: Readonly<Partial<Record<FieldRole, string>>> = {
  name: 'name melder melderin meldendeperson gemeldetvon fullname vollername namen vorundnachname vornameundnachname vornamenachname nachnamevorname ansprechpartner kontaktperson contactname kundenname customername nom nomcomplet nometprenom prenometnom nomprenom prenomnom nome nomecompleto nomeecognome nomecognome cognomeenome',
  firstName: 'vorname firstname fname givenname first namefirst prenom',
  lastName:
    'nachname lastname surname familyname familienname lname last namelast zuname nomdefamille cognome',
  company:
    'firma company firmenname companyname unternehmen organisation organization business firmaname entreprise societe raisonsociale azienda ditta societa',
  email:
    'email mail emailadresse mailadresse emailaddress mailaddress emailid kontaktemail contactemail eposta useremail customeremail absender replyto courriel adressecourriel adresseemail adressemail adressemel adresseelectronique indirizzoemail indirizzomail indirizzodiposta postaelettronica',
  phone:
    'phone telefon telefonnummer tel telnr telefonnr phonenumber telephone telephonenumber handy handynummer handynr mobil mobilnummer mobiltelefon mobiltelefonnummer mobile mobilephone mobilenumber cell cellphone festnetz festnetznummer rufnummer rueckrufnummer kontakttelefon contactphone telefonmobil telefonfestnetz telefonhandy natel inputphonenumber telefono numeroditelefono numerotelefono numerodetelephone numerodetelefono notelephone cellulare portable telephoneportable telefoncellulare telefonocellulare recapitotelefonico',
  message:
    'message nachricht nachrichtentext messagebody mitteilungstext ihrenachricht kommentarodernachricht commentormessage anliegen kommentar kommentare comment comments mitteilung text beschreibung description anfrage details problem problembeschreibung schilderung projektbeschreibung bemerkung bemerkungen anmerkung anmerkungen notiz notizen inquiry enquiry request frage fragen textarea body wuensche wunsch inputmessage question schadensbeschreibung worumgehtes messaggio demande votredemande commentaire commentaires remarque remarques richiesta testo testodelmessaggio corpsdumessage corpodelmessaggio descrizione textderanfrage ihranliegen wiekoennenwirhelfen wiekoennenwirihnenhelfen',
  subject: 'betreff subject thema objet sujet oggetto',
  kind: 'kind art artderanfrage anfrageart anfragetyp kategorie category anliegenart artdesanliegens leistung gewerk leistungsart type auftragsart artdesauftrags',
  urgency:
    'urgency dringlichkeit eilig prioritaet priority dringend wiedringend wiedringendistes notfall istesdringend emergency',
  source:
    'source quelle herkunft aufmerksamgeworden wiehabensieunsgefunden wiesindsieaufunsaufmerksamgeworden howdidyouhearaboutus howdidyoufindus',
  address:
    'address adresse strasse street strassehausnummer strasseundhausnummer strassehausnr strassenr strasseundnr anschrift streetaddress addressline1 address1 addrline1 einsatzort objektadresse projektadresse wohnadresse adressepostale rue ruenumero rueetnumero indirizzo viaenumero',
  houseNumber: 'hausnummer hausnr housenumber',
  postcode: 'postcode plz postleitzahl zip zipcode postalcode postal addresspostcode codepostal npa cap',
  city: 'city ort stadt wohnort town ortschaft gemeinde addresscity ville localite citta localita comune',
  installation:
    'installation vorhaben projekt project artderinstallation anlage heizungsart wasmoechtensieinstallieren wasistgeplant',
  timeframe:
    'timeframe zeitraum zeitrahmen wann wunschtermin terminwunsch ausfuehrungszeitraum timeline schedule baubeginn starttermin gewuenschterzeitraum wannsollesloslegen wannsollesgehenlos',
  budget: 'budget budgetrahmen kostenrahmen preisvorstellung budgetrange',
  language: 'language lang sprache locale',
  consentWording: 'consentwording',
  submissionId: 'submissionid',
  page: 'page seite pageurl seitenurl sourceurl formurl pagelink',
  referrer: 'referrer referer httpreferer',
  ignored:
    'ip ipaddress ipadresse ipaddr remoteip useragent browser poweredby grecaptcharesponse hcaptcharesponse cfturnstileresponse recaptcha captcha csrf csrftoken token wpnonce wphttpreferer nonce charset action submit absenden senden formid postid queriedid slug',
};

const roleByName: ReadonlyMap<string, FieldRole> = new Map(
  (Object.entries(names) as [FieldRole, string][]).flatMap(([role, list]) =>
    list.split(' ').map((name) => [name, role] as const),
  ),
);

/**
 * Words that give a longer label away ("Unter welcher Telefonnummer erreichen wir Sie?"). Only a hint: the value must
 * look the part too.
 */
const tellingWords: readonly (readonly [role: FieldRole, words: RegExp])[] = [
  ['email', /\b(e ?mail|mailadresse|emailadresse)\b/],
  [
    'phone',
    /\b(telefon|telefonnummer|tel|phone|handy|handynummer|mobil|mobilnummer|mobile|rufnummer|rueckruf|rueckrufnummer)\b/,
  ],
  ['name', /\b(heissen sie|heisst du|ihr name|your name|vollstaendiger name)\b/],
  ['postcode', /\b(plz|postleitzahl|zip|postcode)\b/],
  ['message', /\b(nachricht|anliegen|message|kommentar|beschreiben|beschreibung|problem)\b/],
];

/** Words around a name that mean nothing: "Ihre", "your", "(Pflichtfeld)". */
const fillers =
  /^(ihr|ihre|ihren|ihrer|ihres|your|dein|deine|deinen|my|mein|meine|bitte|please|der|die|das|the|pflichtfeld|required|optional|freiwillig|field|feld|wpforms|input|contact|kontakt|user|visitor|votre|vos|mon|ma|vostro|vostra|tuo|tua|suo|obligatoire|obbligatorio)$/;

/** Lower case, umlauts and accents spelled out, all else a space. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äæ]/g, 'ae')
    .replace(/[öœø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What a field of this name means; `undefined`: nobody knows. */
export function recogniseRole(name: string): FieldRole | undefined {
  const exact = (contractFields as readonly string[]).includes(name);
  if (exact) return name as ContractField;
  const words = plainWords(name.replace(/([a-z])([A-Z])/g, '$1 $2')).split(' ');
  const squeezed = words.join('');
  const known = roleByName.get(squeezed);
  if (known) return known;
  const telling = words.filter((word) => !fillers.test(word)).join('');
  // `email-1`, `q4_email`, `text_2`: builders number their fields.
  return roleByName.get(telling) ?? roleByName.get(telling.replace(/^q\d+|\d+$/g, ''));
}

/** What a label hints at; the value decides. */
export function guessRole(label: string): FieldRole | undefined {
  const words = plainWords(label);
  return tellingWords.find(([, pattern]) => pattern.test(words))?.[0];
}
