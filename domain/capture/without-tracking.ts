/** The address without what only a machine reads in it. */
export function withoutTracking(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const [query = '', ...hash] = url.slice(at + 1).split('#');
  const kept = query.split('&').filter((part) => !trackingName.test(part));
  const rest = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${url.slice(0, at)}${rest}${hash.length > 0 ? `#${hash.join('#')}` : ''}`;
}
const trackingName =
  /^(?:utm_|gclid|gcl|gbraid|wbraid|gad_|msclkid|fbclid|dclid|ttclid|twclid|li_fat_id|hsa_|mc_|_ga|_gl|pk_|mtm_|matomo|srsltid|igshid|_hs)/i;
