/** The company file of a deployment with all that belongs to it. */
import { dirname } from 'node:path';
import { readLogoPicture } from '../adapters/disk/logo-picture.ts';
import type { CompanyFile } from '../domain/business/company.ts';
import type { LogoPicture } from '../domain/business/read-logo.ts';
import { type Config, ConfigError, readJson } from '../infra/config.ts';

/**
 * The company file as it is stored, and its logo if that must be stored first.
 * @throws ConfigError the picture is none that mails could show.
 */
export function readCompanyFile({ companyFile, companyPath }: Config): {
  readonly file: CompanyFile;
  readonly logo?: LogoPicture;
} {
  const read = readLogoPicture(readJson(companyPath), dirname(companyPath));
  if ('faults' in read) throw new ConfigError(read.faults.map((fault) => `${companyPath}: ${fault}`));
  const { logo } = read.file as CompanyFile;
  return {
    file: { ...companyFile, ...(logo && { logo }) },
    ...(read.logo && { logo: read.logo }),
  };
}
