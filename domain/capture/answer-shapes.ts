/**
 * How answers are written down, as data: what they are wrapped in, how questions are paired with them, which kinds and
 * parts of inputs there are. Shapes as documented, or read in the senders' sources. Names compare squeezed (`plainWords`
 * without spaces) unless a table says otherwise.
 */
import type { FieldRole } from './field-names.ts';

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names around answers that say nothing about them. In front of a name they are dropped from it. */
export const wrappers = words(`
  data payload contact formfields fields body lead submission formresponse answers answer properties attributes values
  value input inputs variables record records entry entries item items result results row rows response responses
  formdata form namedvalues submissions leads contacts people persons questions question field fielddata usercolumndata
  rawrequest request merges mergefields content params json message hidden customer person kunde visitor fieldvalues
  submissiondata payloadparams itemmeta formsubmission lists submitted object event detail d feld daten anfrage
`);

/** Wrappers that carry a number or the name of an extension. As written. */
export const numberedWrappers =
  /^(?:tx_\w+|(?:form|formular|kontakt|anfrage|contact|webform|rsform|jform)[-_]?\d+)$/i;

/** Wrappers that hold all answers: what stands beside them is about the form. */
export const wholeWrappers = words(
  'data fields answers formfields submission formresponse responses formdata answer',
);

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
  'questionId',
  'question_id',
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
  'answerDetails',
] as const;

/** Around an answer, saying nothing but of which kind it is. */
export const answerWrappers = words('textquestionanswer multiplechoiceanswer answer value localized');

/** Only in lists of pairs: alone, these are what somebody wrote. */
export const weakAnswerKeys = ['response', 'content', 'selected', 'reply', 'input', 'data', 'text'] as const;

/** What a pair calls the kind of its input. */
export const kindKeys = ['type', 'fieldType', 'field_type', 'inputType', 'input_type', 'kind'] as const;

/** What stands in a pair beside question and answer, squeezed. */
export const pairFurniture = words(`
  answerdetails questionid questionkey label title question columnname fieldlabel questiontext text name field fieldname key customkey ref slug code columnid
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

interface InputKind {
  readonly role: FieldRole;
  /** Such an input holds nothing else. */
  readonly sure: boolean;
}

/** What an input is that its sender calls so, squeezed. */
export const inputKinds: ReadonlyMap<string, InputKind> = new Map(
  Object.entries<InputKind>({
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
    nameprefix: { role: 'salutation', sure: false },
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
    workemail: { role: 'email', sure: true },
    companyname: { role: 'company', sure: false },
  }),
);

/** Parts of a name, number, address or date that a form asks for in one group, squeezed; without them it says no more. */
export const partRoles: ReadonlyMap<string, FieldRole> = new Map(
  Object.entries<FieldRole>({
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
    house: 'houseNumber',
    housenumber: 'houseNumber',
  }),
);

/** What a part may be if nothing else is, squeezed, as a kind of input. */
export const partKinds: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ suburb: 'city', town: 'city', village: 'city' }),
);

/** Kinds of the parts that Gravity Forms only numbers. */
export const numberedParts = {
  name: { '2': 'nameprefix', '3': 'firstname', '6': 'lastname' },
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
    list: /(?:fields?_?json|field_?definitions?|form_?definition)$/i,
    ids: ['id', 'key', 'name'],
    title: 'label',
    kind: 'type',
  },
  {
    list: /(^|\.)form\.content\.questions$/,
    ids: ['questionId'],
    title: 'question.localized.*',
    kind: 'predefinedField',
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
  /^(?:no|kein|sans|senza) label (.+)$/i,
  /^et_pb_contact_(.+)_\d+$/,
  /^field:(.+?)(?:_[0-9a-f]{3,12})?$/,
  /^[a-z]+[-_]\d+[-_]([a-z][a-z_-]+)$/,
  /^(?:ticket|person|customer|kunde|client|lead|sender|submitter|visitor|requester|author|reporter|guest|prospect|invitee|attendee|buyer|interessent)[ _.-](.+)$/i,
  /^q\d+_(.+)$/,
  /^(?:txt|tb|inp|fld|edt)_?(?=[A-Z])(.+)$/,
  /^g\d+-(.+)$/,
  /^(?:wpforms|wpcf7|nf|ff|frm|wsf|mf|jform|cf|et|kb|form|input|acf|field|item|dsgvo)[_-](.+)$/i,
  /^(.+?)[_-](?:input|field)(?:[_-](?:id|name))?$/i,
  /^(.+?)[_-](?=[0-9a-f]*\d)[0-9a-f]{4,12}$/,
];

/**
 * Roles that two names together have, squeezed: the name of a company or of what was booked is no person's, and who wrote
 * by a messenger goes by his number.
 */
export const ownedNames: ReadonlyMap<string, FieldRole> = new Map(
  Object.entries<FieldRole>({
    companyname: 'company',
    firmaname: 'company',
    organizationname: 'company',
    organisationname: 'company',
    businessname: 'company',
    unternehmenname: 'company',
    scheduledeventname: 'kind',
    eventtypename: 'kind',
    appointmenttypename: 'kind',
    bookingtypename: 'kind',
    servicename: 'kind',
    productname: 'kind',
    messagesfrom: 'phone',
  }),
);
