/** What describes the business, for `npm run business -- --local`. */
import { parseCompany } from '../../domain/business/company-file.ts';
import { isAuthor } from '../../domain/business/plain-line.ts';
import { readLogo } from '../../domain/business/read-logo.ts';
import type { BusinessChange, BusinessStore } from '../../domain/ports/business-store.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import { type Call, json, Refusal, readFields } from '../http/answers.ts';
import { readBody } from '../http/gateway.ts';

interface BusinessApiDeps {
  readonly logos: Pick<LogoFiles, 'store'>;
  readonly clock: Clock;
  readonly businesses: BusinessStore;
}

export async function showBusiness({ response }: Call, { businesses }: BusinessApiDeps): Promise<void> {
  json(response, await businesses.load());
}

export async function listBusiness({ response }: Call, { businesses }: BusinessApiDeps): Promise<void> {
  json(response, await businesses.history());
}

export async function saveBusiness(
  { request, response }: Call,
  { businesses, clock }: BusinessApiDeps,
): Promise<void> {
  const { file, takenFrom, by, expectedVersion } = (await readFields(request)) as Partial<BusinessChange>;
  const stored = await businesses.load();
  const parsed = parseCompany(file, stored ? [stored.file] : []);
  if ('faults' in parsed) throw new Refusal(422, parsed.faults.join('; '));
  if (typeof by !== 'string' || !isAuthor(by) || typeof expectedVersion !== 'number') {
    throw new Refusal(422, 'Expected file, by and expectedVersion.');
  }
  const change = { file: parsed.file, by, at: clock.now(), expectedVersion, ...(takenFrom && { takenFrom }) };
  const saved = await businesses.save(change).catch((error: unknown) => {
    if (error instanceof VersionConflictError) throw new Refusal(409, error.message);
    throw error;
  });
  json(response, saved);
}

/** A picture as it is; it is shown once the business names it. */
export async function storeLogo({ request, response }: Call, { logos }: BusinessApiDeps): Promise<void> {
  const read = readLogo(await readBody(request));
  if ('fault' in read) throw new Refusal(422, read.fault);
  json(response, { file: await logos.store(read.logo) });
}
