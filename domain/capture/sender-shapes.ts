/**
 * How senders write forms down, as data: what they wrap answers in, how they pair questions with answers, what of their
 * own they add. Shapes as documented, or read in the senders' sources. Names compare squeezed (`plainWords` without
 * spaces) unless a table says otherwise.
 */
import type { FieldRole } from './field-names.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names around answers that say nothing about them. In front of a name they are dropped from it. */
export const wrappers = words(`
  data payload contact formfields fields body lead submission formresponse answers answer properties attributes values
  value input inputs variables record records entry entries item items result results row rows response responses
  formdata form namedvalues submissions leads contacts people persons questions question field fielddata usercolumndata
  rawrequest request merges mergefields content params json message hidden customer person kunde visitor fieldvalues
  submissiondata formsubmission lists submitted object event detail d feld daten anfrage
`);

/** Below these names a text may be a whole body in form encoding. Lower case. */
export const packingNames = words('data payload body form_data formdata fields content request submission');

/** What a pair calls its question. In this order: what people read first. */
export const questionKeys = [
  'label',
  'title',
  'question',
  'column_name',
  'fieldLabel',
  'field_label',
  'questionText',
  'question_text',
  'text',
  'name',
  'field',
  'fieldName',
  'field_name',
  'key',
  'custom_key',
  'customKey',
  'ref',
  'slug',
  'code',
  'column_id',
  'columnId',
  'admin_label',
  'machine_name',
  'id',
] as const;

/** What a pair calls its answer. */
export const answerKeys = [
  'value',
  'values',
  'answer',
  'answers',
  'string_value',
  'stringValue',
  'text_value',
  'field_value',
  'fieldValue',
  'user_value',
  'userValue',
  'val',
  'raw_value',
  'rawValue',
] as const;

/** Only in lists of pairs: alone, these are what somebody wrote. */
export const weakAnswerKeys = ['response', 'content', 'selected', 'reply', 'input', 'data', 'text'] as const;

/** What a pair calls the kind of its input. */
export const kindKeys = ['type', 'fieldType', 'field_type', 'inputType', 'input_type', 'kind'] as const;

/** What stands in a pair beside question and answer, squeezed. */
export const pairFurniture = words(`
  label title question columnname fieldlabel questiontext text name field fieldname key customkey ref slug code columnid
  adminlabel machinename id value values answer answers stringvalue textvalue fieldvalue uservalue selected response
  content val rawvalue type fieldtype inputtype kind required objecttypeid description options choices order prettyformat
  unix first last middle columns rows versions source sourceid sourcetype sourcelabel timestamp selectedbyuser format
  hidden visible index position groupid groupname page section cssclass placeholder min max multiple html subfields
  datetype sensitive isrequired calculated updatedbyuserid persistenttimestamp
`);

/** Where a choice keeps its options, and what options are called by. */
export const optionKeys = ['options', 'choices', 'rows', 'columns', 'enum'] as const;
export const optionIds = ['id', 'value', 'key', 'code', 'name'] as const;
export const optionTexts = ['text', 'label', 'title', 'name', 'displayValue'] as const;

/** What says which answer it is where a value is a group: a choice, a file. The first that is there. */
export const groupTexts = [
  'labels',
  'label',
  'url',
  'text',
  'title',
  'link',
  'href',
  'name',
  'other',
  'value',
] as const;
/** A value that is a group of these names is a choice or a file, and no person. */
export const groupFurniture = words(`
  id ids ref refs label labels text title url link href name filename mimetype contenttype size type other value
  downloadurl fileurl path hash key publicurl
`);

/** What an input is that its sender calls so, squeezed. `sure`: such an input holds nothing else. */
export const inputKinds: Readonly<Record<string, { readonly role: FieldRole; readonly sure: boolean }>> = {
  email: { role: 'email', sure: true },
  inputemail: { role: 'email', sure: true },
  emailinput: { role: 'email', sure: true },
  formemailinput: { role: 'email', sure: true },
  controlemail: { role: 'email', sure: true },
  contactsemail: { role: 'email', sure: true },
  tel: { role: 'phone', sure: true },
  phone: { role: 'phone', sure: true },
  phonenumber: { role: 'phone', sure: true },
  inputphonenumber: { role: 'phone', sure: true },
  phoneinput: { role: 'phone', sure: true },
  controlphone: { role: 'phone', sure: true },
  contactsphone: { role: 'phone', sure: true },
  name: { role: 'name', sure: false },
  fullname: { role: 'name', sure: false },
  shortname: { role: 'name', sure: false },
  controlfullname: { role: 'name', sure: false },
  firstname: { role: 'firstName', sure: false },
  lastname: { role: 'lastName', sure: false },
  contactsfirstname: { role: 'firstName', sure: false },
  contactslastname: { role: 'lastName', sure: false },
  textarea: { role: 'message', sure: false },
  longtext: { role: 'message', sure: false },
  longanswer: { role: 'message', sure: false },
  longtextinput: { role: 'message', sure: false },
  multilinetext: { role: 'message', sure: false },
  multiline: { role: 'message', sure: false },
  paragraph: { role: 'message', sure: false },
  paragraphtext: { role: 'message', sure: false },
  controltextarea: { role: 'message', sure: false },
  formtextarea: { role: 'message', sure: false },
  postalcode: { role: 'postcode', sure: false },
  zip: { role: 'postcode', sure: false },
  zipcode: { role: 'postcode', sure: false },
  city: { role: 'city', sure: false },
  address: { role: 'address', sure: false },
};

/** Parts of a name, number, address or date that a form asks for in one group, squeezed; without them it says no more. */
export const partRoles: Readonly<Record<string, FieldRole>> = {
  first: 'firstName',
  given: 'firstName',
  givenname: 'firstName',
  last: 'lastName',
  family: 'lastName',
  familyname: 'lastName',
  line1: 'address',
  line: 'address',
  street1: 'address',
  streetaddress: 'address',
  streetline1: 'address',
  addressline: 'address',
  streetname: 'address',
  streetnumber: 'houseNumber',
  addrline1: 'address',
  postal: 'postcode',
  zip: 'postcode',
  zipcode: 'postcode',
  locality: 'city',
};

/** Kinds of the parts that Gravity Forms only numbers. */
export const numberedParts = {
  name: { '3': 'firstname', '6': 'lastname' },
  address: { '1': 'address', '3': 'city', '5': 'zip' },
} as const;

/** Groups that are one answer: their parts in the order they are read; `whole` says all of it by itself. Squeezed. */
export const joinedGroups: readonly {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
  readonly beside: readonly string[];
  /** Between the parts. */
  readonly by: string;
  readonly kind: string;
}[] = [
  {
    kind: 'phone',
    whole: ['full', 'international', 'e164', 'formatted', 'formattedphone'],
    parts: [
      'country',
      'countrycode',
      'dialcode',
      'area',
      'areacode',
      'phone',
      'number',
      'phonenumber',
      'ext',
    ],
    beside: ['type', 'iso', 'national', 'countryiso', 'primary'],
    by: ' ',
  },
  {
    kind: 'date',
    whole: ['datetime', 'date', 'formatted'],
    parts: ['day', 'month', 'year'],
    beside: ['hour', 'min', 'minute', 'ampm', 'timeinput', 'litemode', 'timestamp', 'unix', 'timezone'],
    by: '.',
  },
];
/** Of these one must be among the parts that were sent. */
export const joiningParts = words('phone number phonenumber day full datetime international e164');

/** Lists that say what the fields of the form are called: not what was answered. By the last part of their path. */
export const definitions: readonly {
  readonly list: RegExp;
  readonly ids: readonly string[];
  readonly title: string;
  readonly kind: string;
  /** Parts of a field that have names of their own (Wufoo). */
  readonly parts?: { readonly list: string; readonly id: string; readonly title: string };
}[] = [
  { list: /(^|\.)definition\.fields$/, ids: ['id', 'ref'], title: 'title', kind: 'type' },
  { list: /(^|\.)ordered_human_fields$/, ids: ['name'], title: 'title', kind: 'type' },
  {
    list: /(^|\.)schema$/,
    ids: ['fieldName', 'fieldElementId', 'slug'],
    title: 'fieldName',
    kind: 'fieldType',
  },
  {
    list: /(^|\.)FieldStructure\.Fields$/,
    ids: ['ID'],
    title: 'Title',
    kind: 'Type',
    parts: { list: 'SubFields', id: 'ID', title: 'Label' },
  },
  {
    list: /(^|\.)et_pb_contact_email_(hidden_)?fields_\d+$/,
    ids: ['field_id'],
    title: 'field_label',
    kind: 'field_type',
  },
];

/** What form builders put around the names of their fields. The group is the name. */
export const decorations: readonly RegExp[] = [
  /^No Label (.+)$/i,
  /^et_pb_contact_(.+)_\d+$/,
  /^field:(.+?)(?:_[0-9a-f]{3,12})?$/,
  /^[a-z]+-\d+-([a-z][a-z_-]+)$/,
  /^q\d+_(.+)$/,
  /^g\d+-(.+)$/,
  /^(?:wpforms|wpcf7|nf|ff|frm|wsf|mf|jform|cf|et|kb|form|input|acf|field|item|dsgvo)[_-](.+)$/i,
  /^(.+?)[_-](?=[0-9a-f]*\d)[0-9a-f]{4,12}$/,
];

/** Roles that two names together have, squeezed: the name of a company is no person's. */
export const ownedNames: Readonly<Record<string, FieldRole>> = {
  companyname: 'company',
  firmaname: 'company',
  organizationname: 'company',
  organisationname: 'company',
  businessname: 'company',
  unternehmenname: 'company',
};

/** Groups about the form, the site and the sender: whoever is named there is not the customer. Squeezed. */
export const machineGroups = words(`
  definition schema formfieldmask range triggers versions identityprofiles context meta metadata headers query
  site workspace account owner author creator project campaign adset ad formstructure fieldstructure calculations
  urlparameters calculated variables0 ending thankyouscreens settings integration webhook humanfields
  trustedproperties documents order payment charge scheduling quiz device geo location0 emails phones addresses
  associatedcompany formsubmissions listmemberships mergeaudits user0 referrer0 system tracking analytics attribution
`);
/** A group of these names alone is what a form is called. */
export const formGroups = words('form formular webform survey umfrage page seite entry trigger');
export const formGroupKeys = words(`
  id name title internalname slug key uuid url hash status version number datecreated datesubmitted dateupdated action
  type timestamp user origin description path createdat updatedat viewlink editlink adminlink
`);

/** Machinery wherever it stands, squeezed. */
export const machineNames = words(`
  id id_ formid formname formtitle formslug formkey formuuid formhandle formtype formversion formmode formsubmitted
  formularname formularid formulartitel formidentifier formdisplayname form formular
  submissiondate submissiontime submissionslink submissionurl submitdate submitsource submittedat submittedon submittime
  createdat createdtime createdon createdby createddate created updatedat updatedby updatedon updateddate updated changed
  datecreated dateupdated datesubmitted completed completedat startedat landedat finishedat receivedat
  date_ timeofsubmission entrydate entryid entrynumber entrykey entryuid eventid eventtype eventtime eventname
  eventcreatedat triggertype triggeruid triggerid webhookid webhookurl hookid siteid sitename sitetitle metasiteid
  pageid pagename pagetitle posttitle workspaceid accountid portalid portal tenantid contactid contactuuid memberid
  visitorid respondentid respondersid responseid responseuri resultid recordid sid uuid guid serial serialnumber
  token accesstoken hash nonce key secret apikey signature checksum requesttoken requestid correlationid csrf
  authenticitytoken formbuildid formtoken formsubmit maxfilesize utf8 commit honeypot honey gotcha botfield
  hutk hubspotutk hsversion gclid gclid_ gcl fbclid fbc fbp msclkid wbraid gbraid clientid gaclientid sessionid cookie
  adid adname adsetid adsetname adgroupid adgroupname campaignname campaignid creativeid assetgroupid formlabel pageidfb isorganic istest apiversion googlekey
  leadid leadgenid leadstage inboxurl retaileritemid
  handshakekey quizscore totalscore score currency isstarred isread isspam isread_ readstatus paymentstatus paymentdate createdate lastmodifieddate
  paymentamount paymentmethod transactionid transactiontype isfulfilled sourceid
  jsexecutiontracker builddate uploadserverurl eventobserver timetosubmit validatednewrequiredfieldids
  oid orgid returl debug debugemail encoding recordtype firedat listid webid ipopt ipsignup euid initiatedby
  initiatedfrom objecttypeid objectid vid canonicalvid portalcontactid profiletoken profileurl iscontact
  statechanges authmode etag odatacontext odataetag operationname remoteaddr
  isdraft indraft sticky locked uid langcode entityid entitytype webformid currentpage
  referertitle refererpagetitle unittag containerpost wpcf7 wpcf7version wpcf7locale wpcf7unittag wpcf7containerpost wpcf7postedd datahash
  wpcf7postedd wpcf7posteddatahash wpcf7recaptcharesponse siteadminemail posturl postname postauthor postauthoremail
  sitedescription invaliddata serialnum userlogin userdisplayname userid_ 
  etcontactproccess etpbcontactformsubmit subject_ next_ template_ captcha_ cc_ format_ language_
  formularschluessel seitentitel seitenname poweredby credit remoteip benutzeragent
  operatingsystem os browsername browserversion screenresolution viewport timezone devicetype fingerprint
  formfieldmask extrafields updatedversion schemaversion specversion
  mailchimpid emailtype listname tags0 ownerid hubspotownerid pipelineid
`);

/** Machinery by the beginning of the name as it is written. */
export const machinePrefixes =
  /^(?:_wpcf7|_wpnonce|_et_|et_pb_contactform|et_pb_contact_captcha|__(?:referrer|trusted|state|hssc|hstc|utma|event)|_(?:date|id|subject|next|gotcha|captcha|template|cc|autoresponse|blacklist|webhook|format|optin|config|token|method|csrf|utf8|wp)$|_(?:created|updated)|g-recaptcha|h-captcha|cf-turnstile|hs_|hs-|wpforms\[|frm_|ff_|fluent_form|_fluentform|@odata|\$)/i;

/** Names that people's answers have too: machinery only with a value that a machine writes. */
export const machineValues: readonly { readonly name: RegExp; readonly value: RegExp }[] = [
  {
    name: /^(?:status|state|leadstatus|submissionstatus)$/,
    value:
      /^(?:active|inactive|spam|trash|completed?|finished|new|neu|read|unread|open|publish(?:ed)?|pending|success|ok|submitted|approved|verified|partial|in[_ ]?progress|subscribed|\d+)$/i,
  },
  {
    name: /^(?:type|event|action|trigger|method|objecttype|object|kind|mode)$/,
    value:
      /^(?:web|subscribe|unsubscribe|upemail|submit|submission|contact|lead|webhook|post|create[d]?|insert|update|test|production|\d+|[a-z]+[._-](?:form|entry|submission|submitted|created|response|lead|contact|add|new)[\w.-]*|(?:form|entry|lead|contact|submission|webhook)[._:-][\w.:-]+|new[_ -]?(?:form|lead|entry|submission|contact)\w*|form ?\w*|[a-z]+_[a-z_]+)$/i,
  },
  {
    name: /^(?:platform|plattform|channel)$/,
    value:
      /^(?:fb|ig|facebook|instagram|messenger|audience_network|web|ios|android|google|wordpress|desktop|mobile)$/i,
  },
  {
    name: /^(?:zeitstempel|timestamp|date|datum|time|uhrzeit|zeit|eingang|eingegangen|gesendetam|datetime|sent|submitted)$/,
    value: /^(?:\d{4}-\d\d-\d\d[T ]\d\d:|\d{9,14}$|\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d\d)/,
  },
  { name: /^(?:path|uri|endpoint|referrerpath)$/, value: /^\/[^\s]*$/ },
  {
    name: /^(?:userid|user|username|createdby|author)$/,
    value: /^(?:\d+|public|guest|anonymous|admin|api)$/i,
  },
  {
    name: /^(?:version|v|success|ok|test|unread|spam|consentversion|step|steps)$/,
    value: /^(?:true|false|v?\d+(?:\.\d+)*)$/i,
  },
];

/** Where senders say on which page the form stood: the earlier the surer. Squeezed, of the last one or two names. */
export const pageNames: readonly string[] = [
  'pageurl',
  'pageuri',
  'seitenurl',
  'sourceurl',
  'formurl',
  'currenturl',
  'currentpageurl',
  'seitenadresse',
  'urlderseite',
  'pagelink',
  'embedurl',
  'parenturl',
  'landingpageurl',
  'locationhref',
  'submissionpage',
  'posturl',
  'permalink',
  'page',
  'seite',
  'hiddenpage',
  'pagehref',
  'contexturl',
  'metaurl',
  'hiddenurl',
  'location',
  'wphttpreferer',
  'siteurl',
  'website0',
];
/** An address only beside what a machine wrote. */
export const weakPageNames = words('url uri origin');

/** Clicks and campaigns under names of their own. */
export const campaignNames = words('campaignname');

export interface SenderShape {
  readonly name: string;
  /** Paths that all must be there, without wrappers and positions; one list for each way he writes. */
  readonly marks: readonly (readonly string[])[];
  /** Where the answers are; all else is machinery. */
  readonly answersAt?: string;
  /** Names of his that others use for answers, squeezed. */
  readonly machinery?: ReadonlySet<string>;
  /** What makes his submission one: the values at these paths, with his name before them if they count per form only. */
  readonly id?: { readonly prefix?: string; readonly at: readonly string[] };
  /** He is an ads platform. */
  readonly utmSource?: string;
  /** He hears from the browser on which page the form stood and calls it the referrer. */
  readonly referrerIsPage?: true;
  /** Choices come as `neues_bad`. */
  readonly choicesAreKeys?: true;
}

/** What is particular to a sender. Whoever is not here is read by the shapes alone. */
export const senders: readonly SenderShape[] = [
  { name: 'Typeform', marks: [['form_response.answers']], id: { at: ['form_response.token'] } },
  {
    name: 'Tally',
    marks: [
      ['data.fields', 'data.formId'],
      ['eventType', 'data.fields'],
    ],
    id: { at: ['data.submissionId'] },
  },
  {
    name: 'Jotform',
    marks: [
      ['rawRequest', 'submissionID'],
      ['rawRequest', 'formID'],
    ],
    answersAt: 'rawRequest',
    id: { at: ['submissionID'] },
  },
  {
    name: 'Netlify',
    marks: [['form_name', 'site_url'], ['human_fields'], ['ordered_human_fields']],
    machinery: words('number name first_name last_name company summary sitename formname title'),
    id: { at: ['id'] },
    referrerIsPage: true,
  },
  {
    name: 'Webflow',
    marks: [
      ['triggerType', 'payload.data'],
      ['site', 'data', 'name'],
    ],
    id: { at: ['payload.id', '_id'] },
  },
  {
    name: 'Gravity Forms',
    marks: [['id', 'form_id', 'date_created']],
    id: { prefix: 'gravity', at: ['form_id', 'id'] },
  },
  {
    name: 'Fluent Forms',
    marks: [['__submission']],
    id: { prefix: 'fluentform', at: ['__submission.form_id', '__submission.id'] },
  },
  {
    name: 'Elementor',
    marks: [['form_id', 'form_name']],
    machinery: words('datum uhrzeit zeit date time credit'),
  },
  {
    name: 'Meta',
    marks: [['field_data']],
    id: { at: ['leadgen_id', 'id'] },
    utmSource: 'facebook',
    choicesAreKeys: true,
  },
  {
    name: 'Meta flat',
    marks: [['platform', 'ad_name'], ['leadgen_id'], ['adset_name'], ['platform', 'campaign_name']],
    id: { at: ['leadgen_id', 'id'] },
    utmSource: 'facebook',
    choicesAreKeys: true,
  },
  {
    name: 'Google Ads',
    marks: [['user_column_data'], ['google_key']],
    id: { at: ['lead_id'] },
    utmSource: 'google',
  },
  {
    name: 'Wufoo',
    marks: [
      ['EntryId', 'HandshakeKey'],
      ['EntryId', 'FieldStructure'],
      ['EntryId', 'Field1'],
    ],
    id: { prefix: 'wufoo', at: ['FormStructure.Hash', 'EntryId'] },
  },
  {
    name: 'Cognito Forms',
    marks: [['Form.Id', 'Entry.Number']],
    id: { prefix: 'cognito', at: ['Form.Id', 'Entry.Number'] },
  },
  { name: 'Formspree', marks: [['submission', 'form'], ['_date']], referrerIsPage: true },
  { name: 'Google Forms', marks: [['namedValues']], answersAt: 'namedValues' },
  {
    name: 'HubSpot contact',
    marks: [['vid', 'properties']],
    id: { prefix: 'hubspot', at: ['vid', 'form-submissions.conversion-id'] },
  },
  {
    name: 'Salesforce',
    marks: [
      ['oid', 'retURL'],
      ['oid', 'last_name'],
    ],
  },
  { name: 'Mailchimp', marks: [['fired_at', 'data.merges']], machinery: words('reason') },
  { name: 'n8n', marks: [['formMode', 'submittedAt']] },
];
