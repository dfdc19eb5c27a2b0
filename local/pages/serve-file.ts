/** `GET /_local/files/…`: raw mails and the files in them, where the links of `disk-mail-files.ts` lead. */
import { type Call, notSniffed, Refusal } from '../http/answers.ts';
import type { DiskMailFiles } from '../mail/disk-mail-files.ts';

export interface ServeFileDeps {
  readonly mailFiles: Pick<DiskMailFiles, 'load' | 'readFile'>;
}

/** What a browser shows without running anything in it. An SVG is a program. */
const shownTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic'];

export async function serveRawMail({ response }: Call, deps: ServeFileDeps, id: string): Promise<void> {
  const raw = await deps.mailFiles.load(id);
  if (!raw) throw new Refusal(404, 'There is no such mail.');
  send(response, raw, { name: `${id}.eml`, shownAs: undefined });
}

/** Images are shown, everything else is a download, whatever it says of itself. */
export async function serveFile(
  { response, query }: Call,
  deps: ServeFileDeps,
  id: string,
  index: string,
): Promise<void> {
  const content = await deps.mailFiles.readFile(id, Number(index));
  if (!content) throw new Refusal(404, 'There is no such file.');
  const type = query.get('type') ?? '';
  const shownAs = shownTypes.includes(type) ? type : undefined;
  send(response, content, { name: query.get('name') ?? index, shownAs });
}

function send(
  response: Call['response'],
  content: Uint8Array,
  { name, shownAs }: { readonly name: string; readonly shownAs: string | undefined },
): void {
  const disposition = shownAs === undefined ? 'attachment' : 'inline';
  response.writeHead(200, {
    'content-type': shownAs ?? 'application/octet-stream',
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
    'content-security-policy': "default-src 'none'; sandbox",
    ...notSniffed,
  });
  response.end(content);
}
