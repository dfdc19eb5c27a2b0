/** What forms and their senders add of their own, as data. Names compare squeezed unless a table says otherwise. */
import { words } from './answer-shapes.ts';

/** Groups about the form, the site and the sender: whoever is named there is not the customer. Squeezed. */
export const machineGroups = words(`
  eventmemberships workflow definition schema formfieldmask  range triggers versions identityprofiles context meta metadata headers query
  site workspace account owner creator project campaign adset ad formstructure fieldstructure calculations
  urlparameters calculated  ending thankyouscreens settings integration webhook humanfields
  trustedproperties documents order payment charge scheduling quiz device geo
  associatedcompany formsubmissions listmemberships mergeaudits   system tracking analytics attribution
`);
/** Lists of addresses of one person, squeezed. */
export const mailLists = words('email emails mails emailaddresses emailaddress');
/** Lists of ways to reach one person, and what is said in them of each way: squeezed. */
export const listsOfWays = words(`
  ${[...mailLists].join(' ')} phone phones phonenumbers phonenumber telephones addresses
`);
export const ofWays = words(`
  type tag primary kind isprimary main ismain default isdefault verified isverified countrycode status
  subscriptionstatus deliverabilitystatus formattedphone e164phone nationalnumber
`);
/** A group of these names alone is what a form is called. */
export const formGroups = words('form formular webform survey umfrage page seite entry trigger');
export const formGroupKeys = words(`
  id name title internalname slug key uuid url hash status version number datecreated datesubmitted dateupdated action
  type timestamp user origin description path createdat updatedat viewlink editlink adminlink
`);

/** Names that builders give a field of a kind nobody has named: they say nothing about the answer. */
export const defaultNames =
  /^(?:(?:input|form|field)[-_])?(?:text(?:[-_]field)?(?:[-_]name)?|hidden|number|numeric|numeric[-_]field|select|radio|checkbox|dropdown|input|field|single[-_]line)[-_]?\d*$/i;
/** Alone such a word may be meant. */
export const meantNames = words('text number input field');

/** Flat names that belong together: a question under one, its answer under the other. */
export const pairedNames: readonly (readonly [question: RegExp, answer: string])[] = [
  [/question(?!s)/i, 'answer'],
  [/question(?!s)/i, 'response'],
  [/frage(?!n)/i, 'antwort'],
  [/label(?!s)/i, 'value'],
  [/(?<=[_ -])name(?=$)/i, 'value'],
  [/title(?!s)/i, 'value'],
];

/** Machinery wherever it stands, squeezed. */
export const machineNames = words(`
  slug namespace entityfqdn seen issilent fromtable formfieldmask survey surveyname surveytitle executionmode id  formid formname formtitle formslug formkey formuuid formhandle formtype formversion formmode formsubmitted
  formularname formularid formulartitel formidentifier formdisplayname form formular
  submissiondate submissiontime submissionslink submissionurl submitdate submitsource submittedat submittedon submittime
  createdat createdtime createdon createdby createddate created updatedat updatedby updatedon updateddate updated changed
  datecreated dateupdated datesubmitted completed completedat startedat landedat finishedat receivedat
   timeofsubmission entrydate entryid entrynumber entrykey entryuid eventid eventtype eventtime eventname
  eventcreatedat triggertype triggeruid triggerid webhookid webhookurl hookid siteid sitename sitetitle metasiteid
  pageid pagename pagetitle posttitle workspaceid accountid portalid portal tenantid contactid contactuuid memberid
  visitorid respondentid respondersid responseid responseuri resultid recordid sid uuid guid serial serialnumber
  token accesstoken hash nonce key secret apikey password passwort passwd pwd authorization bearer webhooksecret hmac sig signature checksum requesttoken requestid correlationid csrf
  authenticitytoken formbuildid formtoken formsubmit maxfilesize utf8 commit honeypot honey gotcha botfield
  hutk hubspotutk hsversion gclid  gcl fbclid fbc fbp msclkid wbraid gbraid clientid gaclientid sessionid cookie
  adid adname adsetid adsetname adgroupid adgroupname campaignname campaignid creativeid assetgroupid formlabel  isorganic istest apiversion googlekey
  leadid leadgenid leadstage inboxurl retaileritemid
  handshakekey quizscore totalscore score currency isstarred isread isspam  readstatus paymentstatus paymentdate createdate lastmodifieddate
  paymentamount paymentmethod transactionid transactiontype isfulfilled sourceid
  jsexecutiontracker builddate uploadserverurl eventobserver timetosubmit validatednewrequiredfieldids
  oid orgid returl debug debugemail encoding recordtype firedat listid webid ipopt ipsignup euid initiatedby
  initiatedfrom objecttypeid objectid vid canonicalvid portalcontactid profiletoken profileurl iscontact
  statechanges authmode etag odatacontext odataetag operationname remoteaddr
  isdraft indraft sticky locked uid langcode entityid entitytype webformid currentpage
  referertitle refererpagetitle unittag containerpost wpcf7 wpcf7version wpcf7locale wpcf7unittag wpcf7containerpost wpcf7postedd datahash
  wpcf7postedd wpcf7posteddatahash wpcf7recaptcharesponse posturl postname postauthor postauthoremail
  sitedescription invaliddata serialnum userlogin userdisplayname  
  etcontactproccess etpbcontactformsubmit       
  formularschluessel seitentitel seitenname poweredby credit remoteip benutzeragent
  operatingsystem os browsername browserversion screenresolution viewport timezone devicetype fingerprint
   extrafields updatedversion schemaversion specversion
  recaptchatokenresponse recaptchatoken recaptchav3token fileserver langbrowser
  mailchimpid emailtype listname  ownerid hubspotownerid pipelineid
`);

/** Machinery by the beginning of the name as it is written. */
export const machinePrefixes =
  /^(?:_wpcf7|_wpnonce|_et_|et_pb_contactform|et_pb_contact_captcha|__(?:referrer|trusted|state|hssc|hstc|utma|event)|_(?:date|id|subject|model|action|next|gotcha|captcha|template|cc|autoresponse|blacklist|webhook|format|optin|config|token|method|csrf|utf8|wp)$|_(?:created|updated)|g-recaptcha|h-captcha|cf-turnstile|hs_|hs-|wpforms\[|frm_|ff_|fluent_form|_fluentform|@odata|\$)/i;

/** Machinery by the end of a name as it is written, if the value is one word. */
export const machineEndings =
  /[a-z](?:_ids?|Ids?|ID|_uuid|_key|_token|_hash|_nonce|_count|Count|_type|Type)$/;
/** Moments by the end of a name, if the value is one. */
export const momentEndings = /[a-z](?:_(?:at|on|time|date)|At|On|Time|Date)$/;
export const moment = /^(?:\d{4}-\d\d-\d\d(?:$|[T ]\d\d:)|\d{10,14}$)/;

/** What a system for contacts knows of an address or a number: `emailBounced`, `isVerified`. */
export const contactFlag = {
  name: /^(?:emails?|mails?|phones?|sms|whatsapp|contact)?(?:is|has|was)?(?:email|mail|phone|sms)?(?:hard|soft)?(?:bounced?|optedout|optout|optedin|hasoptedout\w*|unsubscribed?|subscribed|verified|valid|invalid|deliverable|undeliverable|suppressed|complained|donot(?:call|contact|email|mail|sms|disturb)|dnc|blacklisted|blocklisted|quarantined|archived|deleted|primary|default)$/,
  value: /^(?:true|false|0|1|null)$/i,
};

/** Names that people's answers have too: machinery only with a value that a machine writes. */
export const machineValues: readonly { readonly name: RegExp; readonly value: RegExp }[] = [
  contactFlag,
  {
    name: /^(?:status|state|leadstatus|submissionstatus)$/,
    value:
      /^(?:active|inactive|spam|trash|completed?|finished|new|neu|read|unread|open|publish(?:ed)?|pending|success|ok|submitted|approved|verified|confirmed|partial|in[_ ]?progress|subscribed|\d+)$/i,
  },
  {
    name: /^(?:type|event|action|trigger|method|objecttype|object|kind|mode)$/,
    value:
      /^(?:web|subscribe|unsubscribe|upemail|submit|submission|contact|lead|webhook|post|create[d]?|insert|update|test|production|\d+|[a-z]+[._-](?:form|entry|submission|submitted|created|response|lead|contact|add|new)[\w.-]*|(?:form|entry|lead|contact|submission|webhook)[._:-][\w.:-]+|[a-z]{4,}\.[a-z]{4,}|added|new[_ -]?(?:form|lead|entry|submission|contact)\w*|form ?\w*|[a-z]+_[a-z_]+)$/i,
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
];
/** An address only beside what a machine wrote. */
export const weakPageNames = words('url uri origin');

/** Clicks and campaigns under names of their own. */
export const campaignNames = words('campaignname');
