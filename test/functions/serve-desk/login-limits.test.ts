import { describe, expect, test } from 'vitest';
import { MailRejectedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { sendLoginLink } from '../../../functions/serve-desk/log-in.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';

const chef = 'chef@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const stranger = 'fremd@example.org';

const ask = (world: World, email: string, sourceIp = '203.0.113.7') =>
  sendLoginLink(
    {
      method: 'POST',
      path: '/desk/login',
      pathParameters: {},
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(new URLSearchParams({ email }).toString()),
      sourceIp,
    },
    world,
  );

describe('links to log in', () => {
  test('come to one address five times an hour, and again after it', async () => {
    const world = await aWorld();
    for (let minute = 0; minute < 8; minute++) {
      await ask(world, minute % 2 === 0 ? jonas : jonas.toUpperCase());
      world.clock.set(addMinutes(world.clock.now(), 1));
    }
    expect(world.mailer.sent).toHaveLength(5);
    world.clock.set(addMinutes(world.clock.now(), 60));
    await ask(world, jonas);
    expect(world.mailer.sent).toHaveLength(6);
  });

  test('come to nobody from a network that tries many addresses, and to everybody else', async () => {
    const world = await aWorld();
    for (let number = 0; number < 20; number++) await ask(world, `fremd${number}@example.org`);
    await ask(world, jonas);
    expect(world.mailer.sent).toEqual([]);
    await ask(world, jonas, '198.51.100.9');
    expect(world.mailer.sent).toHaveLength(1);
    world.clock.set(addMinutes(world.clock.now(), 66));
    await ask(world, chef);
    expect(world.mailer.sent).toHaveLength(2);
  });

  test('are answered alike, however often and for whomever they are asked for', async () => {
    const world = await aWorld();
    const answers = [];
    for (let time = 0; time < 7; time++) {
      for (const email of [jonas, stranger]) {
        const answer = await ask(world, email);
        answers.push({ ...answer, body: textOf(answer).replaceAll(email, 'ADRESSE') });
      }
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(200);
  });

  test('are answered after the same time, whether a mail went out or not', async () => {
    const world = await aWorld();
    const waits: number[] = [];
    const mailed = Promise.withResolvers<void>();
    const waited = Promise.withResolvers<void>();
    const slow = {
      ...world,
      waitMillis: (millis: number) => {
        waits.push(millis);
        return waited.promise;
      },
    };
    let isAnswered = false;
    const answer = ask(slow, jonas).then((one) => {
      isAnswered = true;
      return one;
    });
    const send = world.mailer.send.bind(world.mailer);
    world.mailer.send = async (mail) => {
      const sent = await send(mail);
      mailed.resolve();
      return sent;
    };
    slow.mailer = world.mailer;
    await mailed.promise;
    expect(isAnswered).toBe(false);
    waited.resolve();
    await answer;
    await ask(slow, stranger);
    expect(waits[0]).toBe(waits[1]);
    expect(waits[0]).toBeGreaterThan(0);
  });

  test('that cannot be sent are answered like all others', async () => {
    const world = await aWorld();
    const mailer = {
      ...world.mailer,
      send: () => Promise.reject(new MailRejectedError('The address is not taken')),
    };
    const [failed, unknown] = [await ask({ ...world, mailer }, jonas), await ask(world, stranger)];
    expect({ ...failed, body: textOf(failed).replaceAll(jonas, '') }).toEqual({
      ...unknown,
      body: textOf(unknown).replaceAll(stranger, ''),
    });
  });
});
