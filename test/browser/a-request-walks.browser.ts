import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDuration } from '../../domain/time/local-time.ts';
import { stories } from './a-desk.ts';

/** Presses a step on the page of a request, fills in its form, and sends it. */
async function take(
  page: Page,
  id: string,
  step: string,
  fill: (page: Page) => Promise<unknown> = async () => {},
) {
  await page.goto(`/desk/leads/${id}`);
  const link = page.getByRole('link', { name: step, exact: true }).first();
  if (!(await link.isVisible())) await page.getByText('Weitere Schritte').click();
  await link.click();
  await fill(page);
  const done = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main form button').first().click();
  await done;
  await page.waitForLoadState();
}

stories((story) => {
  story('a request is qualified, visited, moved, quoted and won', async ({ system, logIn, machine }) => {
    const name = `Eva Huber ${machine.width}${machine.scripts ? 'a' : 'b'}`;
    const id = await system.capture({
      name,
      phone: '0170 1234567',
      email: `eva${machine.width}${machine.scripts}@example.org`,
      city: 'Dachau',
      message: 'Unser Bad soll neu werden, 8 m², bis Ostern.',
      kind: 'project',
    });
    await system.quiet();
    const page = await logIn();
    const stage = async () => (await system.lead(id)).stage;

    await take(page, id, 'Erreicht', async (form) => {
      await form.locator('[name=note]').fill('Wannenbad, 8 m².');
      await form.locator('[name=next][value=nothing]').check();
    });
    await take(page, id, 'Auftrag möglich', (form) => form.locator('[name=valueCents]').fill('20.000'));
    expect(await stage()).toBe('opportunity');

    const { now } = (await (await system.get('/_local/clock')).json()) as { now: string };
    const day = (days: number) => {
      // A working day, whatever today is.
      const date = new Date(addDuration(now, `P${days}D`));
      while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
      return date.toISOString().slice(0, 10);
    };
    // No visit beside that of another story: the form would warn.
    const at = (later: number) =>
      `${10 + later + (machine.width === 390 ? 0 : 2) + (machine.scripts ? 0 : 4)}:00`;
    const when = (date: string, time: string) => async (form: Page) => {
      await form.locator('[name=date]').fill(date);
      await form.locator('[name=time]').fill(time);
    };
    await take(page, id, 'Besichtigung planen', when(day(10), at(0)));
    expect(await stage()).toBe('site-visit');
    await take(page, id, 'Termin verschieben', when(day(17), at(1)));
    expect((await system.lead(id)).visit?.startsAt.slice(0, 10)).toBe(day(17));

    await take(page, id, 'Angebot verschickt', (form) => form.locator('[name=quotedCents]').fill('23.900'));
    expect(await stage()).toBe('quoted');
    await take(page, id, 'Gewonnen');
    const won = await system.lead(id);
    expect(won.stage).toBe('won');
    expect(won.finalCents).toBe(2_390_000);
    // Whoever did it stands in the timeline.
    expect(won.timeline.findLast(({ type }) => type === 'moved')?.person).toBe('Martin Muster');
  });
});
