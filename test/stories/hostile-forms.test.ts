import { expect, test } from 'vitest';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { aRequest } from '../support/a-request.ts';
import { aWorld } from '../support/a-world.ts';

/** The longest a form may keep the processor busy, in milliseconds: what else the machine does does not count. */
const maxCpuMs = 1_100;
/** All that the fields of a form may have together, with room for the names of the others. */
const mostText = 256 * 1024 - 1_000;

const filledWith = (piece: string): string =>
  piece.repeat(Math.floor(mostText / Buffer.byteLength(piece, 'utf8')));

/** What makes rules look for the end of something again and again, and a sign that it is not. */
const pieces = [
  ...[' ', '\u00a0', '\u3000', '\t', '\n', ' \n', '\r\n', ' x', '  x'],
  ...['1', '0', '0171 ', '1 ', '1.', '+', '+49 ', '10 Uhr ', '1.000 '],
  ...['.', ',', ', ', ' ,', ';', '-', ' -', '/', ' /', '|', ' |', '_', 'a_', ':', 'a: ', '!', '?', '*', '='],
  ...['(', ')', '[', '{', '<', '>', '"', "'", '@', 'a@', 'a@b.', '&amp;', '%20', '\\n', 'Ã¼'],
  ...['a', 'A', 'Aa', 'Aa ', 'ö', '😀', 'a.', 'x.de ', 'http://', 'www.', 'Aweg 1, ', '80331 ', 'a b: c\n'],
];
const named = ['name', 'phone', 'email', 'message', 'address', 'Wie alt ist sie?'];

test.each(named)(
  'whatever a stranger types in the field %s, all of it is read in time',
  async (field) => {
    const world = await aWorld();
    for (const piece of pieces) {
      const value = `a${filledWith(piece)}b`;
      const body = { name: 'Zoe Test', phone: '0171 7654321', [field]: value };
      expect(await cpuOf(JSON.stringify(body), 'application/json', world), piece).toBeLessThan(maxCpuMs);
    }
  },
  120_000,
);

test('and whatever he calls a field', async () => {
  const world = await aWorld();
  for (const piece of pieces) {
    const body = { name: 'Zoe Test', phone: '0171 7654321', [`a${filledWith(piece)}b`]: 'x' };
    expect(await cpuOf(JSON.stringify(body), 'application/json', world), piece).toBeLessThan(maxCpuMs);
  }
}, 120_000);

const brokenBodies = [
  ...pieces,
  ...[
    '{"',
    '{"a":',
    '{"a":"b',
    '{"a":"b" ',
    '"",',
    '[{',
    ']= ',
    '```',
    '``` ',
    '{&quot;',
    '\\"',
    '//',
    '/* ',
    '“',
  ],
  ...[
    'a=b&',
    '&',
    '%7B',
    '--a\n',
    '--a\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n',
    'eyJ',
    '\u0000',
  ],
];
const around: readonly (readonly [beginning: string, end: string])[] = [
  ['', ''],
  ['{"a":"', 'x'],
  ['```json\n', '```'],
  ["'{", "}'"],
  ['/*', 'x'],
  ['name=x&a=', 'x'],
  ['[', ']'],
  ['Name: x\nNachricht: ', 'x'],
];
const labels = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];

test.each(around)(
  'a body that is no form is given up in time, or read, between "%s" and "%s"',
  async (beginning, end) => {
    const world = await aWorld();
    for (const piece of brokenBodies) {
      for (const label of labels) {
        const body = `${beginning}${filledWith(piece)}${end}`;
        expect(await cpuOf(body, label, world), `${piece} ${label}`).toBeLessThan(maxCpuMs);
      }
    }
  },
  120_000,
);

async function cpuOf(body: string, type: string, world: Awaited<ReturnType<typeof aWorld>>): Promise<number> {
  const request = aRequest({ method: 'POST', url: '/leads', headers: { 'content-type': type }, body });
  const began = process.cpuUsage();
  const { status } = await captureLead(request, world);
  const { user, system } = process.cpuUsage(began);
  expect(status).toBeLessThan(500);
  return (user + system) / 1_000;
}
