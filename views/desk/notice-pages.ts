/** Pages of the desk without anything behind them. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import { frameWords } from '../words/desk/frame.ts';
import type { DeskContext } from './desk-context.ts';
import { deskPage } from './frame.ts';

export function notFoundPage({ frame }: DeskContext): Promise<string> {
  const { title, detail } = frameWords.notFound;
  return frame({ title, body: html`<h1>${title}</h1><p>${detail}</p>`, style: '' });
}

export function ownerOnlyPage({ frame }: DeskContext): Promise<string> {
  const { title, detail } = frameWords.ownerOnly;
  return frame({ title, body: html`<h1>${title}</h1><p>${detail}</p>`, style: '' });
}

export function wrongMethodPage(company: Company): Promise<string> {
  const { title, detail } = frameWords.wrongMethod;
  return deskPage({ title, body: html`<h1>${title}</h1><p>${detail}</p>` }, { company });
}

export function foreignFormPage(company: Company): Promise<string> {
  const { title, detail } = frameWords.foreign;
  return deskPage({ title, body: html`<h1>${title}</h1><p>${detail}</p>` }, { company });
}
