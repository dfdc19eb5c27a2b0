/** `node bench/desk-worker.ts LEADS`: asks for each page of the desk over so many leads, and prints the figures as JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../adapters/sqlite/open-database.ts';
import { openTable } from '../adapters/sqlite/open-table.ts';
import { tableContactStore } from '../adapters/table/contact-store.ts';
import { tableDeskSessions } from '../adapters/table/desk-sessions.ts';
import { tableIntakeLog } from '../adapters/table/intake-log.ts';
import { tableLeadSearch } from '../adapters/table/lead-search.ts';
import { tableLeadStore } from '../adapters/table/lead-store.ts';
import type { Item, Table } from '../adapters/table/table.ts';
import { contactKeys } from '../domain/lead/contact-keys.ts';
import type { Lead } from '../domain/lead/lead.ts';
import { aDesk } from '../test/functions/serve-desk/a-browser.ts';
import { aLead } from '../test/support/a-lead.ts';
import { aWorld, type World } from '../test/support/a-world.ts';
import type { DeskFigures } from './desk.ts';
import { rounded } from './report.ts';

const amount = Number(process.argv[2] ?? 1000);
const open = 500;
const turns = 60;
const now = '2026-11-24T08:00:00.000Z';

const firstNames =
  'Anna Bernd Carla Dirk Elif Frank Gerda Hans Ines Jörg Karin Lutz Maria Nils Olga Peter'.split(' ');
const lastNames =
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier'.split(
    ' ',
  );
const places = 'München Dachau Freising Erding Starnberg Olching Karlsfeld Germering'.split(' ');
const wishes = [
  'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen, etwa acht Quadratmeter.',
  'Die Heizung ist von 1994, wir denken an eine Wärmepumpe und hätten gern eine Beratung.',
  'Wallbox in der Garage, elf Kilowatt, der Zählerschrank ist im Keller.',
  'Der Wasserhahn in der Küche tropft seit drei Wochen, und die Spülung läuft nach.',
];

const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** Somebody else with something else each time; a fifth asked before. */
function leadNumber(number: number): Lead {
  const person = number % 5 === 4 ? number - 1 : number;
  const last = `${at(lastNames, person)}${person % 7 === 0 ? at(lastNames, person * 3).toLowerCase() : ''}`;
  const phoneE164 = `+4989${String(1_000_000 + person * 7)}`;
  const isOpen = number < open;
  const moment = new Date(
    Date.parse(now) -
      (isOpen ? (number * 60 * 86_400_000) / open : ((number - open) * 4 * 365 * 86_400_000) / amount),
  ).toISOString();
  const lead = aLead({
    id: String(1_000_000_000 + number),
    capturedAt: moment,
    movedAt: moment,
    stageSince: moment,
    dueAt: moment,
    contact: {
      name: `${at(firstNames, person)} ${last}`,
      email: `kunde${person}@example.org`,
      phone: phoneE164.replace('+49', '0'),
      phoneE164,
      address: `${at(lastNames, person * 11)}straße ${1 + (person % 90)}`,
      postcode: String(80_000 + (person % 900)),
      city: at(places, person),
      language: 'de',
    },
    request: { ...aLead().request, message: `${at(wishes, number)} Haus ${number}.` },
  });
  if (isOpen) return lead;
  const { cadence: _, ...closed } = lead;
  return { ...closed, stage: number % 3 === 0 ? 'won' : 'lost', waitsFor: 'nobody', closedAt: moment };
}

let units = 0;
const sizeOf = (items: readonly (Item | undefined)[]) =>
  items.reduce((bytes, item) => bytes + (item ? Buffer.byteLength(JSON.stringify(item)) : 0), 0);
/** Of 4 KB, at least one: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
const charge = (items: readonly (Item | undefined)[], share: number) => {
  units += Math.max(1, Math.ceil(sizeOf(items) / 4096)) * share;
};

function counted(table: Table): Table {
  const all = async <T extends readonly Item[]>(read: Promise<T>, share: number) => {
    const items = await read;
    charge(items, share);
    return items;
  };
  return {
    ...table,
    get: async (key) => {
      const item = await table.get(key);
      charge([item], 1);
      return item;
    },
    queryPartition: (pk, prefix) => all(table.queryPartition(pk, prefix), 1),
    lastInPartition: (pk, prefix, atMost) => all(table.lastInPartition(pk, prefix, atMost), 1),
    // The index is read as it was a moment ago, for half.
    queryIndex: (status, range) => all(table.queryIndex(status, range), 0.5),
    lastInIndex: async (status, before) => {
      const item = await table.lastInIndex(status, before);
      charge([item], 0.5);
      return item;
    },
    async *indexPages(status, range) {
      let any = false;
      for await (const page of table.indexPages(status, range)) {
        any = true;
        charge(page, 0.5);
        yield page;
      }
      if (!any) charge([], 0.5);
    },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'nachfass-bench-'));
const database = openDatabase(join(folder, 'database'));
try {
  const plain = openTable(database);
  const stored = tableLeadStore(plain);
  const contacts = tableContactStore(plain);
  for (let from = 0; from < amount; from += 250) {
    const some = Array.from({ length: Math.min(250, amount - from) }, (_, index) => leadNumber(from + index));
    await Promise.all(
      some.map(async (lead) => {
        await stored.add(lead, { contentHash: lead.id });
        await stored.save(lead);
        for (const key of contactKeys(lead.contact)) await contacts.linkLead(key, lead.id);
      }),
    );
  }
  const table = counted(plain);
  const leads = tableLeadStore(table);
  const world = {
    ...(await aWorld()),
    leads,
    search: tableLeadSearch(table, leads),
    contacts: tableContactStore(table),
    sessions: tableDeskSessions(table),
    intake: tableIntakeLog(table),
  } as unknown as World;
  world.clock.set(now);
  const desk = await aDesk(world);
  const some = leadNumber(Math.min(amount - 1, open + 41));
  const { contact } = some;
  const search = (typed: string | undefined) => `/desk/search?${new URLSearchParams({ q: typed ?? '' })}`;
  const pages = {
    Heute: '/desk',
    'alles Offene': '/desk/open',
    Anfrage: `/desk/leads/${leadNumber(7).id}`,
    Anruf: '/desk/call',
    Personen: '/desk/contacts',
    'Personen, vor einem Jahr': '/desk/contacts?before=2025-11-24T08:00:00.000Z',
    'eine Person': `/desk/contacts/${some.id}`,
    Team: '/desk/team',
    Ich: '/desk/me',
    'Suche: Name': search(contact.name),
    'Suche: Nachname': search(contact.name?.split(' ')[1]),
    'Suche: zwei Buchstaben': search('mu'),
    'Suche: Telefon': search(contact.phone),
    'Suche: letzte Ziffern': search(contact.phone?.slice(-4)),
    'Suche: Ort': search('Dachau'),
    'Suche: Nummer': search(some.id),
    'Suche: Worte': search('Wallbox Garage'),
  };
  const figures: Record<string, DeskFigures> = {};
  for (const [name, url] of Object.entries(pages)) {
    const millis: number[] = [];
    let sent = 0;
    for (let turn = 0; turn < turns; turn++) {
      units = 0;
      const begin = performance.now();
      const answer = await desk.get(url, { 'accept-encoding': 'br' });
      millis.push(performance.now() - begin);
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
      sent = Buffer.from(answer.body, answer.isBase64 ? 'base64' : 'utf8').length;
    }
    const sorted = millis.toSorted((one, other) => one - other);
    const part = (share: number) => rounded(sorted[Math.ceil(share * turns) - 1] ?? Number.NaN, 1);
    figures[name] = {
      'p50 ms': part(0.5),
      'p99 ms': part(0.99),
      'KB sent': rounded(sent / 1000, 1),
      'read units': rounded(units, 1),
    };
  }
  console.log(JSON.stringify(figures));
} finally {
  database.close();
  rmSync(folder, { recursive: true, force: true });
}
