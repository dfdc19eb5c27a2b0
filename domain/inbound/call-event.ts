/** What a telephone system tells of a call: that it rings, was taken, ended. Who called and was not heard waits for a call. */
import type { Company } from '../business/company.ts';
import { phoneE164 } from '../capture/contact-data.ts';
import type { Field } from '../capture/form-fields.ts';
import type { KnownCall } from '../ports/hook-store.ts';
import { ourPhones } from './ours.ts';
import { unnamedCaller } from './telephone-words.ts';

export interface CallEvent {
  readonly phase: 'ringing' | 'answered' | 'ended' | 'missed' | 'voicemail';
  /** How it ended, if the telephone says so. */
  readonly end?: CallEnd | undefined;
  /** The same for all that is told of one call. */
  readonly callId?: string | undefined;
  /** An answering machine took it. */
  readonly byMachine: boolean;
  /** Somebody of the business called, or one colleague the other. */
  readonly isOurs: boolean;
  readonly caller: Caller;
  /** What he said, or where it can be heard. */
  readonly said?: string | undefined;
}

interface Caller {
  /** As it is dialled; absent: he withheld it. */
  readonly phone?: string | undefined;
  readonly phoneE164?: string | undefined;
  readonly name?: string | undefined;
}

/** `passed-on`: another call begins, which is told of by itself. `blocked`: the business wants no calls from there. */
type CallEnd = 'talked' | 'missed' | 'voicemail' | 'blocked' | 'passed-on';

const words = <T extends string>(lists: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(lists) as [T, string][]).flatMap(([meaning, list]) =>
      list.split(' ').map((word) => [word, meaning] as const),
    ),
  );

/** What systems call the same thing, in small letters without anything between them. */
const phases = words<CallEvent['phase']>({
  ringing: 'newcall incomingcall ring ringing incoming callstarted callinitiated outgoingcall',
  answered: 'answer answered callanswered callaccepted accepted connect connected pickup',
  ended: 'hangup hungup disconnect disconnected end ended callended callhangup completed callcompleted',
  missed:
    'missedcall missed callmissed noanswer unanswered verpassteranruf verpasst entgangeneranruf entgangen anrufinabwesenheit callback rueckruf rückruf',
  voicemail:
    'voicemail newvoicemail voicemessage voicemailreceived mailbox anrufbeantworter sprachnachricht tam',
});

/** Told where others tell of the end, by systems that have no word for what happened. */
const goingOn = words<'ringing' | 'answered'>({
  ringing: 'ringing initiated queued alerting',
  answered: 'inprogress oncall talking',
});

/** sipgate, Placetel, 3CX, Asterisk (DIALSTATUS, disposition), FreeSWITCH. */
const ends = words<CallEnd>({
  talked: 'normalclearing accepted answered answer completed normal inbound callcompleted',
  missed:
    'busy cancel canceled cancelled noanswer unanswered congestion notfound missed missedcall unavailable chanunavail rejected userbusy originatorcancel nouserresponse callrejected failed abandoned verpasst',
  voicemail: 'voicemail mailbox machine',
  blocked: 'blocked spam',
  'passed-on': 'forwarded transferred redirected',
});

/** `notanswered` is what 3CX calls a call of ours that nobody took. */
const outgoing = /^(?:out|outbound|outgoing|outgoingcall|ausgehend|internal|intern|extension|notanswered)$/;

const names = {
  event: 'event eventname eventtype callevent action ereignis',
  end: 'cause hangupcause type calltype status callstatus callresult outcome endreason hangupreason dialstatus disposition state result reason',
  direction: 'direction calldirection richtung',
  callId: 'origcallid originalcallid callid linkedid uniqueid callidentifier callsid connectionid',
  caller:
    'from caller callerid calleridnum callernumber callingnumber fromnumber number phonenumber phone src anrufer rufnummer nummer clientnumber externalnumber externalphone remotenumber rawdigits callingparty callingpartynumber customernumber customerphone',
  missed: 'missed ismissed wasmissed missedcall verpasst unanswered',
  answered: 'answered isanswered wasanswered pickedup angenommen',
  whyMissed: 'missedcallreason missedreason',
  name: 'callername calleridname fromname name contactname anrufername',
  said: 'voicemail transcript transcription voicemailtext message text nachricht voicemailurl recording recordingurl fileurl audiourl',
  answeredBy: 'user users answeringnumber answeredby peer to',
  duration: 'duration billsec talktime dauer',
} as const;
type Part = keyof typeof names;

const partOf = words<Part>(names);
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const maxSaidLength = 5_000;

/** @returns `undefined`: this tells of no call. */
export function readCallEvent(fields: readonly Field[], company: Company): CallEvent | undefined {
  const parts = new Map<Part, string[]>();
  for (const { path, value } of fields) {
    // Of a list the positions say nothing, and what a system wraps around it neither.
    const name = path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
    const part = partOf.get(squeeze(name));
    const text = value.trim();
    if (part && text !== '') parts.set(part, [...(parts.get(part) ?? []), text]);
  }
  const all = (part: Part) => parts.get(part) ?? [];
  const [event] = all('event').map(squeeze);
  const end = endOf(all);
  const endWords = all('end').map(squeeze);
  const goesOut = [event ?? '', ...all('direction').map(squeeze), ...endWords].some((word) =>
    outgoing.test(word),
  );
  const phase = phaseOf(event, endWords, end, all('said').length > 0) ?? (goesOut ? 'ended' : undefined);
  if (phase === undefined) return undefined;
  const caller = callerOf(all('caller')[0], all('name')[0], company);
  return {
    phase,
    end: end ?? endByDuration(all('duration')[0]),
    callId: all('callId')[0]?.slice(0, 500),
    byMachine: all('answeredBy').some((who) => /voice-?mail|mailbox|anrufbeantworter/i.test(who)),
    isOurs: caller === 'ours' || goesOut,
    caller: caller === 'ours' ? {} : caller,
    said: [...new Set(all('said'))].join('\n').slice(0, maxSaidLength) || undefined,
  };
}

/** `Inbound` says less than that it was missed; of an answering machine both are said. */
function endOf(all: (part: Part) => readonly string[]): CallEnd | undefined {
  const [said] = all('end').flatMap((text) => ends.get(squeeze(text)) ?? []);
  if (said === 'voicemail' || said === 'blocked' || said === 'passed-on') return said;
  const says = (part: Part, shape: RegExp) => all(part).some((text) => shape.test(text));
  if (says('missed', yes) || says('answered', no) || all('whyMissed').some((why) => !no.test(why))) {
    return 'missed';
  }
  return said ?? (says('answered', yes) || says('missed', no) ? 'talked' : undefined);
}
const yes = /^(?:true|1|yes|ja)$/i;
const no = /^(?:false|0|no|nein|null|none)$/i;

/** Nobody talks for no time. */
function endByDuration(duration: string | undefined): CallEnd | undefined {
  if (duration === undefined || !/\d/.test(duration)) return undefined;
  return /[1-9]/.test(duration) ? 'talked' : 'missed';
}

function phaseOf(
  event: string | undefined,
  endWords: readonly string[],
  end: CallEnd | undefined,
  hasSaid: boolean,
): CallEvent['phase'] | undefined {
  const told = event === undefined ? undefined : phases.get(event);
  if (told !== undefined) return told;
  const [now] = endWords.flatMap((word) => goingOn.get(word) ?? []);
  if (now !== undefined) return now;
  if (event !== undefined && end === undefined) return undefined;
  if (end === undefined) return hasSaid ? 'voicemail' : undefined;
  return end === 'missed' || end === 'voicemail' ? end : 'ended';
}

/** As few digits as an extension has. */
const minDigits = 5;

/** @returns `ours`: a number of the business, or an extension within it. */
function callerOf(typed: string | undefined, name: string | undefined, company: Company): Caller | 'ours' {
  const written = (typed ?? '').replace(/^.*<([^>]*)>.*$/s, '$1');
  const bare = written.replace(/^(?:sips?|tel):/i, '').replace(/[@;].*$/s, '');
  const digits = bare.replace(/\D/g, '');
  const named = callerName(name ?? /^"?([^"<\d+]{2,60})"?\s*</.exec(typed ?? '')?.[1]);
  const withName = named === undefined ? {} : { name: named };
  if (digits === '' || /^0*$/.test(digits) || unnamedCaller.test(written) || /^anonymous/i.test(bare)) {
    return withName;
  }
  if (digits.length < minDigits) return 'ours';
  // sipgate and others write the country first, without a sign for it.
  const abroad = /^[1-9]/.test(bare.trim()) ? phoneE164(`+${digits}`, company.country) : undefined;
  const e164 = abroad ?? phoneE164(bare, company.country);
  if (e164 !== undefined && ourPhones(company).has(e164)) return 'ours';
  const phone = abroad ?? bare.trim();
  return { phone, ...(e164 !== undefined && { phoneE164: e164 }), ...withName };
}

function callerName(text: string | undefined): string | undefined {
  const name = text?.replace(/\s+/g, ' ').trim();
  return name && /\p{L}{2}/u.test(name) && !/\d{4}/.test(name) && !unnamedCaller.test(name)
    ? name.slice(0, 100)
    : undefined;
}

/** What follows from what is told of a call. `wait`: it goes on. `unclear`: nobody says whether it was taken. */
export function outcomeOfCall(
  { phase, end, isOurs }: CallEvent,
  known: KnownCall | undefined,
): 'wait' | 'nothing' | 'unclear' | 'missed-call' | 'voicemail' {
  if (isOurs) return 'nothing';
  if (phase === 'ringing' || phase === 'answered') return 'wait';
  if (phase === 'missed') return 'missed-call';
  if (phase === 'voicemail' || end === 'voicemail') return 'voicemail';
  if (known?.answeredBy === 'machine') return 'voicemail';
  if (known?.answeredBy === 'person') return 'nothing';
  if (end !== undefined) return end === 'missed' ? 'missed-call' : 'nothing';
  // It rang here, and nobody took it.
  return known ? 'missed-call' : 'unclear';
}
