import type { Basics } from '../../domain/business/basics.ts';
import type { AlarmChannels } from '../../domain/ports/alarm-channels.ts';

/**
 * Push by HTTP, text messages by SNS, each loaded with the first that rings.
 * @param env.ALARM_SMS `on`: the deployment may send text messages.
 * @param pushSecret what our keys towards push servers follow from.
 */
export function wireAlarmChannels(
  env: { readonly ALARM_SMS: string; readonly COMPANY: Basics },
  pushSecret: string,
): AlarmChannels {
  return {
    async ring(call) {
      if (call.channel === 'push') {
        const { pushByNtfy } = await import('../../adapters/ntfy/ntfy-push.ts');
        return pushByNtfy(call);
      }
      if (call.channel === 'web-push') {
        if (!call.keys) throw new Error('A browser without keys reads nothing');
        const { pushToBrowser } = await import('../../adapters/webpush/push-to-browser.ts');
        const text = JSON.stringify({ text: call.text, leadId: call.leadId });
        const contact = `mailto:${env.COMPANY.mail.replyTo}`;
        const sender = { secret: pushSecret, contact, nowMs: Date.now() };
        return pushToBrowser({ endpoint: call.to, keys: call.keys, text }, sender);
      }
      if (env.ALARM_SMS !== 'on') throw new Error('This deployment sends no text messages: see alarmSms');
      const { textBySns } = await import('../../adapters/sns/sns-sms.ts');
      return textBySns(call);
    },
  };
}
