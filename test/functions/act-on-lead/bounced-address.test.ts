/** The owner has the address of a customer whose mails come back: he enters another one, or the same once more. */
import { expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

const email = 'erika.muster@example.org';

async function bounced(): Promise<{ world: World; lead: Lead }> {
  const world = await aWorld({ leads: [aLead()] });
  const { id } = aLead();
  await followUpLead({ leadId: id, generation: 1 }, world);
  await world.contacts.suppress({ kind: 'email', value: email }, 'bounced', world.clock.now());
  await changeLead(world, id, { type: 'record-bounce', email }, { by: 'system' });
  return { world, lead: await stored(world, aLead()) };
}

test('the page names the address and does not fill it in: whoever saves something else says nothing of it', async () => {
  const { world, lead } = await bounced();
  const page = await request(world, 'GET', link(world, lead, 'refine'));
  expect(textOf(page)).toContain(`An ${email} kam keine E-Mail an`);
  expect(fieldsOf(page).get('email')).toBe('');
  expect((await tap(world, link(world, lead, 'refine'), { budget: '5000' })).status).toBe(200);
  expect(await stored(world, lead)).toMatchObject({ mailsStopped: 'bounced', request: { budget: '5000' } });
});

test.each([
  ['the same', email],
  ['the same, in capitals', 'Erika.Muster@Example.org'],
  ['another one', 'erika@neu.example'],
])(
  'he enters %s: it is taken, the bounce is lifted, and the customer is answered there',
  async (_, typed) => {
    const { world, lead } = await bounced();
    const response = await tap(world, link(world, lead, 'refine'), { email: typed });
    expect(response.status).toBe(200);
    const after = await stored(world, lead);
    expect(after.mailsStopped).toBeUndefined();
    expect(after.cadence?.name).toBe('new');
    await followUpLead({ leadId: lead.id, generation: after.generation }, world);
    expect(world.mailer.sent.filter((mail) => mail.to.includes(typed.toLowerCase())).length).toBeGreaterThan(
      0,
    );
    expect((await stored(world, lead)).mailsStopped).toBeUndefined();
  },
);
