import { describe, expect, test } from 'vitest';
import { bodyAsText } from '../../../functions/receive-hook/body-as-text.ts';

describe('a body as its integrator sees it', () => {
  test('is as it came', () => {
    const body = '{"name": "Jörg",\n  "a" : 1}';
    expect(bodyAsText('application/json', Buffer.from(body))).toBe(body);
  });

  test('is cut where it is very long, and breaks no character', () => {
    const text = bodyAsText('text/plain', Buffer.from('🛠️'.repeat(60_000)));
    expect(text.length).toBe(32 * 1024);
    expect(text.isWellFormed()).toBe(true);
  });

  test.each(['\r\n', '\n'])('names the files of a form (lines end with %j)', (end) => {
    const body = Buffer.concat([
      Buffer.from(
        [
          '--b',
          'Content-Disposition: form-data; name="name"',
          '',
          'Jörg',
          '--b',
          'Content-Disposition: form-data; name="foto"; filename="Bad.jpg"',
          'Content-Type: image/jpeg',
          '',
          '',
        ].join(end),
      ),
      Buffer.alloc(5_000, 0xff),
      Buffer.from(`${end}--b--${end}`),
    ]);
    const text = bodyAsText('multipart/form-data; boundary=b', body);
    expect(text).toContain('Jörg');
    expect(text).toContain('filename="Bad.jpg"');
    expect(text).toContain('[5000 Bytes]');
    expect(text).not.toContain('\uFFFD');
  });

  test('names a file within JSON by how large it is', () => {
    const content = Buffer.alloc(30_000, 7).toString('base64');
    const text = bodyAsText('application/json', Buffer.from(JSON.stringify({ foto: content, name: 'Jörg' })));
    expect(text).toBe('{"foto":"[30000 Bytes in Base64]","name":"Jörg"}');
  });

  test('does not take long, whatever it is', () => {
    const started = process.cpuUsage();
    bodyAsText('multipart/form-data; boundary=-', Buffer.from('-'.repeat(400_000)));
    bodyAsText('application/json', Buffer.from('A'.repeat(4_000_000)));
    const { user } = process.cpuUsage(started);
    expect(user / 1_000_000).toBeLessThan(1.1);
  });
});
