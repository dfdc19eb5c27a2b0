/** Text messages by SNS, with one signed call in place of a client. */
import type { AlarmCall } from '../../domain/ports/alarm-channels.ts';
import { callAws } from '../aws/signed-call.ts';

/**
 * @param call.to a number in E.164.
 * @throws Error SNS does not take it, or does not answer.
 */
export async function textBySns({ to, text }: Pick<AlarmCall, 'to' | 'text'>): Promise<void> {
  const { status } = await callAws({
    service: 'sns',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({
      Action: 'Publish',
      Version: '2010-03-31',
      PhoneNumber: to,
      Message: text,
      // Told first, and dearer than what may come later.
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.DataType': 'String',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    }).toString(),
  });
  if (status !== 200) throw new Error(`SNS answers ${status}`);
}
