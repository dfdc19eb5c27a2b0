/** Answers to the digest of a Monday with five requests on it, and what is read of them. */
import { type DigestReplyContext, readDigestReply } from '../../../domain/inbound/digest-reply.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

/** Monday, 23 November 2026. */
const today = '2026-11-23';
export const called = (name: string, letter: string, more: Partial<Lead> = {}) => {
  const lead = aLead({ id: `7K2M9QX4T${letter}`, ...more });
  return { ...lead, contact: { ...lead.contact, name } };
};
export const leads = [
  called('Erika Muster', 'A'),
  called('Anna Huber', 'B'),
  called('Jörg Weiß', 'C'),
  called('Bernd Müller', 'D'),
  called('Petra Huber', 'E'),
];
export const ofKind = (kind: 'project' | 'repair') => {
  const lead = aLead();
  return { ...lead, request: { ...lead.request, kind } };
};
const context: DigestReplyContext = { today, now: monday10, company: aCompany(), leads };

export const read = (text: string, more: Partial<DigestReplyContext> = {}) =>
  readDigestReply(text, { ...context, ...more });
/** What an answer means, or what is asked back. */
export const meaning = (text: string, more: Partial<DigestReplyContext> = {}) => {
  const { understood, unclear } = read(text, more);
  return [...understood.map(({ number, said }) => ({ number, ...said })), ...unclear.map(({ why }) => why)];
};
export const asked = (text: string) => meaning(text).map((one) => ('code' in one ? one.code : 'understood'));
