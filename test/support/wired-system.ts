/** The local system inside the test's own process, on a data folder that is there already. */
import { basicsOf } from '../../domain/business/basics.ts';
import { openData, openDataFolder } from '../../local/data/data-folder.ts';
import { listen } from '../../local/http/http-server.ts';
import { ownAddresses } from '../../local/mail/own-addresses.ts';
import type { AcceptMail } from '../../local/mail/smtp-server.ts';
import type { Surroundings } from '../../local/wiring.ts';
import { aCompanyFile } from './company.ts';

export interface WiredSystem {
  readonly acceptMail: AcceptMail;
  now(): string;
  post(path: string, body: object): Promise<Response>;
  json(path: string): Promise<unknown>;
  /** Moves the clock by an ISO duration; everything on the way has happened when it returns. */
  advance(duration: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param now absent: where the clock stood. */
export async function startWiredSystem(
  path: string,
  options: {
    readonly now?: string;
    readonly database?: (own: Surroundings['database']) => Surroundings['database'];
  } = {},
): Promise<WiredSystem> {
  const folder = openDataFolder(path);
  const database = openData(folder);
  const server = await listen(0);
  const url = `http://localhost:${server.port}`;
  const companyFile = aCompanyFile();
  const basics = { ...basicsOf(companyFile), publicUrl: url };
  const { mail } = companyFile;
  const { wire } = await import('../../local/wiring.ts');
  const wired = await wire({
    companyFile: { file: companyFile },
    basics,
    folder,
    database: options.database?.(database) ?? database,
    startMs: options.now === undefined ? undefined : Date.parse(options.now),
    own: ownAddresses({ ...basics, mail: { ...mail, receive: mail.from } }),
    smtpPort: 0,
  });
  server.answerWith(wired.answer);
  const post = (to: string, body: object) =>
    fetch(url + to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    acceptMail: wired.acceptMail,
    now: wired.now,
    post,
    json: async (from) => (await fetch(url + from)).json(),
    advance: async (advance) => (await post('/_local/clock', { advance })).json(),
    async stop() {
      await Promise.all([server.close(100), wired.stop(100)]);
      database.close();
    },
  };
}
