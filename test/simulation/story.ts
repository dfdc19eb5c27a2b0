/** A world in words. */
import type { SentMail } from './platform/post.ts';
import type { WorldReport } from './world.ts';

const endLines = 60;

const time = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** What happened, in its order. @param whole also what lies long before the end. */
export function tellStory({ story }: WorldReport, whole: boolean): string {
  const shown = whole ? story : story.slice(-endLines);
  const left = story.length - shown.length;
  const lines = shown.map(({ atMs, who, what }) => `${time(atMs)}  ${who}: ${what}`);
  return [...(left > 0 ? [`… ${left} earlier lines, shown by --story`] : []), ...lines].join('\n');
}

const counted = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, all]) => `${all.length} ${name}`)
    .join(', ');

/** Who got which mails, and what happened. */
export function formatYear(report: WorldReport): string {
  const byAddress = Map.groupBy(report.sent, ({ mail }) => mail.to.join(', '));
  const kindOf = ({ key, mail }: SentMail) =>
    (key ?? mail.headers['X-Nachfass-Mail'] ?? 'other').replace(/^g[\d.]+#/, '').replace(/[#/].*$/, '');
  return [
    formatReport(report),
    ...[...byAddress].map(([to, mails]) => `${to}: ${mails.length} mails: ${counted(mails.map(kindOf))}`),
    `Happened: ${counted(report.events)}`,
  ].join('\n');
}

/** What became of a world. */
export function formatReport(report: WorldReport): string {
  const { seed, plan, leads, leadYears, mails, faults, violations, trace } = report;
  const faultCount = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return [
    `World ${seed}: ${plan.days} days, ${leads} leads, ${leadYears.toFixed(2)} lead-years, ${mails} mails, ${faultCount} faults, trace ${trace}`,
    ...(violations.length === 0 ? ['No rule is broken.'] : []),
    ...violations.map(
      ({ atMs, invariant, sentence }) => `BROKEN at ${time(atMs)}: ${invariant}: ${sentence}`,
    ),
  ].join('\n');
}
