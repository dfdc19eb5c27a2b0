/**
 * Starts the local system. What can fail is tried first and in an order that spares the data: the company file, the ports,
 * the folder, the database.
 */
import { fileURLToPath } from 'node:url';
import type { Database } from '../adapters/sqlite/open-database.ts';
import type { SyncLog } from '../adapters/sqlite/sync-log.ts';
import { type Basics, basicsOf } from '../domain/business/basics.ts';
import { describeChange } from '../domain/business/changes.ts';
import { withoutTag } from '../domain/business/mail-address.ts';
import { CompanyFileError, readCompanyFile } from './data/company-file.ts';
import { refuseDamaged } from './data/damage.ts';
import {
  type DataFolder,
  emptyDataFolder,
  hasOldData,
  keptFolder,
  lockDataFolder,
  openData,
  openDataFolder,
} from './data/data-folder.ts';
import { listen } from './http/http-server.ts';
import { ownAddresses } from './mail/own-addresses.ts';
import { listenForMail } from './mail/smtp-server.ts';
import { keepSmall } from './memory.ts';
import type { Options } from './options.ts';
import type { SchedulePatterns } from './wiring.ts';

export interface System {
  readonly companyName: string;
  /** What the company file changed of the business since it was taken last, a line for each field. */
  readonly taken: readonly string[];
  /** What the business says beyond the limits for mails to customers, a line for each. */
  readonly cut: readonly string[];
  readonly url: string;
  /** Where mails come in. */
  readonly smtp: { readonly port: number; readonly address: string };
  readonly dataFolder: string;
  now(): string;
  /** Ends everything in good order, in under 5 seconds. */
  stop(): Promise<void>;
}

/** For a year that is played in seconds, and begun anew if it ends half-way. */
interface Pace {
  readonly schedules?: SchedulePatterns;
  readonly syncLog?: SyncLog;
}

const exampleCompany = fileURLToPath(new URL('../companies/example.json', import.meta.url));

/** Of the five seconds for stopping: so long for answers under way, the rest for the database. */
const patienceMs = 2000;

/** @throws Error in one line: what is wrong with the options or their surroundings. */
export async function startSystem(options: Options, pace: Pace = {}): Promise<System> {
  const companyFile = readCompanyFile(options.companyFile ?? exampleCompany);
  const company = receiving(basicsOf(companyFile.file));
  const own = ownAddresses(company);
  const server = await listen(options.port);
  const mailServer = await listenForMail(options.smtpPort, own);
  const url = `http://localhost:${server.port}`;
  const folder = openDataFolder(options.dataFolder);
  const unlock = lockDataFolder(folder);
  if (hasOldData(folder)) await followLastRelease(folder, options.fresh);
  if (options.fresh) emptyDataFolder(folder);
  refuseDamaged(folder.database);
  const database = openData(folder, pace.syncLog);
  const { wire } = await import('./wiring.ts');

  const wired = await inOneLine(folder, database, () =>
    wire({
      companyFile,
      // Links lead to this machine, whatever the company's own address is.
      basics: { ...company, publicUrl: url },
      folder,
      database,
      startMs: options.nowMs,
      own,
      smtpPort: mailServer.port,
      schedules: pace.schedules,
    }),
  );
  keepSmall();
  server.answerWith(wired.answer);
  mailServer.acceptWith(wired.acceptMail);

  return {
    companyName: company.name,
    taken: wired.taken.map(describeChange),
    cut: wired.cut,
    url,
    smtp: { port: mailServer.port, address: company.mail.receive },
    dataFolder: folder.path,
    now: () => wired.now(),
    async stop() {
      await Promise.all([server.close(patienceMs), mailServer.close(patienceMs), wired.stop(patienceMs)]);
      database.close();
      unlock();
    },
  };
}

/** @throws Error in one line: what of the folder cannot be used. */
async function inOneLine<T>({ path }: DataFolder, database: Database, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (error) {
    database.close();
    if (error instanceof CompanyFileError) throw error;
    const [why] = (error as Error).message.split('\n');
    throw new Error(
      `The data in ${path} cannot be used: ${why}. Put back a copy of the folder, or start on another one (--data NAME).`,
    );
  }
}

/** Says what it did. */
async function followLastRelease(folder: DataFolder, fresh: boolean): Promise<void> {
  const { refuseIfLastReleaseRuns, takeOver } = await import('./data/take-over.ts');
  if (fresh) return refuseIfLastReleaseRuns(folder);
  const leads = await takeOver(folder);
  console.log(
    `The data of the last release is taken over: ${leads} leads. The old files are kept in ${keptFolder(folder)}.`,
  );
}

/** Here mails come in for every business: where its file names no address for them, at the one it writes from. */
function receiving(company: Basics) {
  const { mail } = company;
  return { ...company, mail: { ...mail, receive: mail.receive ?? withoutTag(mail.from) } };
}
