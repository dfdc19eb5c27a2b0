/** What is wrong with a company file, in the words of whoever fills it in: the field, what was found, what is expected. */
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** @returns one sentence for each fault. */
export function describeFaults(error: z.ZodError, input: unknown): string[] {
  return error.issues.flatMap((issue) => describeIssue(issue, input));
}

/** `digestAt: found "6:30", expected a time such as "06:30"` */
export function fault(path: string, found: unknown, expectation: string): string {
  return found === undefined ? `${path}: is missing` : `${path}: found ${quoted(found)}, ${expectation}`;
}

function describeIssue(issue: Issue, input: unknown): string[] {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${place === '' ? '' : `${place}.`}${key}: there is no such field`);
  }
  const inner = issue.code === 'invalid_union' ? closestUnion(issue, input) : undefined;
  if (inner) return inner;
  return [fault(place || 'company file', foundBy(issue, input), expectationOf(issue))];
}

/** What is wrong: a part of the text or the name of the field where whoever checked it says so, else the whole field. */
function foundBy(issue: Issue, input: unknown): unknown {
  const named = issue.code === 'custom' ? issue.params?.found : undefined;
  return named ?? valueAt(input, issue.path);
}

/** Of several forms a field may have: the faults of the one that was meant, if it is an object like that. */
function closestUnion(issue: z.core.$ZodIssueInvalidUnion, input: unknown): string[] | undefined {
  const isObject = typeof valueAt(input, issue.path) === 'object';
  const meant = issue.errors.find((errors) =>
    errors.every(({ path, code }) => path.length > 0 || code === 'custom'),
  );
  if (!isObject || !meant) return undefined;
  return meant.flatMap((one) =>
    describeIssue({ ...one, path: [...issue.path, ...one.path] } as Issue, input),
  );
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  boolean: 'true or false',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as "office@example.de"',
  url: 'an address such as "https://www.example.de"',
  date: 'a day such as "2026-12-24"',
};

function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map(quoted).join(' or ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'expected a text that is not empty';
      return issue.origin === 'array'
        ? `expected at least ${issue.minimum} in the list`
        : `expected at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `expected at most ${issue.maximum} characters`;
      return issue.origin === 'array'
        ? `expected at most ${issue.maximum} in the list`
        : `expected at most ${issue.maximum}`;
    case 'invalid_format':
      return formats[issue.format] === undefined ? issue.message : `expected ${formats[issue.format]}`;
    case 'invalid_union':
      return expectationOfUnion(issue);
    default:
      return issue.message;
  }
}

/** Of a choice by one field: the values it may have. Other choices say it themselves. */
function expectationOfUnion(issue: z.core.$ZodIssueInvalidUnion & { readonly options?: unknown }): string {
  const { options, message } = issue;
  return Array.isArray(options) ? `expected ${options.map(quoted).join(' or ')}` : message;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

const maxQuoted = 80;

/** As it stands in the file, so that it is found there. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
}
