/**
 * The files of a form: parts of a multipart body, and what stands in base64 among the fields, however its sender calls it.
 * They are taken out, so that no alert holds a photo as a page of letters.
 */
import { fileName } from '../../adapters/mime/file-name.ts';
import { type Field, flatten } from '../../domain/capture/form-fields.ts';
import { labelsKept, remembered } from '../../domain/capture/remembered.ts';
import { contentTypeOf, recogniseFile } from './file-signatures.ts';

/** A file that came with a form. Without bytes: it was there, and its content was not. */
export interface FormFile {
  /** Safe to store and to show. */
  readonly name: string;
  /** As its bytes say, else as its sender did: lower case, without parameters. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** @param number counts the files of the form from 1, for those without a name. */
export function formFile(
  named: string | undefined,
  declared: string,
  bytes: Buffer,
  number: number,
): FormFile {
  const contentType = contentTypeOf(bytes, declared);
  return { name: fileName(named, contentType, number), contentType, bytes };
}

/** What senders call what is in a file, its name and its kind, without signs between the words. */
const contentNames =
  /^(?:\$?content|contents|contentbytes|filecontents?|filedata|data|base64|base64data|b64|body|bytes|file|blob|binary|raw)$/;
const base64Names = /^(?:contentbytes|base64|base64data|b64|\$content)$/;
const fileNames = /^(?:filename|originalname|originalfilename|fname)$/;
const plainNames = /^(?:name|title|label)$/;
const kindNames = /^(?:contenttype|mimetype|mime|type|\$contenttype|fileextension|extension)$/;
const besideNames = /^(?:size|filesize|encoding|lastmodified|fieldname|path|directory|id)$/;

const plainName = remembered((name) => name.toLowerCase().replace(/[^a-z0-9$]/g, ''), labelsKept);
const lastName = ({ path }: Field): string => plainName(path.at(-1) ?? '');
const hasExtension = (value: string): boolean => /^[^\n]{1,250}\.[a-z0-9]{2,5}$/i.test(value);
/** Kinds of files; of a whole body programs say that it is JSON, a form or text. */
const isKind = (value: string): boolean =>
  /^(?:image|audio|video|application|text)\/[\w.+-]{1,100}$/i.test(value) &&
  !/^(?:text\/(?:html|plain)|application\/(?:\w+\+)?(?:json|xml|x-www-form-urlencoded))$/i.test(value);
/** Base64 to look at, and a word to read. */
const isWord = (value: string): boolean => /^[A-Za-z]{1,40}$/.test(value);

interface Taken {
  readonly fields: readonly Field[];
  readonly files: readonly FormFile[];
}

/** Shorter than the smallest picture there is, and longer than a word. */
const minBareLength = 40;
const minNamedLength = 8;

const beginsAsFile = (text: string): boolean =>
  text.length >= minBareLength && recogniseFile(Buffer.from(text.slice(0, 32), 'base64')) !== undefined;

/** Most forms have no field that could. */
function mayHoldFile(field: Field): boolean {
  const { path, value } = field;
  if (path.length > 1 || [contentNames, base64Names].some((names) => names.test(lastName(field))))
    return true;
  return /^\s*(?:data:|[{[])/i.test(value) || beginsAsFile(value.trim());
}

/** @param before how many files the form has besides: those without a name are numbered. */
export function takeFiles(fields: readonly Field[], before = 0): Taken {
  if (!fields.some(mayHoldFile)) return { fields, files: [] };
  const groups = Map.groupBy(fields, ({ path }) => pathOf(path.slice(0, -1)));
  const files: FormFile[] = [];
  const left = [...groups.values()].map((group) => takeFromGroup(group, files, before));
  // In the order they came in: a later field of the same name may go on with an earlier one.
  const kept = new Map(left.flatMap((group) => [...group]));
  return { files, fields: fields.flatMap((field) => kept.get(field) ?? []) };
}

/**
 * Fields that stand beside each other: what one file is called and what it is.
 * @returns each field that is left, as it is left.
 */
function takeFromGroup(
  group: readonly Field[],
  files: FormFile[],
  before: number,
): ReadonlyMap<Field, Field> {
  const isNested = (group[0]?.path.length ?? 0) > 1;
  const beside = (names: RegExp, looks: (value: string) => boolean) =>
    group.find((field) => names.test(lastName(field)) && looks(field.value));
  const named = beside(fileNames, hasExtension) ?? (isNested ? beside(plainNames, hasExtension) : undefined);
  const kind = beside(kindNames, isKind);
  const isBuffer = isNested && beside(/^type$/, (value) => value === 'Buffer') !== undefined;
  const isTold = named !== undefined || kind !== undefined;
  const found = new Map<Field, readonly EncodedFile[]>();
  const left = new Map<Field, Field>();
  for (const field of group) {
    const encoded = filesIn(field, { isTold, isBuffer });
    if (encoded.length > 0) found.set(field, encoded);
    else left.set(field, withoutFiles(field, files, before));
  }
  const count = [...found.values()].flat().length;
  for (const [field, encoded] of found) {
    for (const { bytes, contentType } of encoded) {
      const declared = contentType ?? kind?.value ?? '';
      const own = count === 1 ? named?.value : undefined;
      const number = before + files.length + 1;
      const unnamed = formFile(undefined, declared, bytes, number).name;
      const told = field.path
        .filter((part) => !/^\d+$/.test(part) && !contentNames.test(plainName(part)))
        .at(-1);
      const otherwise = told === undefined ? undefined : `${told}.${unnamed.split('.').at(-1)}`;
      files.push(formFile(own ?? otherwise, declared, bytes, number));
    }
  }
  if (count === 0) return left;
  for (const field of left.keys()) {
    const ofFile =
      isNested && [kindNames, besideNames, plainNames].some((names) => names.test(lastName(field)));
    if (field === named || field === kind || (ofFile && isTold) || isBuffer) left.delete(field);
  }
  return left;
}

interface EncodedFile {
  readonly bytes: Buffer;
  /** As the value itself says. */
  readonly contentType?: string | undefined;
}

const dataUrl = /^data:([\w.+/-]{0,100})(?:;[^,;]{0,200}){0,5};base64,/i;
/** What stands between the files of a list. */
const betweenFiles = /, ?(?=data:)|,? (?=data:)/i;
/** The files that a value is; empty: it is text. */
function filesIn(
  field: Field,
  { isTold, isBuffer }: { isTold: boolean; isBuffer: boolean },
): readonly EncodedFile[] {
  const value = field.value.trim();
  if (/^data:/i.test(value)) {
    const files = value.split(betweenFiles).map(fromDataUrl);
    return files.every((file) => file !== undefined) ? files : [];
  }
  const name = lastName(field);
  if (isBuffer && name === 'data') {
    return /^[\d, ]+$/.test(value) ? [{ bytes: Buffer.from(value.split(',').map(Number)) }] : [];
  }
  const isContent = (isTold && contentNames.test(name)) || base64Names.test(name);
  if (isContent && value.length >= minNamedLength) {
    const bytes = fromBase64(value);
    if (bytes && (recogniseFile(bytes) || (isTold && !isWord(value)))) return [{ bytes }];
  }
  return value.length < minBareLength ? [] : bareFiles(value.split(', '));
}

/** Each piece must be a file: a text is told from one by its first words. */
function bareFiles(pieces: readonly string[]): readonly EncodedFile[] {
  const files: EncodedFile[] = [];
  for (const piece of pieces) {
    const bytes = beginsAsFile(piece) ? fromBase64(piece) : undefined;
    if (!bytes) return [];
    files.push({ bytes });
  }
  return files;
}

function fromDataUrl(url: string): EncodedFile | undefined {
  const [prefix, contentType] = dataUrl.exec(url.slice(0, 1_500)) ?? [];
  if (prefix === undefined) return undefined;
  // In a form that was not encoded properly each plus has become a blank.
  const bytes = Buffer.from(url.slice(prefix.length).replaceAll(' ', '+'), 'base64');
  return { bytes, contentType: contentType || undefined };
}

/** @returns `undefined`: this is not base64 to its end, or not as any encoder writes it. */
function fromBase64(text: string): Buffer | undefined {
  const signs = text.replace(/\s+/g, (blanks) => (/^ +$/.test(blanks) ? '+'.repeat(blanks.length) : ''));
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(signs)) return undefined;
  const unpadded = signs.replace(/=+$/, '').length;
  const isWhole = unpadded % 4 !== 1 && (signs.length === unpadded || signs.length % 4 === 0);
  return isWhole ? Buffer.from(signs, 'base64') : undefined;
}

/** JSON in a field may hold files as well: it stays JSON, without them. */
function withoutFiles(field: Field, files: FormFile[], before: number): Field {
  const { path, value } = field;
  if (value.length < 200 || !/^\s*[{[]/.test(value)) return field;
  const parsed = tryParse(value);
  const fields = parsed === undefined ? undefined : flatten(parsed);
  if (!fields) return field;
  const taken = takeFiles(fields, before + files.length);
  if (taken.files.length === 0) return field;
  files.push(...taken.files);
  const kept = new Set(taken.fields.map((one) => pathOf(one.path)));
  const gone = new Set(fields.map((one) => pathOf(one.path)).filter((one) => !kept.has(one)));
  return { path, value: JSON.stringify(without(parsed, [], gone)) };
}

const pathOf = (path: readonly string[]): string => path.join('\u0000');

function without(node: unknown, path: readonly string[], gone: ReadonlySet<string>): unknown {
  if (gone.has(pathOf(path))) return undefined;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.entries(node).map(
    ([name, child]) => [name, without(child, [...path, name], gone)] as const,
  );
  if (Array.isArray(node)) return inner.map(([, child]) => child).filter((child) => child !== undefined);
  return Object.fromEntries(inner);
}

function tryParse(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
