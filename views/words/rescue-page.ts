/** What was kept aside as spam. German: only the owner sees it. */
import { actionLabels } from './actions.ts';

export const rescuePageWords = {
  title: 'Ist das eine Anfrage?',
  looksLikeSpam: 'Diese Nachricht sah nach Spam aus und wurde beiseitegelegt.',
  button: actionLabels.rescue,
  otherwise: 'Wenn nicht: Es ist nichts zu tun, sie wird nach 30 Tagen gelöscht.',
} as const;
