import { describe, expect, test } from 'vitest';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { withoutWords } from '../../../functions/shared/logger.ts';
import { isServiceFault } from '../../../functions/shared/service-fault.ts';

const fault = (marks: object, message = 'erika@example.org is not there') =>
  Object.assign(new Error(message), marks);

const services: readonly (readonly [string, Error])[] = [
  ['the network breaks', fault({ code: 'ECONNRESET' })],
  ['nobody listens', fault({ code: 'ECONNREFUSED', syscall: 'connect' })],
  ['the name of the host is not found for a moment', fault({ code: 'EAI_AGAIN' })],
  [
    'each address of the host was tried',
    new AggregateError([fault({ code: 'ETIMEDOUT' }), fault({ code: 'ENETUNREACH' })]),
  ],
  ['the service fails', fault({ name: 'ANewName', $metadata: { httpStatusCode: 503 } })],
  ['the service has too much to do', fault({ name: 'ANewName', $metadata: { httpStatusCode: 429 } })],
  ['the SDK says that it may be tried again', fault({ name: 'ANewName', $retryable: { throttling: true } })],
  ['it is behind another error', new Error('read failed', { cause: fault({ code: 'EPIPE' }) })],
];

describe('a service that failed has one name for the workflow, whatever it said', () => {
  test.each(services)('%s', (_, error) => {
    const thrown = withoutWords(error);
    expect(thrown.name).toBe('ServiceFailed');
    expect(thrown.message).not.toContain('erika');
  });
});

test.each([
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['what was asked wrongly', fault({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } })],
  ['a right that is missing', fault({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })],
  ['a file that is not there', fault({ code: 'ENOENT' })],
  ['several, one of which is a mistake', new AggregateError([fault({ code: 'EPIPE' }), new TypeError('no')])],
])('%s is none', (_, error) => {
  expect(isServiceFault(error)).toBe(false);
  expect(withoutWords(error).name).toBe(error.name);
});

test('what has a name of ours keeps it', () => {
  const error = new MailRefusedError('SES, Throttling', 'passing');
  expect(withoutWords(error)).toBe(error);
});

test('no value that is no error is one', () => {
  for (const value of [undefined, null, 'ECONNRESET', 503]) expect(isServiceFault(value)).toBe(false);
});
