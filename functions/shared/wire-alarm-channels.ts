import type { AlarmChannels } from '../../domain/ports/alarm-channels.ts';

/**
 * Push by HTTP, text messages by SNS, each loaded with the first that rings.
 * @param env.ALARM_SMS `on`: the deployment may send text messages.
 */
export function wireAlarmChannels(env: { readonly ALARM_SMS: string }): AlarmChannels {
  return {
    async ring(call) {
      if (call.channel === 'push') {
        const { pushByNtfy } = await import('../../adapters/ntfy/ntfy-push.ts');
        return pushByNtfy(call);
      }
      if (env.ALARM_SMS !== 'on') throw new Error('This deployment sends no text messages: see alarmSms');
      const { textBySns } = await import('../../adapters/sns/sns-sms.ts');
      return textBySns(call);
    },
  };
}
