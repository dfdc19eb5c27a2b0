/** What servers on the way put on a person's mail. None of it says that a machine wrote it. */

import type { Person } from '../german-people.ts';
import { fullName } from '../german-people.ts';
import { addressHeader } from './a-kind.ts';

export interface Hop {
  readonly name: string;
  readonly headers: readonly string[];
  /** `''`: the hop sent it on with an empty Return-Path; absent: the sender's own. */
  readonly envelopeFrom?: string;
  /** Lists put their own address in From and the person into Reply-To. */
  readonly from?: (person: Pick<Person, 'email'> & { readonly name: string }) => readonly string[];
  /** A request that came this way gets no automatic answer; absent: the rules leave it open. */
  readonly mutes?: true;
}

export const nameOf = (person: Person) => ({ name: fullName(person), email: person.email });

const group = 'kontakt@muster-haustechnik.example';
const googleGroup = [
  'Precedence: list',
  `Mailing-list: list ${group}; contact kontakt+owners@muster-haustechnik.example`,
  'List-ID: <kontakt.muster-haustechnik.example>',
  'X-Google-Group-Id: 482910375611',
  `List-Post: <https://groups.google.com/a/muster-haustechnik.example/group/kontakt/post>, <mailto:${group}>`,
  'List-Help: <https://support.google.com/a/muster-haustechnik.example/bin/topic.py?topic=25838>',
  'List-Archive: <https://groups.google.com/a/muster-haustechnik.example/group/kontakt/>',
  'List-Unsubscribe: <mailto:googlegroups-manage+482910375611+unsubscribe@googlegroups.com>,\r\n <https://groups.google.com/a/muster-haustechnik.example/group/kontakt/subscribe>',
];

export const hops: readonly Hop[] = [
  ...['All', 'OOF', 'DR, OOF, AutoReply', 'DR, RN, NRN, OOF, AutoReply', 'AutoReply'].map(
    (value): Hop => ({
      name: `Exchange suppresses ${value}`,
      headers: [`X-Auto-Response-Suppress: ${value}`],
      mutes: true,
    }),
  ),
  ...['auto-generated', 'auto-forwarded', 'auto-generated; owner-email="objekt@verwaltung.example"'].map(
    (value): Hop => ({ name: `Auto-Submitted ${value}`, headers: [`Auto-Submitted: ${value}`], mutes: true }),
  ),
  ...['bulk', 'list', 'junk'].map(
    (value): Hop => ({ name: `Precedence ${value}`, headers: [`Precedence: ${value}`], mutes: true }),
  ),
  {
    name: 'Google group, sender kept',
    headers: googleGroup,
    envelopeFrom: 'kontakt+bncbcakutlw@muster-haustechnik.example',
    mutes: true,
  },
  {
    name: 'Google group, sender replaced',
    headers: googleGroup,
    envelopeFrom: 'kontakt+bncbcakutlw@muster-haustechnik.example',
    from: ({ name, email }) => [
      `From: ${addressHeader(`${name} via Kontakt`, group)}`,
      `X-Original-Sender: ${email}`,
      `X-Original-From: ${addressHeader(name, email)}`,
      `Reply-To: ${addressHeader(name, email)}`,
    ],
  },
  {
    name: 'Mailman',
    headers: [
      'X-BeenThere: buero@listen.muster-haustechnik.example',
      'X-Mailman-Version: 2.1.39',
      'Precedence: list',
      'List-Id: Posteingang <buero.listen.muster-haustechnik.example>',
      'List-Unsubscribe: <https://listen.muster-haustechnik.example/options/buero>,\r\n <mailto:buero-request@listen.muster-haustechnik.example?subject=unsubscribe>',
      'List-Post: <mailto:buero@listen.muster-haustechnik.example>',
      'Errors-To: buero-bounces@listen.muster-haustechnik.example',
      'Sender: Buero <buero-bounces@listen.muster-haustechnik.example>',
    ],
    envelopeFrom: 'buero-bounces@listen.muster-haustechnik.example',
    mutes: true,
  },
  { name: 'List-Id of a distribution list alone', headers: ['List-Id: <alle.firma.example>'], mutes: true },
  { name: 'empty Return-Path', headers: ['Return-Path: <>'], envelopeFrom: '', mutes: true },
  {
    name: 'resent by the office',
    headers: [
      'Resent-From: Sabine Muster <buero@muster-haustechnik.example>',
      'Resent-To: anfrage@mail.muster-haustechnik.example',
      'Resent-Date: Mon, 23 Nov 2026 11:04:00 +0100',
      'Resent-Message-ID: <resent-1@muster-haustechnik.example>',
    ],
  },
  {
    name: 'redirected by a rule of Microsoft 365',
    headers: [
      'X-MS-Exchange-Inbox-Rules-Loop: info@muster-haustechnik.example',
      'X-MS-Exchange-ForwardingLoop: info@muster-haustechnik.example;2f0b9a36-0c1d-4a41-a0f0-3a6c7c6f1d11',
      'X-LD-Processed: 2f0b9a36-0c1d-4a41-a0f0-3a6c7c6f1d11,ExtFwd',
      'Auto-Submitted: auto-generated',
      'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
      'X-MS-Exchange-Parent-Message-Id: <parent-1@kunde.example>',
      'X-Auto-Response-Suppress: All',
    ],
    envelopeFrom: 'info@muster-haustechnik.example',
    mutes: true,
  },
  {
    name: 'redirected by a transport rule, rewritten sender',
    headers: [
      'X-MS-Exchange-Transport-Rules-Loop: 1',
      'X-Auto-Response-Suppress: DR, OOF, AutoReply',
      'Resent-From: <info@muster-haustechnik.example>',
    ],
    envelopeFrom: 'info+srs=7ggb=d2=kunde.example=kunde@muster-haustechnik.example',
    mutes: true,
  },
  {
    name: 'software of a property manager',
    headers: ['Auto-Submitted: auto-generated', 'Precedence: bulk', 'X-Mailer: Verwaltung24 Vorgangsversand'],
    mutes: true,
  },
  {
    name: 'scanner and archive, null sender',
    headers: ['X-Auto-Response-Suppress: All', 'Precedence: bulk', 'X-Loop: archiv@kunde.example'],
    envelopeFrom: '',
    mutes: true,
  },
  {
    name: 'everything at once',
    headers: [
      ...googleGroup,
      'Auto-Submitted: auto-forwarded',
      'X-Auto-Response-Suppress: All',
      'X-Forwarded-To: anfrage@mail.muster-haustechnik.example',
      'X-Forwarded-For: kontakt@muster-haustechnik.example anfrage@mail.muster-haustechnik.example',
    ],
    envelopeFrom: '',
    mutes: true,
  },
  {
    name: 'sent from a CRM with its own unsubscribe link',
    headers: [
      'List-Unsubscribe: <https://crm.kunde.example/u/4711>',
      'Feedback-ID: 4711:crm:aspmx1:hub',
      'X-Mailer: CRM Sequenz',
    ],
  },
  {
    name: 'Auto-Submitted auto-notified, of a ticket system of an authority',
    headers: ['Auto-Submitted: auto-notified', 'X-Loop: vorgang@amt.example'],
    mutes: true,
  },
  {
    name: 'groups of Outlook',
    headers: [
      'List-Id: <anfragen.muster-haustechnik.onmicrosoft.example>',
      'List-Unsubscribe: <mailto:anfragen+unsubscribe@muster-haustechnik.onmicrosoft.example>',
      'X-MS-Exchange-Organization-UnifiedGroup-Address: anfragen@muster-haustechnik.example',
      'X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply',
      'Sender: <anfragen@muster-haustechnik.example>',
    ],
    mutes: true,
  },
  {
    name: 'no mark that means anything',
    headers: ['Auto-Submitted: no', 'X-Auto-Response-Suppress: None', 'X-Forwarded-Encrypted: i=1; AJvYcCV'],
  },
];
