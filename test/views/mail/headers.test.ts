import { describe, expect, test } from 'vitest';
import { mailHeaders } from '../../../views/mail/headers.ts';

const stopUrl = 'https://anfrage.muster.example/a/stop';

describe('the headers of our mails', () => {
  test('tell other machines that an acknowledgement answers by itself', () => {
    expect(mailHeaders({ class: 'acknowledgement', about: '7K2M9QX4TD' })).toEqual({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'X-Nachfass': '7K2M9QX4TD',
    });
  });

  test('tell that a timer wrote all others, and where to stop them', () => {
    expect(mailHeaders({ class: 'timer', about: '7K2M9QX4TD', stopUrl })).toEqual({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Nachfass': '7K2M9QX4TD',
      'List-Unsubscribe': `<${stopUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  test('are single lines', () => {
    const headers = mailHeaders({ class: 'timer', about: 'digest\r\nBcc: victim@example.org' });
    expect(headers['X-Nachfass']).toBe('digest Bcc: victim@example.org');
  });
});
