/**
 * Headers From by which somebody tries to be taken for another one. `{victim}` is the address that has a right, `{domain}`
 * its domain, `{local}` what stands before it; the attacker really writes from evil.example.
 */

export interface HostileSender {
  readonly trick: string;
  /** Values of From; several are several headers. */
  readonly from: readonly string[];
  /** The address is another person's, and clearly so. */
  readonly clear?: true;
}

const base64 = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const quoted = (text: string): string =>
  `=?utf-8?Q?${[...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')}?=`;

/** The tricks for one victim. */
export function hostileSenders(victim: string): HostileSender[] {
  const [local = '', domain = ''] = victim.split('@');
  const evil = 'mallory@evil.example';
  const one = (trick: string, from: string): HostileSender => ({ trick, from: [from] });
  return [
    one('the address as a quoted name, a quoted local part', `"${victim}" <"attacker"@evil.example>`),
    one('the address as a quoted name', `"${victim}" <${evil}>`),
    one('the address as a name without quotes', `${victim} <${evil}>`),
    one('the address in single quotes', `'${victim}' <${evil}>`),
    one('the address in brackets within the name', `"Chef <${victim}>" <${evil}>`),
    one('the address as a name, and none in brackets', `"${victim}" <>`),
    one('the address as a name, and none at all', `"${victim}"`),
    one('the address as a name, rubbish in brackets', `"${victim}" <attacker>`),
    one('the address as an encoded name', `${base64(victim)} <${evil}>`),
    one('the address as an encoded name, and none', base64(victim)),
    one('an encoded name that closes itself', `${base64(`Chef <${victim}>, `)} <${evil}>`),
    one('an encoded name in Q with the brackets', `${quoted(`<${victim}>`)} <${evil}>`),
    one('an encoded local part', `${base64(victim)}@evil.example`),
    one('an encoded local part with NUL behind it', `${base64(victim)}${base64('\0')}@evil.example`),
    one('an encoded local part with a line break', `${quoted(`${victim}\n`)}@evil.example`),
    one('an encoded word in the brackets', `<${base64(victim)}>`),
    one('an encoded word inside the brackets, a domain behind it', `<${base64(`${victim}>`)}@evil.example>`),
    one('two in brackets', `<${victim}><${evil}>`),
    one('two in brackets, the other way round', `<${evil}> <${victim}>`),
    one('a list', `${victim}, ${evil}`),
    one('a list with names', `Chef <${victim}>, Mallory <${evil}>`),
    one('a list, the victim last', `Mallory <${evil}>, ${victim}`),
    one('a list cut by a semicolon', `${evil}; ${victim}`),
    one('a group', `Team: ${victim};`),
    one('a group of two', `Team: ${victim}, ${evil};`),
    one('an empty group before it', `Mallory:; ${victim}`),
    one('a comment with the address', `${evil} (${victim})`),
    one('a comment before the address', `(${victim}) <${evil}>`),
    one('a comment inside the domain', `${victim}(.evil.example)x`),
    one('a comment between local part and domain', `${local}(x)@${domain}`),
    one('a comment that does not close', `${victim} (x <${evil}>`),
    one('a quote that does not close', `"${victim} <${evil}>`),
    one('a bracket that does not close', `Mallory <${victim}`),
    one('brackets in brackets', `<<${victim}>@evil.example>`),
    one('text behind the address', `<${victim}> ${evil}`),
    one('words before the address', `"Mallory" ${victim}`),
    one('a route', `<@evil.example,@b.example:${victim}>`),
    one('the percent hack', `<${local}%${domain}@evil.example>`),
    one('a bang path', `<${domain}!${local}@evil.example>`),
    one('a quoted local part with the address', `<"${victim}"@evil.example>`),
    one('a quoted local part with a bracket', `<"${victim}>"@evil.example>`),
    one('the same mailbox, quoted', `<"${local}"@${domain}>`),
    one('a full-width @', `<${local}\uff20${domain}>`),
    one('a full-width @ in the name', `${local}\uff20${domain} <${evil}>`),
    one('a NUL in the domain', `<${victim}\0.evil.example>`),
    one('a NUL in front', `\0 x <${victim}>\0y`),
    one('a lone carriage return', `<${victim}>\r<${evil}>`),
    one('a zero-width space', `<${local}\u200b@${domain}>`),
    one('a soft hyphen in the domain', `<${local}@\u00ad${domain}>`),
    one('a blank in the address', `<${local} @${domain}>`),
    one('mailto', `mailto:${victim}`),
    one(
      'the sign for Kelvin as k',
      `<${victim.replace('k', '\u212a')}${victim.includes('k') ? '' : '\u212a'}>`,
    ),
    { trick: 'two headers', from: [`Chef <${victim}>`, evil] },
    { trick: 'two headers, the other way round', from: [evil, `Chef <${victim}>`] },
    { trick: 'twice the same', from: [victim, victim] },
    {
      trick: 'a Cyrillic letter in the domain',
      from: [`<${local}@${domain.replace('e', '\u0435')}>`],
      clear: true,
    },
    {
      trick: 'a full-width letter in the domain',
      from: [`<${local}@${domain.replace('e', '\uff45')}>`],
      clear: true,
    },
    { trick: 'the domain as a sub-domain', from: [`<${local}@${domain}.evil.example>`], clear: true },
    { trick: 'the domain in front of another', from: [`<${local}@evil-${domain}>`], clear: true },
    { trick: 'a plus behind the local part', from: [`<${local}+x@${domain}>`], clear: true },
  ];
}
