/** The lifecycle as a picture, drawn from the pipeline: Mermaid, as the README shows it. */

import {
  pipeline,
  type Stage,
  type StageGroup,
  saleGroups,
  stageKeys,
  type Turn,
} from '../domain/lead/pipeline.ts';
import { isClosed, movesFrom, saleStages, stateName } from '../domain/lead/stages.ts';
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

const aside = stageKeys.filter((stage) => !saleStages.includes(stage));
const asideGroups = [...new Set(aside.map((stage) => pipeline[stage].group))].toSorted();

/** The next stage of the ordinary way, if it leads on from here. */
function ordinaryNext(stage: Stage): Stage | undefined {
  const next = stageKeys[stageKeys.indexOf(stage) + 1];
  return next !== undefined && saleStages.includes(stage) && movesFrom(stage).includes(next)
    ? next
    : undefined;
}

function box(group: StageGroup): string[] {
  return [
    `subgraph ${group}["${groupLabels[group]}"]`,
    ...stagesOf(group).map((stage) => `  ${node(stage)}`),
    'end',
  ];
}

function arrowsOf(stage: Stage): string[] {
  if (saleStages.includes(stage)) {
    const next = ordinaryNext(stage);
    return next === undefined ? [] : [`${stateName(stage)} --> ${stateName(next)}`];
  }
  if (isClosed(stage)) return [];
  const exits = movesFrom(stage).filter((to) => aside.includes(to));
  return [...exits.map(stateName), 'sales'].map((to) => `${stateName(stage)} -.-> ${to}`);
}

/**
 * The picture. Solid arrows: the ordinary way, stage by stage. Dotted arrows: ways out of any stage of a box, and back.
 * Skipping stages, going back and reopening are allowed everywhere and not drawn.
 */
export function lifecycleDiagram(): string {
  const drawn = saleStages.map(ordinaryNext);
  const exits = aside.filter(
    (to) => saleStages.every((stage) => movesFrom(stage).includes(to)) && !drawn.includes(to),
  );
  const body = [
    'subgraph sales["Verkauf"]',
    ...saleGroups.flatMap(box).map((line) => `  ${line}`),
    'end',
    ...asideGroups.flatMap(box),
    ...stageKeys.flatMap(arrowsOf),
    ...exits.map((to) => `sales -.-> ${stateName(to)}`),
  ];
  return ['flowchart TD', ...body.map((line) => `  ${line}`)].join('\n');
}
