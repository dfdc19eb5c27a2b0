/**
 * What telephone systems call the same thing, by kinds of words: sipgate, Placetel, 3CX, Asterisk (DIALSTATUS, disposition),
 * FreeSWITCH, RingCentral, Aircall, Zadarma, Vonage, Twilio, and German programs. Words and names compare squeezed.
 */
import { squeeze } from '../capture/form-sender.ts';

/** What a word says of a call. `completed`: it is over, and perhaps nobody spoke. */
export type CallWord =
  | 'ringing'
  | 'talking'
  | 'ended'
  | 'talked'
  | 'completed'
  | 'missed'
  | 'voicemail'
  | 'blocked'
  | 'passed-on';

/** The first that fits counts: "unanswered" has "answered" in it. */
const shapes: readonly (readonly [CallWord, RegExp])[] = [
  ['voicemail', /voice?mail|voicemessage|^mailbox|anrufbeantworter|sprachnachricht|^tam$|^machine/],
  // One of several telephones: it goes on ringing elsewhere.
  ['ringing', /(?:agent|extension|device|leg)(?:declined|missed|rejected|noanswer)|ringingon/],
  [
    'missed',
    /miss(?:ed)?(?:$|call|incoming|inbound|by|in$|anruf|ed)|noanswer|(?:un|not)answered|nicht(?:an|entgegen)genommen|nicht(?:erreicht|beantwortet|abgenommen)|unbeantwortet|verpasst|entgangen|abwesenheit|callback|rueckruf|abandon|nouserresponse|originatorcancel|^(?:call)?(?:busy|userbusy|besetzt|cancel(?:l?ed)?|abgebrochen|abgelehnt|timeout|timedout|ringtimeout|congestion|notfound|unavailable|chanunavail|rejected|declined|failed|lost|unreachable|nichterreichbar|recoveryontimerexpire|unallocatednumber|noagents?|noavailableagent|unassigned)$/,
  ],
  ['blocked', /^(?:call)?(?:blocked|spam|gesperrt|blockiert|blacklisted)$/],
  ['passed-on', /forwarded|transferred|redirected|weitergeleitet|umgeleitet/],
  ['ended', /hangup|hungup|disconnect|ended|end$|^nocall$|terminated|finished|beendet|aufgelegt/],
  ['completed', /completed?$|^(?:inbound|incoming|normal|eingehend|received)$/],
  ['talking', /^(?:inprogress|oncall|talking|onhold|hold|parked(?:call)?|callconnected|gespraech)$/],
  [
    'ringing',
    /ringing|^ring$|newcall|callnew|incoming|callin$|start(?:ed)?$|initiated|initial$|alerting|queued|setup|proceeding|outgoingcall|callcreated|callreceived|klingel|eingehender|notify(?:start|internal|ivr)/,
  ],
  ['talked', /answer|accepted|accept$|connect(?:ed)?$|pickup|pickedup|angenommen|beantwortet|normalclearing/],
];

/** @returns `undefined`: it says nothing of a call, or in a word of its own. */
export function meaningOfCallWord(text: string): CallWord | undefined {
  if (text.length > maxWordLength || /[/?]/.test(text)) return undefined;
  const word = squeeze(text);
  return shapes.find(([, shape]) => shape.test(word))?.[0];
}
/** More is a sentence. */
const maxWordLength = 60;

/** `notanswered` is what 3CX calls a call of ours that nobody took. */
const outgoing =
  /^(?:out|outbound|outgoing|ausgehend|abgehend)|^(?:call)?(?:internal|intern|extension|dialed|dialled|notifyout\w*)$|(?:outgoing|outbound|ausgehender?)(?:call|anruf)?$/;
const incoming = /^(?:in|inbound|incoming|eingehend\w*|ankommend\w*)(?:call|anruf)?$/;

export const goesOut = (text: string): boolean =>
  text.length <= maxWordLength && outgoing.test(squeeze(text)) && !/^outof/.test(squeeze(text));
export const comesIn = (text: string): boolean => incoming.test(squeeze(text));

export type CallPart =
  | 'event'
  | 'end'
  | 'direction'
  | 'callId'
  | 'caller'
  | 'number'
  | 'missed'
  | 'answered'
  | 'whyMissed'
  | 'name'
  | 'said'
  | 'answeredBy'
  | 'duration';

const ofWhom =
  '(?:call(?:er|ing)?|from|source|src|client|external|remote|customer|anrufer|absender|lead|visitor|other)';
const asNumber = '(?:phone|telefon|mobile|tel)?(?:number|nummer|num|no|nr|digits|e164|rufnummer|phone|uri)';

/** What a part of a call is called: the first that fits counts. */
const names: readonly (readonly [CallPart, RegExp])[] = [
  ['whyMissed', /^miss(?:ed)?(?:call)?reason$/],
  ['missed', /^(?:is|was)?missed(?:call)?$|^callmissed$|^(?:ist)?verpasst$|^unanswered$|^abandoned$/],
  ['answered', /^(?:is|was)?(?:answered|pickedup)(?:at|on|time)?$|^(?:ist)?angenommen$|^connectedat$/],
  ['event', /^(?:call|webhook)?(?:event|ereignis)(?:name|type)?$|^(?:call)?(?:action|aktion)$/],
  [
    'end',
    /^(?:(?:call|dial|dialcall|telephony|phone|anruf|gespraechs?|hangup|disconnect|end|ended|final|last|leg|termination|line|party|session)*)(?:cause|type|typ|art|status|state|result|ergebnis|outcome|reason|grund|zustand|disposition|dialstatus)$|^dialstatus$/,
  ],
  ['direction', /^(?:call)?(?:direction|richtung)$/],
  [
    'callId',
    /^(?:(?:orig|original|pbx|parent)?call(?:id|uuid|sid|identifier)|linkedid|uniqueid|connectionid|(?:telephony)?sessionid|conversationuuid|callsessionid)$/,
  ],
  [
    'caller',
    new RegExp(
      `^(?:from|caller|callerid|src|ani|cli|clid|anrufer|von|rawdigits|callingparty|calleridnum|${ofWhom}(?:party)?(?:id)?${asNumber})$`,
    ),
  ],
  ['number', /^(?:number|phonenumber|phone|rufnummer|nummer|telefonnummer|telefon|anumber|msisdn)$/],
  ['name', /^(?:callername|calleridname|fromname|name|contactname|customername|anrufername)$/],
  [
    'said',
    /^(?:voicemail|transcript|transcription|transkript|voicemailtext|message|text|nachricht|(?:voicemail|recording|file|audio|media)url|recording)$/,
  ],
  ['answeredBy', /^(?:users?|answeringnumber|answeredby|peer|to)$/],
  ['duration', /^(?:call)?(?:duration|billsec|talktime|dauer|talkduration)(?:seconds)?$/],
];

/** Groups about somebody else than who called: the line that was called, who works there. */
const ofOthers =
  /^(?:to|calle[de]|calledparty|destination|target|number|line|users?|agents?|teammates?|team|assignedto|assignee|owner|account|extension|internal|teams|department|routing|recipient|operator)$/;
/** Groups about the caller. */
const ofCaller =
  /^(?:from|caller|callerid|callingparty|source|customer|contact|external|remote|anrufer|von|client|originator|person)$/;
const numberIn =
  /^(?:(?:phone|telefon)?(?:number|nummer)|phone|telefon|rufnummer|nummer|digits|e164|value|formatted|tel|uri)$/;
const nameIn = /^(?:name|fullname|displayname|firstname|lastname)$/;

/** @param path Where it stands: of a list the positions say nothing. @returns what is told there of a call. */
export function partOfCall(path: readonly string[]): CallPart | undefined {
  const called = path.filter((part) => !/^\d+$/.test(part)).map(squeeze);
  const last = called.at(-1) ?? '';
  const groups = called.slice(0, -1);
  if (groups.some((group) => ofOthers.test(group))) return undefined;
  if (ofCaller.test(groups.at(-1) ?? '')) {
    if (numberIn.test(last)) return 'caller';
    if (nameIn.test(last)) return 'name';
  }
  return names.find(([, shape]) => shape.test(last))?.[0];
}

/** Names that only telephone systems use. */
const onlyOfCalls =
  /^(?:(?:dial|orig|pbx)?call(?:type|status|id|sid|uuid|state|result|direction|sessionid|duration)|dial(?:call)?status|hangupcause|rawdigits|telephony(?:status|sessionid)|missedcallreason|calleridnum(?:ber)?|trackingphonenumber|anruf(?:art|typ|status|ergebnis))$/;
/** Events that only they tell of; a callback can be asked for in a form. */
const eventOfCalls =
  /^(?:missed[-_. ]?call|call[-_. ]?missed|(?:verpasster|entgangener) ?anruf|anruf ?verpasst|(?:phone|telephony|call)[._: -]\w)/i;
/** Under whatever name, at the top: `call.completed`, `telephony.session.ended`. */
const typeOfCalls = /^(?:call|telephony|phone_?call)[._:][a-z][a-z_.:]*$/;
const asked = /back|rueck|rück|book|schedul|request|termin/i;

/** Does nobody but a telephone system write so? */
export const isOfTelephone = (path: readonly string[], value: string): boolean =>
  onlyOfCalls.test(squeeze(path.findLast((part) => !/^\d+$/.test(part)) ?? '')) ||
  (partOfCall(path) === 'event' && eventOfCalls.test(value) && !asked.test(value)) ||
  (path.length === 1 && typeOfCalls.test(value) && !asked.test(value));
