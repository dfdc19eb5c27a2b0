/**
 * What the fields of forms are called: in our contract, in German, English, French and Italian forms, in form plug-ins.
 * Names compare without case, umlauts, punctuation and polite words, so `Ihre E-Mail-Adresse*`, `your-email` and
 * `emailAddress` need one entry each at most.
 */
import { plainWords } from './plain-words.ts';
import { labelsKept, remembered } from './remembered.ts';

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
export type ContractField = (typeof contractFields)[number];

/** What a field can mean: a field of the contract, or a part of one that other forms ask for separately. */
export type FieldRole =
  | ContractField
  | 'firstName'
  | 'lastName'
  | 'company'
  /** "Frau", and "Dr." */
  | 'salutation'
  | 'title'
  /** A mail address or a number, or both: the value says which. */
  | 'reachable'
  | 'subject'
  | 'houseNumber'
  /** Postcode and town in one. */
  | 'place'
  | 'consentWording'
  /** Known to be the sender's machinery or data nobody needs (addresses of devices, keys against robots). */
  | 'ignored';

/** Squeezed names, separated by spaces. The honeypot and the redirect go by their contract names alone. */
const names: Readonly<Partial<Record<FieldRole, string>>> = {
  name: 'name naam volledigenaam anfragender anfragende anfragesteller anfragestellerin melder melderin meldendeperson gemeldetvon fullname vollername namen vorundnachname vornameundnachname vornamenachname nachnamevorname ansprechpartner kontaktperson contactname contactperson personnedecontact personadicontatto nameofcontact nameofcontactperson nameofthecontactperson nameofcontactpersons nomdelapersonnedecontact namederkontaktperson namedesansprechpartners callername kundenname customername nom nomcomplet nometprenom prenometnom nomprenom prenomnom nome nomecompleto nomeecognome nomecognome cognomeenome ansprechperson ansprechpartnerin kontaktname namevorname vorzuname vorundzuname vornameundname vornameundzuname namevornamen kundename leadname clientname sendername absendername realname displayname completename wieheissensie wieistihrname wielautetihrname whatisyourname noms nomduclient nomducontact nominativo referente nomecontatto nomecliente intestatario nomeutente vornachname vorundfamilienname wieduerfenwirsieansprechen wieduerfenwirdichansprechen wieduerfenwirsienennen wieduerfenwirdichnennen wiesollenwirsienennen wiesollenwirdichnennen wiesollenwirdichansprechen whatshouldwecallyou howshouldwecallyou howshouldweaddressyou wiesollenwirsieansprechen wiemoechtensieangesprochenwerden profilename pushname',
  firstName:
    'vorname firstname namefirstname fname givenname first namefirst prenom vornamen forename rufname firstnames prenoms primonome nomeproprio',
  lastName:
    'nachname lastname namelastname surname familyname familienname lname last namelast zuname nomdefamille cognome nachnamen familienamen surnames secondname nomdefamilles nomfamille nomedifamiglia',
  company:
    'firma company firmenname companyname unternehmen organisation organization business firmaname entreprise societe raisonsociale azienda ditta societa firmaverein firmenbezeichnung betrieb organisationsname orgname companyorganization arbeitgeber firmaoptional nomentreprise nomdelentreprise nomdelasociete nomeazienda ragionesociale impresa hausverwaltung verein namederfirma namederorganisation namedesunternehmens',
  email:
    'email mail emailadresse mailadresse emailaddress mailaddress emailid kontaktemail contactemail eposta useremail customeremail absender replyto courriel adressecourriel adresseemail adressemail adressemel adresseelectronique indirizzoemail indirizzomail indirizzodiposta postaelettronica emailkontakt mailkontakt ihremail meineemail emailprivat emailprivate kontaktmail absenderemail absendermail absenderadresse emailfrom fromemail senderemail clientemail leademail workemail businessemail privateemail personalemail elektronischepost eletter votreemail votremail adressedemessagerie emailcliente indirizzoelettronico indirizzodiemail indirizzodipostaelettronica contactmail mailadr emailadr',
  phone:
    'phone telefon telefonnummer tel telnr telefonnr phonenumber telephone telephonenumber handy handynummer handynr mobil mobilnummer mobiltelefon mobiltelefonnummer mobile mobilephone mobilenumber cell cellphone festnetz festnetznummer rufnummer rueckrufnummer kontakttelefon contactphone telefonmobil telefonfestnetz telefonhandy natel inputphonenumber telefono numeroditelefono numerotelefono numerodetelephone numerodetelefono notelephone cellulare portable telephoneportable telefoncellulare telefonocellulare recapitotelefonico fon telefonnum telnum telnumber telnummer telefonnumber phonenr phoneno phonenum contactnumber contactno kontaktnummer kontakttel rueckruftelefon rueckruftelefonnummer rueckruf telefonrueckruf rufnr mobilnr mobilfunk mobilfunknummer mobiltel handytelefon smartphone mobilephonenumber mobileno mobilenr cellnumber cellphonenumber callbacknumber daytimephone homephone workphone privatephone phonework phonehome phonemobile whatsapp whatsappnummer whatsappnumber telefonnummerprivat festnetzoderhandy numeroportable numerotel notel numtel numerocellulare numerodicellulare numerodicontatto numerotel recapitotel telfax telefonundhandy natelnummer telprivat telefonp telefong telp telg telmobil telfestnetz telhandy contacttel waid ndetelephone nrdetelephone ntelephone nrtelephone',
  message:
    'message nachricht nachrichtentext content messagecontent bodytext bodyplain textbody plainbody strippedtext meldung meldungstext meldetext ihremeldung messagebody mitteilungstext ihrenachricht kommentarodernachricht commentormessage anliegen kommentar kommentare comment comments mitteilung text beschreibung description anfrage details problem problembeschreibung schilderung projektbeschreibung bemerkung bemerkungen anmerkung anmerkungen notiz notizen inquiry enquiry request frage fragen textarea body wuensche wunsch inputmessage question schadensbeschreibung worumgehtes messaggio demande votredemande commentaire commentaires remarque remarques richiesta testo testodelmessaggio corpsdumessage corpodelmessaggio descrizione textderanfrage ihranliegen wiekoennenwirhelfen wiekoennenwirihnenhelfen longanswer longtext freitext freetext langertext zusatztext zusatzinfo zusatzinformationen weitereinformationen weitereangaben bemerkungsfeld mitteilungan ihremitteilung yourquestion yourrequest yourinquiry textnachricht ihretext textfeld waskoennenwirfuersietun wiekoennenwirihnenweiterhelfen wobeikoennenwirihnenhelfen wobeikoennenwirhelfen womitkoennenwirhelfen wasduerfenwirfuersietun wasistpassiert wasistlos schaden schadenbeschreibung schadenmeldung stoerungsmeldung fehlerbeschreibung auftrag auftragsbeschreibung beschreibungdesanliegens beschreibungdesproblems beschreibungdesprojekts howcanwehelp howcanwehelpyou whatcanwedoforyou tellusmore tellusaboutyourproject describeyourproject projectdetails projectdescription messagetext yourcomment yourcomments notes note remarks remark query votremessage descriptif descriptionduprojet detailsduprojet commentpouvonsnousvousaider precisions informationscomplementaires ilmessaggio messaggiotesto descrizionedelproblema descrizionedelprogetto comepossiamoaiutarla commenti commento notedelcliente domanda anycomments anyquestions ordercomments ordernotes ordernote msg mangel maengel maengelbeschreibung mangelbeschreibung maengelmeldung maengelanzeige schadensmeldung schadensanzeige schadenanzeige stoerungsbeschreibung stoerungmeldung fehlermeldung reparaturauftrag reparaturmeldung reparaturanfrage wasistkaputt wasistdefekt wasgehtnicht wasfunktioniertnicht customernote customernotes bestellnotiz bestellnotizen anmerkungenzurbestellung bestellhinweis checkoutnotes',
  subject:
    'betreff subject thema objet sujet oggetto titelderanfrage betreffzeile subjekt sujetdumessage oggettodelmessaggio oggettomessaggio topic concerne betrifft',
  kind: 'kind art artderanfrage anfrageart anfragetyp kategorie category anliegenart artdesanliegens leistung gewerk leistungsart type auftragsart artdesauftrags dienstleistung service services leistungen interesse interesseran inquirytype requesttype servicetype typeofrequest anfragegrund grundderanfrage grund betreffauswahl worumgehtsist typededemande naturedelademande typedeprojet typedetravaux prestation categorie tipodirichiesta tipodilavoro tiporichiesta servizio categoria wasmoechtensieerneuern wassollgemachtwerden projektart artdesprojekts projecttype',
  urgency:
    'urgency dringlichkeit eilig prioritaet priority dringend wiedringend wiedringendistes notfall istesdringend emergency dringlichkeitsstufe wieeilig wieeiligistes howurgentisit urgence degredurgence urgenza livellodiurgenza istesdringlich isturgent urgent urgente eurgente isiturgent estceurgent cesturgent estcequecesturgent akut istesakut',
  source:
    'source quelle herkunft aufmerksamgeworden wiehabensieunsgefunden wiesindsieaufunsaufmerksamgeworden howdidyouhearaboutus howdidyoufindus wiehabensievonunserfahren woherkennensieuns wodurchsindsieaufunsaufmerksamgeworden aufmerksam aufunsaufmerksamgeworden wiekamensieaufuns leadsource leadquelle referralsource hearaboutus howdidyouhear howdidyouhearofus wherdidyouhearaboutus wheredidyouhearaboutus commentnousavezvousconnu commentnousavezvoustrouve comeciavetetrovato comecihaconosciuto comecihatrovato comeciavetconosciuto',
  address:
    'address adresse strasse street strassehausnummer strasseundhausnummer strassehausnr strassenr strasseundnr anschrift streetaddress addressline1 address1 addrline1 einsatzort objektadresse projektadresse wohnadresse adressepostale rue ruenumero rueetnumero indirizzo viaenumero adr anschriften strassehnr strassenhausnummer strassenundhausnummer strasseno strassenname objektanschrift objektstrasse einsatzadresse baustellenadresse baustelle wohnanschrift lieferadresse hausanschrift postadresse kontaktadresse addressstreet street1 streetname streetnumber streetaddress1 addrline addresslineone line1 adresseduchantier adressepostalecomplete numeroetrue rueetno indirizzocompleto indirizzodicasa indirizzocantiere viaecivico viaenumerocivico',
  salutation:
    'anrede anredeform salutation formofaddress civilite titredecivilite appellativo gender geschlecht',
  title: 'titel title akademischertitel namenszusatz nameprefix prefix titreacademique titolo',
  place:
    'plzort ortplz plzundort plzwohnort plzstadt postleitzahlort postleitzahlundort postleitzahlwohnort wohnortplz ortundplz zipcity cityzip npalocalite npaville npaetlocalite codepostalville codepostaletville caplocalita capcitta capecitta ortmitplz postleitzahlstadt',
  reachable:
    'kontakt kontaktdaten kontaktmoeglichkeit erreichbarunter erreichbarkeit wieerreichenwirsie contactdetails contactinfo coordonnees recapito recapiti contatti emailodertelefon telefonoderemail emailtelefon telefonemail emailortelephone phoneoremail emailorphone',
  houseNumber:
    'hausnummer hausnr housenumber hnr hausnum nummerhaus streetno numerocivico civico numerodemaison addresshouse',
  postcode:
    'postcode plz postleitzahl zip zipcode postalcode postal addresspostcode codepostal npa cap plznummer postleitzahlen zipcodes postalcodes plzobjekt plzbaustelle addresszip addresspostal addresspostalcode zippostal zippostalcode zipcodepostalcode postnummer codepost cp codiceavviamentopostale codicepostale',
  city: 'city ort stadt wohnort town ortschaft gemeinde addresscity ville localite citta localita comune wohnorte ortsname stadtort citytown towncity addresstown objektort einsatzstadt lieu commune cittalocalita luogo paese standort',
  installation:
    'installation vorhaben projekt project artderinstallation anlage heizungsart wasmoechtensieinstallieren wasistgeplant',
  timeframe:
    'timeframe zeitraum zeitrahmen wann wunschtermin terminwunsch ausfuehrungszeitraum timeline schedule baubeginn starttermin gewuenschterzeitraum wannsollesloslegen wannsollesgehenlos zeitpunkt gewuenschtertermin wunschzeitraum wunschzeit ausfuehrungszeitpunkt gewuenschterausfuehrungstermin starttermine when startdate desireddate preferreddate projektstart projektbeginn beginn delai delaisouhaite datesouhaitee periode quando periodo datadesiderata tempistica',
  budget:
    'budget budgetrahmen kostenrahmen preisvorstellung budgetrange budgetca budgetineuro budgetineur geplantesbudget kosten kostenvorstellung budgetestimatif budgetprevu budgetprevisto budgetindicativo',
  language: 'language lang sprache locale',
  consentWording: 'consentwording',
  submissionId: 'submissionid',
  page: 'page seite pageurl seitenurl sourceurl formurl pagelink pageuri seitenadresse formularseite urlderseite seitederanfrage landingpage landingpageurl embedurl siteurl currenturl posturl pageaddress urlpage submissionurl originurl paginaurl urldelapage',
  referrer: 'referrer referer httpreferer referrerurl refererurl httpreferrer',
  ignored:
    'remoteaddr clientip userip ipabsender ipdesabsenders httpuseragent benutzeragent browserinfo sessionid phpsessid ip ipaddress ipadresse ipaddr remoteip useragent browser poweredby grecaptcharesponse hcaptcharesponse cfturnstileresponse recaptcha captcha csrf csrftoken token wpnonce wphttpreferer nonce charset action submit absenden senden formid postid queriedid slug',
};

const roleByName: ReadonlyMap<string, FieldRole> = new Map(
  (Object.entries(names) as [FieldRole, string][]).flatMap(([role, list]) =>
    list.split(' ').map((name) => [name, role] as const),
  ),
);

/**
 * Words that give a longer label away ("Unter welcher Telefonnummer erreichen wir Sie?"), in plain spelling. Only a hint:
 * the value must look the part too.
 */
const tellingWords: readonly (readonly [role: FieldRole, words: RegExp])[] = [
  [
    'source',
    /\b(aufmerksam geworden|auf uns gekommen|von uns (?:erfahren|gehoert)|uns (?:gefunden|kennengelernt)|hea?rd? (?:about|of) us|find us|avez vous (?:connue?s?|trouvee?s?|entendu)|(?:conosciuto|trovato|sentito) (?:di )?(?:noi|ci)|ci (?:ha|avete) (?:conosciuto|trovato))\b/,
  ],
  ['email', /\b(e ?mail|mailadresse|emailadresse|courriel|posta elettronica)\b/],
  [
    'phone',
    /\b(telefon|telefonnummer|tel|phone|handy|handynummer|mobil|mobilnummer|mobile|rufnummer|rueckruf|rueckrufnummer|telefonisch|telephone|portable|natel|telefono|telefonico|cellulare|nummer|numero|number|anrufen|zurueckrufen)\b/,
  ],
  [
    'reachable',
    /\b(erreichbar|erreichen wir|erreichen koennen|zu erreichen|kontaktieren|kontaktweg|kontaktaufnahme|reach you|contact you|get back to you|joindre|joignable|recontacter|contatt\w+|raggiung\w+|ricontatt\w+)\b/,
  ],
  ['postcode', /\b(plz|postleitzahl|zip|postcode|postal code|code postal|npa|cap)\b/],
  [
    'name',
    /\b(heissen sie|heisst du|ihr name|wie ist ihr name|ihren namen|your name|vollstaendiger name|vor und nachname|vorname und nachname|vous appelez|votre nom|si chiama|suo nome)\b/,
  ],
  [
    'name',
    /^(?:name )?(?:(?:des|der|vom) )?(?:(?:auftraggeber|besteller|anfragesteller|antragsteller|absender|melder|interessent|mieter|kunde|verwalter|hausverwalter)(?:s|n|en|in|innen)?|kundin|anfragenden?|meldenden?)$/,
  ],
  ['address', /\b(strasse|adresse|anschrift|street|address|rue|indirizzo|via)\b/],
  ['city', /\b(ort|wohnort|stadt|town|city|ville|commune|citta)\b/],
  [
    'message',
    /^(?!.*\b(?:(?:nachricht|message|antwort|reply|messaggio|rueckmeldung|bestaetigung)\w* (?:\S+ ){0,3}(?:per|via|by|par|tramite|ueber welchen)|(?:per|via|by|ueber) (?:welche[mnrs]? )?(?:weg|kanal|e mail|telefon|sms|whatsapp|post))\b).*\b(nachricht|anliegen|message|kommentar|beschreiben|beschreibung|problem|schildern|worum geht|koennen wir (?:fuer sie tun|helfen|ihnen helfen)|can we (?:help|do)|tell us|share|mitteilen|erzaehlen|sagen moechten|wissen (?:sollten|muessen)|was ist (?:zu tun|kaputt|defekt|geplant)|was (?:brauchen|benoetigen|wuenschen|moechten) sie|was (?:soll|sollen|duerfen|koennen|kann|muss)(?! (?:\S+ ){0,3}kosten)|was (?:geht|funktioniert) nicht|welche (?:arbeit|leistung|reparatur)(?:en)?|[a-z]*(?:schaden|schadens|stoerungs?|fehler|mangel|maengel|defekt|reparatur|auftrags?)(?:meldung|beschreibung|anzeige|schilderung|text)|comments?|describe|decri\w+|probleme|besoin|demande|messaggio|richiesta|descriv\w+|aiutar\w+|aider)\b/,
  ],
];

/** Words around a name that mean nothing: "Ihre", "your", "(Pflichtfeld)". */
const fillers =
  /^(ihr|ihre|ihren|ihrer|ihres|your|dein|deine|deinen|my|mein|meine|bitte|please|der|die|das|the|pflichtfeld|pflichtangabe|pflicht|required|mandatory|erforderlich|optional|freiwillig|field|feld|wpforms|wpcf7|input|contact|kontakt|user|visitor|besucher|kunde|kunden|customer|client|lead|votre|vos|mon|ma|vostro|vostra|tuo|tua|suo|sua|obligatoire|facultatif|obbligatorio|facoltativo|opzionale|billing|shipping|woocommerce|wc|fuer|for|rueckfragen|zur|zum|tagsueber|privat|private|geschaeftlich|dienstlich|beruflich|angeben|eingeben|enter|et|pb|no|label|mf|listing|txt|tb|fld|inp|frm|il|la|le|les|lo|l|aktuelle|aktueller)$/;

/** What a field of this name means; `undefined`: nobody knows. */
export const recogniseRole = remembered((name): FieldRole | undefined => {
  const exact = (contractFields as readonly string[]).includes(name);
  if (exact) return name as ContractField;
  const label = name.slice(0, maxNameLength);
  return roleOfWords(wordsOf(label)) ?? roleOfAlternatives(label);
}, labelsKept);

/** Longer ones are sentences. */
const maxNameLength = 200;

const wordsOf = (label: string): string[] =>
  plainWords(label.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/['’*]/g, ' ')).split(' ');

function roleOfWords(words: readonly string[]): FieldRole | undefined {
  const known = roleByName.get(words.join(''));
  if (known) return known;
  const telling = words.filter((word) => !fillers.test(word));
  // Of a field that is called after its kind only the value tells what it is.
  if (telling.length === 2 && telling[0] === 'text' && /^\d+$/.test(telling[1] ?? '')) return undefined;
  const squeezed = telling.join('');
  return (
    roleByName.get(squeezed) ??
    // `email-1`, `q4_email`, `text_2`: builders number their fields.
    roleByName.get(squeezed.replace(/^q\d+|\d+$/g, '')) ??
    roleByName.get(undecorated(telling).join(''))
  );
}

/** What builders put before a name of a part: `name-1-first-name`, `address-1-street_address`. */
const kindsOfFields = /^(name|address|text|email|phone|textarea|select|radio|checkbox|number|date)$/;
/** Numbers of fields, and what makes their names unique: `g12`, `q3`, `9a1b`. */
const numbering = /^(?:\d+|[gq]\d+|(?=[a-f]*\d)[0-9a-f]{4,32})$/;

function undecorated(words: readonly string[]): string[] {
  const isPart = words.length > 2 && kindsOfFields.test(words[0] ?? '') && /^\d+$/.test(words[1] ?? '');
  const isKind = words.length > 1 && words[0] === 'text';
  const rest = words.slice(isPart ? 2 : isKind ? 1 : 0);
  while (rest.length > 1 && numbering.test(rest[0] ?? '')) rest.shift();
  while (rest.length > 1 && numbering.test(rest.at(-1) ?? '')) rest.pop();
  // `phone-input-id-cc54007b`
  if (rest.length > 1 && rest.length < words.length && rest.at(-1) === 'id') rest.pop();
  return rest;
}

const between = /\s*(?:[/|,;&+()]|\s(?:oder|or|und|and|ou|et|o|e|bzw\.?|sowie)\s)\s*/i;

/** Two things asked for in one field: "Name / Firma", "E-Mail oder Telefon", "PLZ / Ort", "Telefon (oder Handy)". */
function roleOfAlternatives(label: string): FieldRole | undefined {
  const parts = label.split(between).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2 || parts.length > 4) return undefined;
  const roles = new Set(parts.map((part) => roleOfWords(wordsOf(part))));
  const [first] = roles;
  if (roles.size === 1) return first;
  return (
    combined.find(([together]) => [...roles].every((role) => role && together.includes(role)))?.[1] ??
    loose(parts, first)
  );
}

/** What several answers in one field are together. */
const combined: readonly (readonly [together: readonly FieldRole[], role: FieldRole])[] = [
  [['email', 'phone', 'reachable'], 'reachable'],
  [['postcode', 'city'], 'place'],
  [['address', 'houseNumber'], 'address'],
  [['address', 'houseNumber', 'postcode', 'city', 'place'], 'address'],
  [['name', 'firstName', 'lastName', 'company', 'salutation', 'title'], 'name'],
  [['message', 'subject', 'kind', 'installation'], 'message'],
];

/** "Telefon / Fax", "Straße, Nr.", "E-Mail (für die Bestätigung)": the first word says what is asked for. */
function loose(parts: readonly string[], first: FieldRole | undefined): FieldRole | undefined {
  const [, ...others] = parts;
  const isRemark = others.every(
    (part) =>
      /^\P{L}*(?:fax|nr|no|numero|n|telefax|hausnr)\P{L}*$/iu.test(part) ||
      /^(?:für|for|z\. ?b|mit|inkl|incl|falls|wenn|nur|wird|damit|max|min|bitte)/i.test(part),
  );
  const contact: readonly (FieldRole | undefined)[] = [
    'name',
    'email',
    'phone',
    'address',
    'postcode',
    'city',
    'company',
  ];
  return isRemark && contact.includes(first) ? first : undefined;
}

/** What a label hints at; the value decides. */
export const guessRole = remembered((label): FieldRole | undefined => {
  const words = plainWords(label.slice(0, maxNameLength));
  return tellingWords.find(([, pattern]) => pattern.test(words))?.[0];
}, labelsKept);
