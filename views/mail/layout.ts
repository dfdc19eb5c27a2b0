/**
 * The HTML part of a mail. Made for a phone held in one hand: one column, large buttons (48 px and more), the call on
 * top. Tables and inline styles because Outlook lays out with Word and Gmail drops what it does not know; the style
 * block adds the dark colours for those who read it.
 */
import { html, raw } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { placeOfNumber } from '../dial.ts';
import type { Block, Entry, Fact, MailLine, Phone } from './block.ts';
import type { FooterLine } from './footer.ts';
import { color, darkColor, type MailLook, mailLook } from './look.ts';
import type { ActionLink } from './mail-content.ts';

type Html = ReturnType<typeof html>;

export interface Page {
  readonly language: Language;
  readonly subject: string;
  /** Shown by the list of mails after the subject. */
  readonly preheader: string;
  /** The line above everything: who writes. */
  readonly sender: string;
  /** Gives the colours and the logo. */
  readonly company: Company;
  /** A red band: act at once. */
  readonly alarm?: string | undefined;
  readonly blocks: readonly Block[];
  readonly footer: readonly FooterLine[];
}

// Word, which draws Outlook's mails, takes Times for a list that begins with a name it does not know.
const font = 'Arial,Helvetica,sans-serif';
const screenFont = '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

const styles = ({ dark }: MailLook): string => `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body,td,a{font-family:${screenFont}!important}
a{-webkit-tap-highlight-color:transparent}
@media (prefers-color-scheme:dark){
.ground{background:${darkColor.ground}!important}
.paper{background:${darkColor.paper}!important}
.soft{background:${darkColor.soft}!important}
.ink{color:${darkColor.ink}!important}
.muted{color:${darkColor.muted}!important}
.line{border-color:${darkColor.line}!important}
.link{color:${dark.link}!important}
.outline{color:${dark.link}!important;border-color:#46566a!important}
.call{background:${dark.button}!important}
.oncall{color:${dark.onButton}!important}
.dangersoft{background:${darkColor.dangerSoft}!important}
.danger{color:${darkColor.danger}!important}
}`;

/** The whole HTML part. */
export function layout(page: Page): string {
  const look = mailLook(page.company);
  // Mail programs fill a short preview with the first words of the page; invisible spaces keep those out.
  const padding = raw('&#847;&zwnj;&nbsp;'.repeat(40));
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${page.subject}</title>
<style>${raw(styles(look))}</style>
${raw(`<!--[if mso]><style>body,td,a{font-family:${font}!important}</style><![endif]-->`)}
</head>
<body class="ground" style="margin:0;padding:0;background:${color.ground};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${page.preheader}${padding}</div>
<div role="main">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground" style="background:${color.ground}"><tr><td align="center" style="padding:16px 10px 28px">
${raw('<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->')}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left">
<tr><td class="muted" style="padding:4px ${look.logo ? 0 : 10}px 12px;font:600 14px/20px ${font};color:${color.muted}">${headed(page, letterhead(page, look))}</td></tr>
${page.alarm ? alarmBand(page.alarm) : ''}
<tr><td class="paper ink" style="padding:26px 20px 8px;background:${color.paper};border-radius:${page.alarm ? '0 0 12px 12px' : '12px'};font:400 16px/25px ${font};color:${color.ink}">
${page.blocks.map((block, index) => blockHtml(block, index === 0, look))}
</td></tr>
<tr><td class="muted" style="padding:18px 10px 0;font:400 12px/19px ${font};color:${color.muted};word-break:break-word">${withBreaks(page.footer.map((line) => footerLine(line, look)))}</td></tr>
</table>
${raw('<!--[if mso]></td></tr></table><![endif]-->')}
</td></tr></table>
</div>
</body>
</html>
`.toString();
}

/**
 * Who writes: the logo, and below it what it does not say. On paper of its own, for most logos are drawn for light ground;
 * where pictures are not loaded, its words stand in their place.
 */
function letterhead({ sender, company }: Page, { logo }: MailLook): Html {
  if (!logo) return html`${sender}`;
  const { url, alt, width, height } = logo;
  const image = html`<img src="${url}" alt="${alt}" width="${width}" height="${height}" border="0" style="display:block;max-width:100%;font:700 17px/24px ${font};color:${color.ink};text-decoration:none">`;
  const plate = html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#ffffff" style="padding:10px 12px;background:#ffffff;border-radius:8px">${image}</td></tr></table>`;
  return sender === brandOf(company) ? plate : html`${plate}<div style="padding:8px 10px 0">${sender}</div>`;
}

/** A letter has no heading but who writes it; programs that read aloud look for one. */
const headed = ({ blocks }: Page, head: Html): Html =>
  blocks.some(({ type }) => type === 'title') ? head : html`<h1 style="margin:0;font:inherit">${head}</h1>`;

function alarmBand(text: string): Html {
  return html`<tr><td style="padding:14px 20px;background:${color.danger};border-radius:12px 12px 0 0;font:700 17px/24px ${font};color:#ffffff">${text}</td></tr>`;
}

function blockHtml(block: Block, first: boolean, look: MailLook): Html {
  switch (block.type) {
    case 'title':
      return html`<h1 class="ink" style="margin:0 0 16px;font:700 21px/28px ${font};color:${color.ink};word-break:break-word">${block.text}</h1>`;
    case 'section':
      return html`<h2 class="${block.urgent ? 'danger' : 'ink'}" style="margin:${first ? 0 : 26}px 0 10px;font:700 17px/24px ${font};color:${block.urgent ? color.danger : color.ink}">${block.text}</h2>`;
    case 'paragraph':
      return html`<p style="margin:0 0 16px;word-break:break-word">${withBreaks(block.text.split('\n').map((line) => withPhone(line, block.phone, look)))}</p>`;
    case 'muted':
      return html`<p class="muted" style="margin:0 0 14px;font-size:14px;line-height:21px;color:${color.muted};word-break:break-word">${block.text}</p>`;
    case 'warning':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td class="dangersoft ink" style="padding:14px 16px;background:${color.dangerSoft};border-left:5px solid ${color.danger};border-radius:6px;color:${color.ink};word-break:break-word"><strong class="danger" style="color:${color.danger}">${block.title}</strong><br>${block.text}</td></tr></table>`;
    case 'list':
      return html`<ul style="margin:0 0 16px;padding:0 0 0 20px">${block.items.map((item) => html`<li style="margin:0 0 6px">${item}</li>`)}</ul>`;
    case 'facts':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">${block.facts.map((fact) => factRow(fact, look))}</table>`;
    case 'quote':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td class="soft ink" style="padding:12px 16px 14px;background:${color.soft};border-radius:8px;color:${color.ink};word-break:break-word"><span class="muted" style="font-size:13px;line-height:20px;color:${color.muted}">${block.label}</span><br>${withBreaks(block.text.split('\n'))}</td></tr></table>`;
    case 'call':
      return callButton(block.label, block.phone, block.urgent === true, look);
    case 'actions':
      return actionGrid(block.actions, look, block.first);
    case 'link':
      return html`<p style="margin:0 0 16px;font-size:15px;line-height:24px">${link(block.link.label, block.link.url, look)}</p>`;
    case 'signature':
      return html`<p style="margin:24px 0 20px">${withBreaks(block.lines)}</p>`;
    case 'entry':
      return entryHtml(block.entry, look);
    case 'mails':
      return mailLines(block.lines, look);
  }
}

function factRow({ label, value, url }: Fact, look: MailLook): Html {
  return html`<tr><td class="muted line" valign="top" width="108" style="padding:9px 10px 9px 0;border-bottom:1px solid ${color.line};font-size:14px;line-height:21px;color:${color.muted}">${label}</td><td class="line" valign="top" style="padding:9px 0;border-bottom:1px solid ${color.line};font-size:15px;line-height:21px;word-break:break-word">${url ? link(value, url, look) : value}</td></tr>`;
}

function callButton(label: string, phone: Phone, urgent: boolean, look: MailLook): Html {
  if (!phone.url)
    return html`<p style="margin:0 0 20px;font-size:18px"><strong>${label}: ${phone.text}</strong></p>`;
  const [background, ink] = urgent ? [color.danger, '#ffffff'] : [look.button, look.onButton];
  const inDark = (name: string) => (urgent ? '' : raw(` class="${name}"`));
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td align="center"${inDark('call')} bgcolor="${background}" style="background:${background};border-radius:10px"><a href="${phone.url}"${inDark('oncall')} style="display:block;padding:12px 16px;color:${ink};text-decoration:none"><span style="font-size:14px;line-height:20px">${label}</span><br><strong style="font-size:19px;line-height:26px;white-space:nowrap">${phone.text}</strong></a></td></tr></table>`;
}

type Filled = 'likeliest' | 'urgent';

/** Two buttons side by side. The whole width for the first one if it is filled, and for the last if it stands alone. */
function actionGrid(actions: readonly ActionLink[], look: MailLook, first?: Filled): Html {
  const rows: (readonly ActionLink[])[] = first ? [actions.slice(0, 1)] : [];
  for (let next = rows.length; next < actions.length; next += 2) rows.push(actions.slice(next, next + 2));
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 6px">${rows.map(
    (row, index) => buttonRow(row, index === 0 ? first : undefined, look),
  )}</table>`;
}

/** The cells themselves are the buttons: neighbours are equally high whatever their labels, and Outlook draws them. */
function buttonRow(row: readonly ActionLink[], filled: Filled | undefined, look: MailLook): Html {
  const [left, right] = row.map((action) => button(action, filled, row.length === 1, look));
  return html`<tr>${left}${right ? html`<td width="2%"></td>${right}` : ''}</tr><tr><td colspan="3" height="8"></td></tr>`;
}

function button({ label, url }: ActionLink, filled: Filled | undefined, wide: boolean, look: MailLook): Html {
  const width = raw(wide ? 'colspan="3"' : 'width="49%"');
  const text =
    'display:block;padding:12px 4px;font-size:14px;font-weight:600;line-height:22px;text-decoration:none';
  if (filled === undefined) {
    return html`<td ${width} align="center" class="outline" style="border:1px solid #9fb0c3;border-radius:10px"><a href="${url}" class="outline" style="${text};color:${look.link}">${label}</a></td>`;
  }
  const [ground, ink] = filled === 'urgent' ? [color.danger, '#ffffff'] : [look.button, look.onButton];
  const inDark = (name: string) => (filled === 'urgent' ? '' : raw(` class="${name}"`));
  return html`<td ${width} align="center"${inDark('call')} bgcolor="${ground}" style="background:${ground};border-radius:10px"><a href="${url}"${inDark('oncall')} style="${text};color:${ink}">${label}</a></td>`;
}

function entryHtml(entry: Entry, look: MailLook): Html {
  const wide = 'td colspan="2"';
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="line" style="border-top:1px solid ${color.line}"><tr><td valign="top" style="padding:12px 10px 0 0;font-weight:700;line-height:22px;word-break:break-word">${link(entry.name, entry.viewUrl, look)}</td><td valign="top" align="right" style="padding:12px 0 0;font-size:15px;line-height:22px;white-space:nowrap">${entry.amount}</td></tr>
${entry.note ? html`<tr><${raw(wide)} style="padding:2px 0 0;font-size:14px;line-height:20px;font-weight:600">${entry.note}</td></tr>` : ''}<tr><${raw(wide)} class="muted" style="padding:2px 0 0;font-size:14px;line-height:20px;color:${color.muted};word-break:break-word">${entry.details}${entry.excerpt ? html`<br>„${entry.excerpt}“` : ''}${(entry.remarks ?? []).map((remark) => html`<br>${remark}`)}</td></tr>
<tr><${raw(wide)} style="padding:0 0 2px">${entry.place ? html`<a href="${entry.place.url}" class="link" style="display:block;padding:8px 0 2px;font-size:15px;line-height:22px;color:${look.link};text-decoration:none">⌖ ${entry.place.text}</a>` : ''}${entry.phone ? phoneLine(entry.phone, look) : raw('<div style="height:10px"></div>')}${actionGrid(entry.actions, look)}</td></tr></table>`;
}

/** What it is on the left, the tap on the right: as many as a thumb can go through. */
function mailLines(lines: readonly MailLine[], look: MailLook): Html {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">${lines.map(
    ({ who, about, phone, note, link: tap, further }) =>
      html`<tr><td valign="middle" class="line" style="padding:10px 10px 10px 0;border-top:1px solid ${color.line};font-size:15px;line-height:21px;word-break:break-word"><strong>${who}</strong><br>${about}${phone ? html`<br>${phone.url ? link(phone.text, phone.url, look) : phone.text}` : ''}<br><span class="muted" style="font-size:13px;line-height:19px;color:${color.muted}">${note}</span>${further ? html`<br>${link(further.label, further.url, look)}` : ''}</td><td valign="middle" align="right" width="92" class="line" style="padding:10px 0;border-top:1px solid ${color.line}">${tap ? mailTap(tap, look) : ''}</td></tr>`,
  )}</table>`;
}

function mailTap({ label, url }: ActionLink, look: MailLook): Html {
  return html`<table role="presentation" width="92" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="outline" style="border:1px solid #9fb0c3;border-radius:10px"><a href="${url}" class="outline" style="display:block;padding:6px 4px;color:${look.link};font-size:14px;font-weight:600;line-height:18px;text-decoration:none">${label}</a></td></tr></table>`;
}

function phoneLine(phone: Phone, look: MailLook): Html {
  const text = `☎ ${phone.text}`;
  return phone.url
    ? html`<a href="${phone.url}" class="link" style="display:block;padding:10px 0 12px;font-size:17px;font-weight:600;line-height:24px;color:${look.link};text-decoration:none">${text}</a>`
    : html`<span style="display:block;padding:11px 0;line-height:24px">${text}</span>`;
}

function link(text: string, url: string, look: MailLook): Html {
  return html`<a href="${url}" class="link" style="color:${look.link};word-break:break-word">${text}</a>`;
}

function footerLine(line: FooterLine, look: MailLook): Html {
  if (typeof line === 'string') return html`${line}`;
  return html`${line.label}: ${line.url ? link(line.value, line.url, look) : line.value}`;
}

/** Text in which a number stays on one line and can be tapped. */
function withPhone(text: string, phone: Phone | undefined, look: MailLook): Html {
  const at = phone ? placeOfNumber(text, phone.text) : -1;
  if (!phone || at < 0) return html`${text}`;
  const number = html`<span style="white-space:nowrap">${phone.url ? link(phone.text, phone.url, look) : phone.text}</span>`;
  return html`${text.slice(0, at)}${number}${text.slice(at + phone.text.length)}`;
}

function withBreaks(lines: readonly (string | Html)[]): Html {
  return html`${lines.map((line, index) => html`${index > 0 ? raw('<br>') : ''}${line}`)}`;
}
