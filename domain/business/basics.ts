/** What a deployment knows of the business without asking anybody. */
import { type Company, type CompanyFile, companyFrom } from './company.ts';

/** Of a company file who the business is and where it is found: no rhythms, texts, times or people. */
const basicFields = [
  'key',
  'name',
  'brand',
  'legal',
  'address',
  'phone',
  'emergencyPhone',
  'website',
  'country',
  'region',
  'timeZone',
  'currency',
  'contactPerson',
  'owner',
  'mail',
  'publicUrl',
  'origins',
  'privacyUrl',
] as const satisfies readonly (keyof CompanyFile)[];

/** All that a page needs while the table does not answer. */
export type Basics = Pick<CompanyFile, (typeof basicFields)[number]>;

export function basicsOf(file: CompanyFile): Basics {
  return Object.fromEntries(
    basicFields.flatMap((field) => (file[field] === undefined ? [] : [[field, file[field]]])),
  ) as Basics;
}

/** The business by its basics alone; all else is as it is where a business says nothing. */
export const companyByBasics = (basics: Basics): Company => companyFrom(basics);

/**
 * The fields that only a deployment changes: names of its parts, the domain that mails leave from and come in at, the
 * address of the pages.
 */
export const deployedFields = ['key', 'mail.from', 'mail.receive', 'publicUrl'] as const;

/** A business as stored, with what its deployment says where only that can know. */
export function asDeployed(file: CompanyFile, { key, mail, publicUrl }: Basics): CompanyFile {
  const { publicUrl: _publicUrl, ...rest } = file;
  const { from: _from, receive: _receive, ...otherMail } = file.mail;
  return {
    ...rest,
    key,
    mail: { ...otherMail, from: mail.from, ...(mail.receive !== undefined && { receive: mail.receive }) },
    ...(publicUrl !== undefined && { publicUrl }),
  };
}
