/** Where a request came from: the page of the form, the page before, the campaign, and the submission's own id. */
import type { Found } from './form-answer.ts';
import { type Sender, squeeze } from './form-sender.ts';
import { campaignNames, machineGroups, pageNames, weakPageNames } from './machinery-shapes.ts';

const absolute = /^https?:\/\/\S+$/i;
const onSite = /^\/(?!\/)\S*$/;

/** @returns the same answers, of each of these facts one, the others marked as machinery. */
export function settleOrigin(all: readonly Found[], sender: Sender | undefined): Found[] {
  const settled = [settleCampaign, settlePage, settleId].reduce(
    (answers, settle) => settle(answers, sender),
    all as readonly Found[],
  );
  return [...settled];
}

type Settle = (all: readonly Found[], sender: Sender | undefined) => readonly Found[];

const asMachinery = (one: Found): Found => ({ ...one, machinery: true });
const fact = (name: string, value: string): Found => ({
  names: [name],
  label: name,
  value,
  path: [],
  group: '',
  role: undefined,
});

/** All names of it, and the last two of its path together: `page.url`. */
const namesOf = ({ names, path }: Found): string[] =>
  [...names, path.slice(-2).join(' '), path.at(-1) ?? ''].map(squeeze);

const utmNames = /^utm(source|medium|campaign|term|content|id)$/;

/** An ads platform has names of its own for what others call `utm_campaign`. */
const settleCampaign: Settle = (all, sender) => {
  const named = all.map((one): Found => {
    const [, parameter] =
      namesOf(one)
        .map((name) => utmNames.exec(name))
        .find(Boolean) ?? [];
    if (parameter === undefined) return one;
    const { machinery: _machinery, ...answer } = one;
    return { ...answer, names: [`utm_${parameter}`], label: `utm_${parameter}` };
  });
  const has = (name: string) => named.some(({ names }) => names[0] === name);
  const campaign = named.find(({ names }) =>
    names.some((name) => /campaign/i.test(name) && campaignNames.has(squeeze(name))),
  );
  return [
    ...named.map((one, at) =>
      utmNames.test(squeeze(one.names[0] ?? '')) && firstOf(named, one) !== at ? asMachinery(one) : one,
    ),
    ...(campaign && !has('utm_campaign') ? [fact('utm_campaign', campaign.value)] : []),
    ...(sender?.utmSource && !has('utm_source') ? [fact('utm_source', sender.utmSource)] : []),
  ];
};

const firstOf = (all: readonly Found[], { names }: Found): number =>
  all.findIndex((one) => one.names[0] === names[0]);

/** Contact Form 7's special mail tag, beside `_site_url`. */
const specialPageName = '_url';

/** How sure a name is to mean the page; `undefined`: it does not. */
function rankAsPage(one: Found): number | undefined {
  if (!absolute.test(one.value) && !onSite.test(one.value)) return undefined;
  if (one.names.length === 1 && one.names[0] === 'page') return -1;
  const names = namesOf(one);
  const rank = pageNames.findIndex((name) => names.includes(name));
  if (rank >= 0) return rank;
  if (one.path.at(-1) === specialPageName) return pageNames.indexOf('siteurl') - 1 / 2;
  const isAside = one.path.some((part) => machineGroups.has(squeeze(part)));
  return isAside && names.some((name) => weakPageNames.has(name)) ? pageNames.length : undefined;
}

/** Who notes from where somebody sent it has the page from the same place. */
const isHeader = ({ names }: Found): boolean =>
  names.some(
    (name) =>
      /agent|ip|addr/i.test(name) &&
      /^(?:useragent|ip|ipaddress|ipaddr|remoteip|remoteaddr)$/.test(squeeze(name)),
  );

const settlePage: Settle = (all, sender) => {
  const pages = all
    .map((one) => ({ one, rank: rankAsPage(one) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ one }) => one);
  const fromHeader = sender?.referrerIsPage || all.some(isHeader);
  const referrer = all.find((one) => one.role === 'referrer' && absolute.test(one.value));
  const isPage = (one: Found) => pages.includes(one);
  const best = pages[0];
  const isBare = best === undefined || rankAsPage(best) === pageNames.indexOf('siteurl');
  if (fromHeader && isBare && referrer) {
    return [
      ...all.map((one) => (one === referrer || isPage(one) ? asMachinery(one) : one)),
      fact('page', referrer.value),
    ];
  }
  const freed = all.map((one) => (one.role === 'referrer' && one === referrer ? withoutMark(one) : one));
  if (!best) return freed;
  const host = pages.find(({ value }) => absolute.test(value)) ?? referrer;
  const page = absolute.test(best.value) || !host ? best.value : new URL(best.value, host.value).href;
  const others = freed.map((one) => (isPage(one) || one.role === 'page' ? asMachinery(one) : one));
  return [...others, fact('page', page)];
};

const withoutMark = ({ machinery: _machinery, ...one }: Found): Found => one;

const settleId: Settle = (all, sender) => {
  const ids = all.filter((one) => one.role === 'submissionId');
  const own = ids.find(
    ({ names, machinery }) => names.length === 1 && names[0] === 'submissionId' && !machinery,
  );
  const id = own?.value ?? sender?.submissionId ?? ids[0]?.value;
  if (id === undefined) return all;
  return [...all.map((one) => (ids.includes(one) ? asMachinery(one) : one)), fact('submissionId', id)];
};
