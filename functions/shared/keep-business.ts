/** The business as a function sees it: read from the table, kept for a minute, never in the way of a request. */
import { asDeployed, type Basics, companyByBasics } from '../../domain/business/basics.ts';
import { type Company, companyFrom } from '../../domain/business/company.ts';
import type { BusinessReader, BusinessVersion } from '../../domain/ports/business-store.ts';
import { BusinessUnknownError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from './logger.ts';

export interface Business {
  /**
   * The business as it is now, or was a minute ago.
   * @throws BusinessUnknownError it was never read, and the basics are not enough for this function.
   */
  company(): Promise<Company>;
  /**
   * When the business was stored for the first time.
   * @throws BusinessUnknownError it was never read.
   */
  since(): Promise<Moment>;
}

/** So long a change takes at most to take effect. */
const keptMillis = 60_000;
/** After a failure: a table that does not answer costs seconds with each question. */
const pauseMillis = 5_000;

interface KeepOptions {
  readonly reader: BusinessReader;
  readonly basics: Basics;
  /** Whether the basics will do while the business cannot be read: for pages they do, for mails they do not. */
  readonly basicsSuffice: boolean;
  readonly nowMs: () => number;
  /** Default: a minute. */
  readonly keptMillis?: number;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

interface Known {
  readonly company: Company;
  readonly since: Moment;
  readonly savedAt: Moment;
  readonly version: number;
}

/** Reads at once, so that whoever asks first waits less. */
export function keepBusiness(options: KeepOptions): Business {
  const { reader, basics, basicsSuffice, nowMs, log } = options;
  let known: Known | undefined;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let pause = 0;
  let reading: Promise<void> | undefined;

  /** The same version is the same company, also for whoever has read something out of it already. */
  const understand = ({ file, since, savedAt, version }: BusinessVersion): Known =>
    known?.version === version && known.savedAt === savedAt
      ? known
      : { company: companyFrom(asDeployed(file, basics)), since, savedAt, version };

  const read = async () => {
    pause = pauseMillis;
    try {
      const version = await reader.load();
      if (version) {
        known = understand(version);
        pause = options.keptMillis ?? keptMillis;
      } else log.warn('The business is not stored yet');
    } catch (error) {
      log.error('The business cannot be read', error);
    }
    readAtMs = nowMs();
    reading = undefined;
  };

  const current = async (): Promise<Known | undefined> => {
    const ageMs = nowMs() - readAtMs;
    // Clocks may be set back, and that of a function that slept.
    if (reading || ageMs < 0 || ageMs >= pause) {
      reading ??= read();
      await reading;
    }
    return known;
  };
  reading = read();
  const unknown = () => new BusinessUnknownError('The business was never read');

  return {
    async company() {
      const now = await current();
      if (now) return now.company;
      if (basicsSuffice) return companyByBasics(basics);
      throw unknown();
    },
    async since() {
      const now = await current();
      if (!now) throw unknown();
      return now.since;
    },
  };
}

/** What a function is wired with whose calls each get the business as it is then. */
type WiredWithBusiness<D> = Omit<D, 'company'> & { readonly business: Pick<Business, 'company'> };

/** Gives each call of a function the business as it is then. */
export const withCompany =
  <I, D extends { readonly company: Company }, R>(handle: (input: I, deps: D) => Promise<R>) =>
  async (input: I, deps: WiredWithBusiness<D>): Promise<R> =>
    // Together they are what `handle` asks for; the compiler does not put an `Omit` together again.
    handle(input, { ...deps, company: await deps.business.company() } as unknown as D);
