/** What the pages of the owner are made with. */

import type { PageContext } from '../../../views/page/lead-parts.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

/** Monday 10:00 in Munich. The addresses tell what they are for. */
export function aPageContext(overrides: Partial<PageContext> = {}): PageContext {
  return {
    company: aCompany(),
    now: monday10,
    linkTo: (action, { id, generation }) => `/a/${id}.${generation}.${action}`,
    viewUrl: (leadId) => `/a/${leadId}.view`,
    rescueUrl: (asideId) => `/a/${asideId}.rescue`,
    ...overrides,
  };
}
