/** What a telephone system tells of a call: that it rings, was taken, ended. Who called and was not heard waits for a call. */
import type { Company } from '../business/company.ts';
import { phoneE164 } from '../capture/contact-data.ts';
import { type FieldRole, recogniseRole } from '../capture/field-names.ts';
import type { Field } from '../capture/form-fields.ts';
import type { KnownCall } from '../ports/hook-store.ts';
import {
  type CallPart,
  type CallWord,
  comesIn,
  goesOut,
  isOfTelephone,
  meaningOfCallWord,
  partOfCall,
} from './call-words.ts';
import { ourPhones } from './ours.ts';
import { unnamedCaller } from './telephone-words.ts';

export interface CallEvent {
  /** `unknown`: somebody called, and what became of it is told in words that nobody knows. */
  readonly phase: 'ringing' | 'answered' | 'ended' | 'missed' | 'voicemail' | 'unknown';
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

const maxSaidLength = 5_000;

type Parts = (part: CallPart) => readonly string[];

/** @returns `undefined`: this tells of no call. */
export function readCallEvent(fields: readonly Field[], company: Company): CallEvent | undefined {
  const parts = new Map<CallPart, string[]>();
  for (const { path, value } of fields) {
    const part = partOfCall(path);
    const text = value.trim();
    if (part && text !== '') parts.set(part, [...(parts.get(part) ?? []), text]);
  }
  const all: Parts = (part) => parts.get(part) ?? [];
  const end = endOf(all);
  const isOut = isOutgoing(all);
  const phase = phaseOf(all, end) ?? (isOut ? 'ended' : namesCaller(all) ? 'unknown' : undefined);
  if (phase === undefined) return undefined;
  const caller = callerOf(all('caller')[0] ?? all('number')[0], all('name')[0], company);
  return {
    phase,
    end,
    callId: all('callId')[0]?.slice(0, 500),
    byMachine: all('answeredBy').some((who) => /voice-?mail|mailbox|anrufbeantworter/i.test(who)),
    isOurs: caller === 'ours' || isOut,
    caller: caller === 'ours' ? {} : caller,
    said:
      [...new Set(all('said').filter((text) => !flag.test(text)))].join('\n').slice(0, maxSaidLength) ||
      undefined,
  };
}

const formRoles: ReadonlySet<FieldRole | undefined> = new Set(['message', 'address', 'postcode', 'city']);

/** Does this tell of a call beyond doubt, at whatever address it comes in? */
export function isCall(fields: readonly Field[], company: Company): boolean {
  const told = fields.filter(({ path, value }) => isOfTelephone(path, value));
  const isOnlyEvent = told.every(({ path }) => partOfCall(path) === 'event');
  const isForm = fields.some(
    ({ path, value }) =>
      path.length === 1 && (formRoles.has(recogniseRole(path[0] ?? '')) || value.includes('@')),
  );
  return told.length > 0 && !(isOnlyEvent && isForm) && readCallEvent(fields, company) !== undefined;
}

/** Legs of one call, not several. */
const ofOneCall =
  /^(?:part(?:y|ies|icipants?)|legs?|agents?|users?|numbers?|tags?|comments?|recordings?|contacts?)$/i;

/** The calls in a list, each with what stands beside it; most bodies tell of one. */
export function splitCalls(fields: readonly Field[], company: Company): readonly (readonly Field[])[] {
  const listed = fields.flatMap(({ path }) => {
    const at = path.findIndex((part) => /^\d+$/.test(part));
    return at < 0 || ofOneCall.test(path[at - 1] ?? '') ? [] : [path.slice(0, at)];
  });
  const [list] = listed;
  if (!list) return [fields];
  const isIn = ({ path }: Field) => path.length > list.length && list.every((part, at) => path[at] === part);
  const beside = fields.filter((field) => !isIn(field));
  const calls = [...Map.groupBy(fields.filter(isIn), ({ path }) => path[list.length]).values()].map(
    (call) => [...call.map(({ path, value }) => ({ path: path.slice(list.length + 1), value })), ...beside],
  );
  const areCalls = calls.every((call) => readCallEvent(call, company)?.caller.phone !== undefined);
  return areCalls && calls.length > 1 ? calls : [fields];
}

const namesCaller = (all: Parts): boolean =>
  all('caller').length > 0 &&
  (['event', 'end', 'direction', 'callId'] as const).some((part) => all(part).length > 0);

/** 3CX calls a call of ours that nobody took `Notanswered`, and says no direction. */
function isOutgoing(all: Parts): boolean {
  const directions = [...all('direction'), ...all('end')];
  if (directions.some(goesOut) || all('event').some(goesOut)) return true;
  return all('end').some((text) => /^notanswered$/i.test(text)) && !directions.some(comesIn);
}

const endOfWord: Partial<Readonly<Record<CallWord, CallEnd>>> = {
  talked: 'talked',
  missed: 'missed',
  voicemail: 'voicemail',
  blocked: 'blocked',
  'passed-on': 'passed-on',
};

/** Of several words the one that says most: `Inbound` and `completed` say less than that it was missed. */
function endOf(all: Parts): CallEnd | undefined {
  const told = all('end').flatMap((text) => meaningOfCallWord(text) ?? []);
  const said = told.flatMap((word) => endOfWord[word] ?? [])[0];
  // Of an answering machine both are said.
  const special = told.find((word) => word === 'voicemail' || word === 'blocked' || word === 'passed-on');
  if (special !== undefined) return endOfWord[special];
  const says = (part: CallPart, shape: RegExp) => all(part).some((text) => shape.test(text));
  if (says('missed', yes) || says('answered', no) || all('whyMissed').some((why) => !no.test(why))) {
    return 'missed';
  }
  if (said !== undefined) return said;
  if (says('answered', never)) return 'missed';
  const byFlag = says('answered', yes) || says('missed', no) ? 'talked' : undefined;
  return byFlag ?? endByDuration(all('duration')[0]) ?? (told.includes('completed') ? 'talked' : undefined);
}
const yes = /^(?:true|1|yes|ja)$|^\d{4}-\d\d-\d\d|^\d{9,13}$/i;
const no = /^(?:false|0|no|nein|none)$/i;
/** Where the time stands at which somebody took it. A word that says that he did says more. */
const never = /^null$/i;
const flag = /^(?:true|false|null|none|0|1)$/i;

/** Nobody talks for no time. */
function endByDuration(duration: string | undefined): CallEnd | undefined {
  if (duration === undefined || !/\d/.test(duration)) return undefined;
  return /[1-9]/.test(duration) ? 'talked' : 'missed';
}

const phaseOfWord: Partial<Readonly<Record<CallWord, CallEvent['phase']>>> = {
  ringing: 'ringing',
  talking: 'answered',
  talked: 'answered',
  ended: 'ended',
  completed: 'ended',
  missed: 'missed',
  voicemail: 'voicemail',
};

/** What is told is known by the event's own word, else by how the call stands or ended. */
function phaseOf(all: Parts, end: CallEnd | undefined): CallEvent['phase'] | undefined {
  const events = all('event');
  const [told] = events
    .flatMap((text) => meaningOfCallWord(text) ?? [])
    .flatMap((word) => phaseOfWord[word] ?? []);
  const states = all('end').flatMap((text) => meaningOfCallWord(text) ?? []);
  const isLost = states.find((word) => word === 'missed' || word === 'voicemail');
  // "Incoming call", and how it ended.
  if (told === 'ringing' && isLost) return isLost === 'missed' ? 'missed' : 'voicemail';
  if (told !== undefined) return told;
  if (isLost === undefined) {
    if (states.includes('talking')) return 'answered';
    if (states.includes('ringing')) return 'ringing';
  }
  if (end === undefined) {
    if (states.includes('ended')) return 'ended';
    return events.length === 0 && all('said').some((text) => !flag.test(text)) ? 'voicemail' : undefined;
  }
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
  if (phase === 'unknown') return 'unclear';
  if (phase === 'missed') return 'missed-call';
  if (phase === 'voicemail' || end === 'voicemail') return 'voicemail';
  if (known?.answeredBy === 'machine') return 'voicemail';
  if (known?.answeredBy === 'person') return 'nothing';
  if (end !== undefined) return end === 'missed' ? 'missed-call' : 'nothing';
  // It rang here, and nobody took it.
  return known ? 'missed-call' : 'unclear';
}
