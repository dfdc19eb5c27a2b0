/** Names of files that came with a mail: safe to store and to show. */

/** Shorter than the limit of any file system, and long enough for what people call their photos. */
const maxLength = 120;

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/pjpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/x-vcard': 'vcf',
  'text/vcard': 'vcf',
  'text/csv': 'csv',
  'audio/mpeg': 'mp3',
  'video/quicktime': 'mov',
  'message/rfc822': 'eml',
  'application/msword': 'doc',
  'application/ms-tnef': 'dat',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** `number` counts the files of the mail from 1, for those without a name. */
export function fileName(given: string | undefined, contentType: string, number: number): string {
  const name = tidyName(given ?? '');
  return name === '' ? `anhang-${number}.${chooseExtension(contentType)}` : name;
}

function chooseExtension(contentType: string): string {
  const known = extensions[contentType];
  if (known) return known;
  const subtype = contentType.split('/')[1] ?? '';
  return /^(image|audio|video)\//.test(contentType) || subtype === 'pdf' || subtype === 'zip'
    ? subtype
        .replace(/^x-/, '')
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 8) || 'bin'
    : 'bin';
}

/** No path, nothing invisible, nothing that Windows forbids; the ending stays. */
function tidyName(given: string): string {
  const base = given.toWellFormed().slice(0, 10_000).split(/[/\\]/).at(-1) ?? '';
  const name = base
    // Format characters turn `gpj.exe` around for the eye.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]+/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trimEnd();
  if (name.length <= maxLength) return name.replace(/\.+$/, '');
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return (
    name
      .slice(0, maxLength - ending.length)
      .toWellFormed()
      .replaceAll('\uFFFD', '') + ending
  );
}
