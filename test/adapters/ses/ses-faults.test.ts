import { describe, expect, test } from 'vitest';
import { faultOf, type SesFault } from '../../../adapters/ses/ses-faults.ts';

const answered = (name: string, message: string, status = 400): SesFault =>
  faultOf({ name, message, status, neverConnected: false });

describe('a fault of ours says nothing about the address of the customer', () => {
  test.each([
    [
      'MessageRejected',
      'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: anfrage@muster.example',
    ],
    ['MessageRejected', 'Email address not verified "kundin@kunde.example"'],
    ['MessageRejected', 'Sending suspended for this account. For more information, please check the inbox.'],
    ['MessageRejected', 'Sending paused for this account.'],
    ['MessageRejected', 'Your account has been shut down. Please write to support.'],
    ['MessageRejected', 'Something that SES says from next year on'],
    ['MailFromDomainNotVerifiedException', 'Could not read the MX record of the MAIL FROM domain'],
    ['MailFromDomainNotVerified', ''],
    ['ConfigurationSetDoesNotExistException', 'Configuration set <nachfass-muster> does not exist.'],
    ['ConfigurationSetDoesNotExist', ''],
    ['ConfigurationSetSendingPausedException', ''],
    ['AccountSendingPausedException', 'Email sending is disabled for this account.'],
    ['SendingPausedException', ''],
    ['ProductionAccessNotGrantedException', ''],
    ['AccountSuspendedException', ''],
    ['Throttling', 'Daily message quota exceeded.'],
    ['ThrottlingException', 'Sending quota of the last 24-hour period exceeded'],
    ['InvalidParameterValue', 'Recipient count exceeds 50.'],
    ['InvalidParameterValue', 'Invalid MAIL FROM domain'],
    ['InvalidParameterCombination', ''],
    ['ValidationError', 'One validation error detected'],
    ['AnErrorThatNobodyKnows', 'No idea'],
  ])('%s: %s', (name, message) => {
    expect(answered(name, message)).toBe('ours');
  });

  test.each([
    ['AccessDenied', 'User arn:aws:sts::1:assumed-role/x is not authorized to perform ses:SendRawEmail'],
    ['AccessDeniedException', ''],
    ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
    ['SignatureDoesNotMatch', ''],
  ])('%s, with status 403', (name, message) => {
    expect(answered(name, message, 403)).toBe('ours');
  });
});

describe('an address that SES refuses is the fault of the address', () => {
  // As users of SES quote them.
  test.each([
    "Missing final '@domain'",
    'Missing domain',
    'Missing local name',
    'Illegal address',
    'Empty address',
    'Local address contains control or whitespace',
    'Local address contains illegal character',
    'Local address contains dot-dot',
    'Local address starts with dot',
    'Local address contains non-ASCII character',
    'Domain contains illegal character',
    'Domain contains control or whitespace',
    'Domain contains dot-dot',
    'Domain starts with dot',
    'Domain ends with dot',
    'Domain is too long',
    'Illegal whitespace in address',
    'Illegal semicolon, not in group',
    'Unbalanced quotes',
    'Invalid domain name: <kunde.example.>',
    'Invalid email address<kunde@@beispiel.example>.',
  ])('InvalidParameterValue: %s', (message) => {
    expect(answered('InvalidParameterValue', message)).toBe('address');
  });

  test.each(['Address blacklisted.', 'Address is on the suppression list of your account'])(
    'MessageRejected: %s',
    (message) => {
      expect(answered('MessageRejected', message)).toBe('address');
    },
  );
});

test.each([
  ['InvalidParameterValue', "Message length is more than 10485760 bytes long: '12345678'."],
  ['InvalidParameterValue', "Illegal filename 'rechnung.exe'."],
  ['InvalidParameterValue', "Missing required header 'From'."],
  ['InvalidParameterValue', "Duplicate header 'Subject'."],
  ['MessageRejected', 'Message contained a virus'],
  ['MessageRejected', 'Transaction failed: Expected disposition, got null'],
])('a mail that nobody would get is the fault of what it holds (%s: %s)', (name, message) => {
  expect(answered(name, message)).toBe('content');
});

describe('what passes by itself', () => {
  test.each([
    ['Throttling', 'Maximum sending rate exceeded.', 400],
    ['ThrottlingException', 'Rate exceeded', 400],
    ['TooManyRequestsException', '', 429],
    ['AnErrorThatNobodyKnows', '', 429],
    ['RequestLimitExceeded', '', 400],
    ['LimitExceededException', '', 400],
    ['ExpiredToken', 'The security token included in the request is expired', 403],
    ['RequestTimeout', '', 408],
    ['InternalFailure', '', 500],
    ['ServiceUnavailable', '', 503],
    ['BadGateway', '', 502],
  ])('%s: %s (%i)', (name, message, status) => {
    expect(answered(name, message, status)).toBe('passing');
  });

  test('nobody listens, or there are no credentials yet', () => {
    const without = { message: '', status: undefined };
    expect(faultOf({ ...without, name: 'Error', neverConnected: true })).toBe('passing');
    expect(faultOf({ ...without, name: 'CredentialsProviderError', neverConnected: false })).toBe('passing');
  });
});

test('without an answer nobody knows whether the mail is out', () => {
  const lost = { name: 'TimeoutError', message: 'socket hang up', neverConnected: false };
  expect(faultOf({ ...lost, status: undefined })).toBe('unknown');
  expect(faultOf({ ...lost, status: 504 })).toBe('unknown');
  expect(faultOf({ ...lost, status: 200 })).toBe('unknown');
});
