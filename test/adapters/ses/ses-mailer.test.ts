import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sesClient, sesMailer } from '../../../adapters/ses/ses-mailer.ts';
import { MailRefusedError, MailRejectedError, MailUncertainError } from '../../../domain/ports/errors.ts';
import { anOutgoingMail } from '../../support/an-outgoing-mail.ts';

const mail = anOutgoingMail();

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const open: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of open.splice(0)) close();
});

/** A provider that answers as told and remembers what it was asked. */
async function aProvider(answer: Answer) {
  const asked: URLSearchParams[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      answer(request, response, body);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, connections: () => connections, endpoint: `http://127.0.0.1:${port}`, server };
}

function mailerAt(endpoint: string, configurationSet?: string) {
  const client = sesClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return sesMailer({ client, configurationSet });
}

const taken = (id: string): Answer => {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(
      `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>`,
    );
  };
};

const refused = (status: number, code: string, message = 'No.'): Answer => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    );
  };
};

const failureOf = (sending: Promise<unknown>) =>
  sending.then(
    () => {
      throw new Error('The mail was taken');
    },
    (fault: unknown) => fault,
  );

describe('a mail that SES takes', () => {
  test('is named by the bare id that answers will carry', async () => {
    const provider = await aProvider(taken('0107019a-0000'));
    expect(await mailerAt(provider.endpoint).send(mail)).toBe('0107019a-0000');
  });

  test('goes to exactly its receivers, with the configuration set that reports bounces', async () => {
    const provider = await aProvider(taken('id'));
    await mailerAt(provider.endpoint, 'nachfass').send({ ...mail, to: ['a@example.org', 'b@example.org'] });
    const [asked] = provider.asked;
    expect(asked?.get('Action')).toBe('SendRawEmail');
    expect(asked?.get('Source')).toBe('anfrage@mail.muster.example');
    expect(asked?.get('Destinations.member.1')).toBe('a@example.org');
    expect(asked?.get('Destinations.member.2')).toBe('b@example.org');
    expect(asked?.has('Destinations.member.3')).toBe(false);
    expect(asked?.get('ConfigurationSetName')).toBe('nachfass');
    const sent = await simpleParser(Buffer.from(asked?.get('RawMessage.Data') ?? '', 'base64'));
    expect(sent.subject).toBe('Ihre Anfrage');
    expect(sent.text?.trim()).toBe('Grüße');
  });

  test('reaches a domain with umlauts', async () => {
    const provider = await aProvider(taken('id'));
    await mailerAt(provider.endpoint).send({ ...mail, to: ['info@müller.example'] });
    expect(provider.asked[0]?.get('Destinations.member.1')).toBe('info@xn--mller-kva.example');
  });

  test('never travels on a connection that an earlier one left open', async () => {
    const provider = await aProvider(taken('id'));
    const mailer = mailerAt(provider.endpoint);
    await mailer.send(mail);
    await mailer.send(mail);
    expect(provider.connections()).toBe(2);
  });
});

describe('a mail that SES does not take', () => {
  test.each([
    ['the rate is exceeded', 400, 'Throttling'],
    ['the rate is exceeded', 400, 'ThrottlingException'],
    ['there are too many requests', 429, 'TooManyRequestsException'],
    ['sending is paused for the account', 400, 'AccountSendingPausedException'],
    ['sending is paused for the configuration set', 400, 'ConfigurationSetSendingPausedException'],
    ['SES is down', 503, 'ServiceUnavailable'],
    ['SES fails', 500, 'InternalFailure'],
    ['our credentials ran out', 403, 'ExpiredToken'],
    ['our role lacks the right', 403, 'AccessDenied'],
  ])('is tried again later when %s (%i %s)', async (_why, status, code) => {
    const provider = await aProvider(refused(status, code));
    const fault = await failureOf(mailerAt(provider.endpoint).send(mail));
    expect(fault).toBeInstanceOf(MailRefusedError);
    expect((fault as Error).message).toContain(code);
    expect(provider.asked).toHaveLength(1);
  });

  test.each([
    ['the sender is not verified', 'MessageRejected', 'Email address is not verified.'],
    ['the domain of its bounces is not', 'MailFromDomainNotVerifiedException', 'No.'],
    ['the configuration set is missing', 'ConfigurationSetDoesNotExistException', 'No.'],
    ['the account is paused', 'AccountSendingPausedException', 'No.'],
  ])('waits for us when %s (%s)', async (_why, code, message) => {
    const provider = await aProvider(refused(400, code, message));
    const fault = await failureOf(mailerAt(provider.endpoint).send(mail));
    expect(fault).toBeInstanceOf(MailRefusedError);
    expect(fault).toMatchObject({ fault: 'ours' });
    expect(provider.asked).toHaveLength(1);
  });

  test.each([
    ['its address is invalid', 'InvalidParameterValue', "Missing final '@domain'", 'address'],
    ['its address is barred', 'MessageRejected', 'Address blacklisted.', 'address'],
    ['a file in it is', 'InvalidParameterValue', "Illegal filename 'plan.exe'.", 'content'],
  ])('is given up when %s (%s)', async (_why, code, message, rejectedFor) => {
    const provider = await aProvider(refused(400, code, message));
    const toUs = { ...mail, replyTo: mail.from.address };
    const fault = await failureOf(mailerAt(provider.endpoint).send(toUs));
    expect(fault).toBeInstanceOf(MailRejectedError);
    expect(fault).toMatchObject({ rejectedFor });
    expect(provider.asked).toHaveLength(1);
  });

  test('is tried again later when nobody listens', async () => {
    const provider = await aProvider(taken('id'));
    await new Promise((resolve) => provider.server.close(resolve));
    expect(await failureOf(mailerAt(provider.endpoint).send(mail))).toBeInstanceOf(MailRefusedError);
  });

  test('is tried again later when the name of the host is unknown', async () => {
    const sending = mailerAt('http://ses.nachfass.invalid').send(mail);
    expect(await failureOf(sending)).toBeInstanceOf(MailRefusedError);
  });

  test('does not put names and addresses into the message of the error', async () => {
    const provider = await aProvider(
      refused(400, 'MessageRejected', 'Email address is not verified: erika@example.org, a@b.example'),
    );
    const fault = await failureOf(mailerAt(provider.endpoint).send(mail));
    expect((fault as Error).message).toContain('Email address is not verified');
    expect(JSON.stringify([(fault as Error).message, (fault as Error).cause])).not.toContain('@');
  });
});

describe('a mail of which nobody knows whether it is out', () => {
  test('is uncertain and not repeated: SES does not answer in time', async () => {
    const arrived = Promise.withResolvers<void>();
    const provider = await aProvider(() => arrived.resolve());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const fault = failureOf(mailerAt(provider.endpoint).send(mail));
    await arrived.promise;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await fault).toBeInstanceOf(MailUncertainError);
    expect(provider.asked).toHaveLength(1);
  });

  test.each<[string, Answer]>([
    ['the connection breaks after the request', (request) => request.socket.destroy()],
    [
      'the connection breaks within the answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('<SendRawEmailResponse>');
        setImmediate(() => request.socket.destroy());
      },
    ],
    ['a gateway gives up waiting', refused(504, 'GatewayTimeout')],
    [
      'the answer has no message id',
      (_request, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end('<Nothing/>'),
    ],
    ['the answer cannot be read', (_request, response) => response.writeHead(200).end('{{{')],
  ])('is uncertain and not repeated: %s', async (_why, answer) => {
    const provider = await aProvider(answer);
    expect(await failureOf(mailerAt(provider.endpoint).send(mail))).toBeInstanceOf(MailUncertainError);
    expect(provider.asked).toHaveLength(1);
  });
});

describe('a mail to several', () => {
  /** Takes no mail that names one of these, to whom it goes or to whom it is to be answered. */
  const refusing = (code: string, message: string, ...addresses: string[]): Answer => {
    return (request, response, body) => {
      const asked = new URLSearchParams(body);
      const raw = Buffer.from(asked.get('RawMessage.Data') ?? '', 'base64').toString();
      const named = [...asked.values(), raw].join(' ');
      const isRefused = addresses.some((address) => named.includes(address));
      (isRefused ? refused(400, code, message) : taken('id'))(request, response, body);
    };
  };
  const owners = { ...mail, to: ['chef@muster.example', 'buero@muster..example', 'meister@muster.example'] };

  test.each([
    ['InvalidParameterValue', 'Domain contains dot-dot'],
    ['MessageRejected', 'Email address is not verified.'],
    ['MessageRejected', 'Address blacklisted.'],
  ])('reaches the others when one is refused (%s: %s)', async (code, message) => {
    const provider = await aProvider(refusing(code, message, 'buero@'));
    expect(await mailerAt(provider.endpoint).send(owners)).toBe('id');
    const reached = provider.asked.slice(1).map((asked) => asked.get('Destinations.member.1'));
    expect(reached).toEqual(owners.to);
  });

  test('is refused when all are', async () => {
    const provider = await aProvider(refusing('InvalidParameterValue', 'Illegal address', '@muster'));
    expect(await failureOf(mailerAt(provider.endpoint).send(owners))).toBeInstanceOf(MailRejectedError);
  });

  test('is not taken apart for a fault that passes', async () => {
    const provider = await aProvider(refused(400, 'Throttling', 'Maximum sending rate exceeded.'));
    expect(await failureOf(mailerAt(provider.endpoint).send(owners))).toMatchObject({ fault: 'passing' });
    expect(provider.asked).toHaveLength(1);
  });

  test('reaches the owner although the customer it is to be answered to has no real address', async () => {
    const provider = await aProvider(refusing('InvalidParameterValue', 'Illegal address', 'kundin@@'));
    const alert = { ...mail, to: ['chef@muster.example'], replyTo: 'kundin@@kunde.example' };
    expect(await mailerAt(provider.endpoint).send(alert)).toBe('id');
  });
});

test('what is no address is not made one', async () => {
  const provider = await aProvider(refused(400, 'InvalidParameterValue', "Missing final '@domain'"));
  await failureOf(mailerAt(provider.endpoint).send({ ...mail, to: ['kundin'] }));
  expect(provider.asked[0]?.get('Destinations.member.1')).toBe('kundin');
});
