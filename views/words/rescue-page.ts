/** What was kept aside. German: only the owner sees it. */
import { actionLabels } from './actions.ts';

export const rescuePageWords = {
  title: 'Ist das eine Anfrage?',
  looksLikeSpam: 'Diese Nachricht sah nach Spam aus und wurde beiseitegelegt.',
  takenFor: (why: string) => `Beiseitegelegt: ${why}${/[.!?]$/.test(why) ? '' : '.'}`,
  standsOn: (leadId: string) => `Sie steht auch bei der Anfrage ${leadId}`,
  button: actionLabels.rescue,
  otherwise: 'Wenn nicht, ist nichts zu tun: Sie wird nach 30 Tagen gelöscht.',
} as const;
