/** What each chapter of the story does again and again, with what is deployed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { expect } from 'vitest';
import { customerAddress, mailDomain, seconds, writeChange } from './business.ts';
import { type Cloud, eventually, openCloud } from './cloud.ts';
import { mainStack, npmRun } from './deployment.ts';
import { postJson } from './http.ts';

export let cloud: Cloud;

/** Looks at what is deployed now: each deployment may bring other resources. */
export async function lookAtDeployment(): Promise<void> {
  cloud = await openCloud(mainStack());
}

/** Where the sender's domain is an identity already, as it must be on AWS, this says so and changes nothing. */
export async function registerMailDomain(): Promise<void> {
  await new SESv2Client()
    .send(new CreateEmailIdentityCommand({ EmailIdentity: mailDomain }))
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AlreadyExistsException')) throw error;
    });
}

/** Stand in the story's requests, and may stand in no log. */
export const seeds = ['Quittenbaum', 'Mondsteinfliesen', '55512', customerAddress('').replace(/^.*@/, '@')];

let count = 0;
/** A request of somebody new. @returns the lead's id. */
export async function capture(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  count += 1;
  const answer = await postJson(`${cloud.address}/leads`, {
    name: `Seraphine Quittenbaum ${count}`,
    email: customerAddress(`quittenbaum${count}`),
    phone: `089 55512${String(count).padStart(2, '0')}`,
    message: `Wir möchten unser Bad Nr. ${count} erneuern: Mondsteinfliesen.`,
    ...fields,
  });
  expect(answer.status).toBe(200);
  const { id } = JSON.parse(answer.text) as { id: string };
  return id;
}

export const has = (id: string, type: string, times = 1) =>
  eventually(`${times} x ${type} of lead ${id}`, async () => ((await cloud.events(id))[type] ?? 0) >= times);

/** Changes the business as a person does, without a deployment. */
export const setBusiness = (change: object) => npmRun('business', ['set', writeChange(change)]);

/** Waits so long that a follow-up which should not come would have come. */
export const patience = () => sleep((seconds.reminders[1] + 4) * 1000);
