/** A date of a visit that hardly anybody means: the form comes back once, with what speaks against it. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { VisitWarning } from '../../domain/lead/visit-warnings.ts';
import { visitWarningInWords, warnedWords } from '../words/visit-warnings.ts';
import { alarmNotice } from './field-markup.ts';
import type { Html } from './page.ts';

export interface WarnedVisit {
  readonly warnings: readonly VisitWarning[];
  /** As the form sends it along: sent once more it stands. */
  readonly date: string;
}

export const visitNotice = (warned: WarnedVisit | undefined, company: Company): Html | '' =>
  warned
    ? alarmNotice(
        [...warned.warnings.map((warning) => visitWarningInWords(warning, company)), warnedWords.still].join(
          ' ',
        ),
      )
    : '';

/** Within the form. */
export const warnedField = (warned: WarnedVisit | undefined): Html | '' =>
  warned ? html`<input type="hidden" name="despite" value="${warned.date}">` : '';
