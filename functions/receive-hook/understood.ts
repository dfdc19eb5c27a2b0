import type { Submission } from '../../domain/capture/recognise.ts';
import type { NamedText } from '../../domain/ports/hook-store.ts';

/** Enough to see what it was taken for. */
const maxLines = 60;
const maxLength = 500;

/** For the integrator: what was understood by the names of the contract, and what found no place. */
export function understood(submissions: readonly Submission[]): {
  readonly recognised: readonly NamedText[];
  readonly extra: readonly NamedText[];
} {
  return {
    recognised: cut(submissions.flatMap(recognisedIn)),
    extra: cut(submissions.flatMap(({ request }) => request.extra)),
  };
}

function recognisedIn({ contact, request, source, attribution, consent }: Submission): NamedText[] {
  const { utm, page, referrer } = attribution;
  const { message, kind, urgency, installation, timeframe, budget } = request;
  const facts = {
    ...contact,
    message,
    kind,
    urgency,
    installation,
    timeframe,
    budget,
    source,
    page,
    referrer,
    ...utm,
    ...(consent && { consent: 'true' }),
  };
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ name, value }] : [],
  );
}

const cut = (lines: readonly NamedText[]): NamedText[] =>
  lines.slice(0, maxLines).map(({ name, value }) => ({
    name: name.slice(0, 100),
    value: value.length <= maxLength ? value : `${value.slice(0, maxLength - 1).toWellFormed()}…`,
  }));
