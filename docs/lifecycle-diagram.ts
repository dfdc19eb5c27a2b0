/** The lifecycle as a picture, drawn from the pipeline: Mermaid, as the README shows it. */
import {
  pipeline,
  type Stage,
  type StageGroup,
  stageKeys,
  stateName,
  type Turn,
} from '../domain/lead/pipeline.ts';
import { stageLabels } from '../views/words/stages.ts';

const groupLabels: Record<StageGroup, string> = {
  lead: 'Lead',
  qualification: 'Qualifizierung',
  opportunity: 'Opportunity',
  decision: 'Entscheidung',
  closed: 'Abgeschlossen',
  nurture: 'Wiedervorlage',
  service: 'Notfall',
};

const turnLabels: Record<Turn, string> = {
  owner: 'Betrieb ist dran',
  customer: 'Kunde ist dran',
  either: 'beide sind dran',
  nobody: '',
};

function node(stage: Stage): string {
  const { probability, waitsFor } = pipeline[stage];
  const lines = [stageLabels[stage].de, probability === null ? '' : `${probability} %`, turnLabels[waitsFor]];
  return `${stateName(stage)}["${lines.filter((line) => line !== '').join('<br>')}"]`;
}

const stagesOf = (group: StageGroup) => stageKeys.filter((stage) => pipeline[stage].group === group);

/** The groups a sale walks through, in order. */
const salesGroups: readonly StageGroup[] = ['lead', 'qualification', 'opportunity', 'decision'];
const sales = salesGroups.flatMap(stagesOf);
const aside = stageKeys.filter((stage) => !sales.includes(stage));

function box(group: StageGroup): string[] {
  return [
    `subgraph ${group}["${groupLabels[group]}"]`,
    ...stagesOf(group).map((stage) => `  ${node(stage)}`),
    'end',
  ];
}

function arrowsOf(stage: Stage): string[] {
  const next = stageKeys[stageKeys.indexOf(stage) + 1];
  if (sales.includes(stage)) {
    return next && pipeline[stage].to.includes(next) ? [`${stateName(stage)} --> ${stateName(next)}`] : [];
  }
  if (!pipeline[stage].open) return [];
  const exits = pipeline[stage].to.filter((to) => aside.includes(to));
  return [...exits.map(stateName), 'sales'].map((to) => `${stateName(stage)} -.-> ${to}`);
}

/**
 * The picture. Solid arrows: the ordinary way, stage by stage. Dotted arrows: ways out of any stage of a box, and back.
 * Skipping stages, going back and reopening are allowed everywhere and not drawn.
 */
export function lifecycleDiagram(): string {
  const exits = aside.filter((to) => sales.every((stage) => pipeline[stage].to.includes(to)) && to !== 'won');
  const body = [
    'subgraph sales["Verkauf"]',
    ...salesGroups.flatMap(box).map((line) => `  ${line}`),
    'end',
    ...(['closed', 'nurture', 'service'] as const).flatMap(box),
    ...stageKeys.flatMap(arrowsOf),
    ...exits.map((to) => `sales -.-> ${stateName(to)}`),
  ];
  return ['flowchart TD', ...body.map((line) => `  ${line}`)].join('\n');
}
