/** The table of senders for integrators: what to click in each, what it posts, and what we read in it. */
import { families } from '../test/support/form-senders/all-senders.ts';
import type { FormSender, Right } from '../test/support/form-senders/sender.ts';

/** What is recognised, as the table calls it, and how a fixture shows that it has it. */
const recognised: readonly (readonly [title: string, isIn: (right: Right) => boolean])[] = [
  ['name', ({ name }) => name !== undefined],
  ['e-mail', ({ email }) => email !== undefined],
  ['phone', ({ phoneE164 }) => phoneE164 !== undefined],
  ['message', ({ message }) => message !== undefined],
  ['page', ({ page }) => page !== undefined && page !== 'relative'],
  ['postcode or city', ({ postcode, city }) => postcode !== undefined || city !== undefined],
  ['street', ({ address }) => address !== undefined],
  ['kind or urgency', ({ kind, urgency }) => kind !== undefined || urgency !== undefined],
  ['utm', ({ utm }) => utm !== undefined],
  ['files', ({ files }) => files.length > 0],
  ['own questions', ({ kept }) => kept.length > 0],
];

/** What a content type is called by those who choose it in a form plug-in. */
const formats: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/x-www-form-urlencoded': 'form',
  'multipart/form-data': 'multipart',
  'text/plain': 'text',
};

function formatsOf({ posts }: FormSender): string {
  const named = posts.map(({ wired }) => {
    const [type = ''] = (wired.headers['content-type'] ?? '').split(';');
    return formats[type] ?? 'no type';
  });
  return [...new Set(named)].join(', ');
}

function recognisedOf({ posts }: FormSender): string {
  return recognised
    .filter(([, isIn]) => posts.some(({ right }) => isIn(right)))
    .map(([title]) => title)
    .join(', ');
}

const cell = (text: string) => text.replaceAll('|', '\\|');

/** One table a family, under a heading each. */
export function senderTable(): string {
  return families
    .map(({ title, senders }) => {
      const rows = senders.map((sender) => {
        const cells = [sender.name, sender.setUp, formatsOf(sender), recognisedOf(sender)];
        return `| ${cells.map(cell).join(' | ')} |`;
      });
      return [
        `### ${title}`,
        '',
        '| sender | what to click | sends | recognised |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}
