/**
 * What a form, a plug-in or a service says about itself: numbers, keys, times, devices, tracking. It is kept with a
 * request, and nobody who wants to know what somebody asked for has to read it.
 */
import { squeeze } from './form-sender.ts';
import { contactFlag, listsOfWays } from './machinery-shapes.ts';
import { plainWords } from './plain-words.ts';

/** What belongs to no person: whole names, squeezed. */
const machineNames = new Set(
  (
    'id ids uid uuid guid key keys hash token tokens nonce secret signature checksum handshakekey googlekey gclid apikey ' +
    'status type event eventtype trigger triggertype mode authmode version apiversion schema locale ' +
    'created createdat createdby createddate createdtime datecreated dateupdated dateadded updated updatedat modified timestamp zeitstempel ' +
    'submitted submittedat submissiontime submissiondate submitdate senttime receivedat ' +
    'form formid formname formtitle formtitel formtype formurl formkey formular formularname formularid customtitle ' +
    'pageid pagename pagetitle seitentitel postid posttitle queriedid referertitle referrertitle entry entryid entrynumber sourceid siteid sitename ' +
    'submission submissionid submissionslink responseid respondentid respondent eventid leadid leadgenid contactid metasiteid accountid userid visitorid clientid sessionid workflowid ' +
    'adid adname adgroupid adgroupname adsetid adsetname campaignid campaignname creativeid assetgroupid isorganic istest platform ' +
    'ip ipaddress remoteip useragent browser device devicetype screensize screenresolution timezone countrycode ' +
    'isstarred isread isspam spam spamscore score readstatus currency paymentstatus paymentdate paymentamount paymentmethod transactionid isfulfilled createdbyid ' +
    'hutk pageuri objecttypeid fieldstructure formstructure rowstart rowend columnstart columnend triggeruid pretty rawrequest customparams webhookurl username ' +
    'documentid teamid issilent action submit button captcha honeypot fileserver screen langbrowser browserlang colordepth recaptchatokenresponse csrfmiddlewaretoken timeonpage submissionnumber assignedto attempt attempts retries retrycount host hostname protocol credit poweredby unterstuetztvon'
  ).split(' '),
);

/** How such names begin or end, in plain spelling. */
const machinePart =
  /^(?:utm|gclid|gbraid|wbraid|fbclid|msclkid|dclid|ttclid|twclid|li fat id|hsa|mc [ce]id|gad|temp upload|fbc|fbp|matomo|pk (?:campaign|kwd)|mtm|wp (?:nonce|http)|wpnonce|wpcf7|gform|et pb contactform|hidden|hs context)(?: |$)|(?:^| )(?:ids?|keys?|hash|token|nonce|uuid|guid|clid|clientid|context|signature|captcha|unix|timestamp)$/;

/** Of a path its last part too: `context.hutk`. */
const isMachineName = (label: string): boolean =>
  [label, label.slice(label.lastIndexOf('.') + 1)].some((name) => {
    const words = plainWords(name.slice(0, 200).replace(/([a-z])([A-Z])/g, '$1 $2'));
    return name.startsWith('_') || machineNames.has(words.replaceAll(' ', '')) || machinePart.test(words);
  });

/** What no person types, whatever the field is called. */
const machineValues: readonly RegExp[] = [
  // empty in the ways of programs and of people
  /^(?:[-–—_.*/\\]+|null|undefined|nan|none|\[\]|\{\}|\[object object\]|k\.? ?a\.?|n\.? ?\/ ?a\.?)$/i,
  // UUIDs, keys and hashes
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^(?=[^\s]*\d)[0-9a-f]{16,}$/i,
  /^(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[\w+/=.-]{20,}$/,
  // moments as programs write them
  /^(?:19|20)\d{2}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
  // devices
  /^Mozilla\/\d/,
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
  /^(?=[^\s]*:[^\s]*:)[0-9a-f:]{6,45}$/i,
  // data
  /^[[{](?!\d{1,2}:\d{2})["[{\d\]}]/,
];

/** A box beside the form that was ticked or not: nothing of what somebody wants. */
const agreement =
  /^(?:agb|datenschutz\w*|dsgvo\w*|privacy\w*|gdpr\w*|rgpd|newsletter\w*|einwilligung\w*|zustimmung|consent|terms|acceptance)(?: |$)/;
const box = /^(?:on|off|true|false|ja|nein|yes|no|oui|non|si|1|0|x|checked|accepted|akzeptiert)$/i;

/** `emails.bounced: true`, `isVerified: false`. */
function isFlagOfWay(label: string, text: string): boolean {
  const parts = label.split(/[.[\]]+/).map(squeeze);
  if (contactFlag.value.test(text) && contactFlag.name.test(parts.filter(Boolean).at(-1) ?? '')) return true;
  return /^(?:true|false)$/i.test(text) && parts.slice(0, -1).some((part) => listsOfWays.has(part));
}

/** Is it nothing that a person said? */
export function isMachinery(label: string, value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    (box.test(text) && agreement.test(plainWords(label.slice(0, 200)))) ||
    isFlagOfWay(label.slice(0, 200), text) ||
    isMachineName(label) ||
    machineValues.some((pattern) => pattern.test(text.slice(0, 500)))
  );
}
