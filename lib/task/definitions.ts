import { caseDefinition } from '#lib/case/definition.ts';
import { changeDefinition } from '#lib/change/definition.ts';
import { incidentDefinition } from '#lib/incident/definition.ts';
import { problemDefinition } from '#lib/problem/definition.ts';
import { requestDefinition } from '#lib/request/definition.ts';
import { requestedItemDefinition } from '#lib/requested-item/definition.ts';
import { workOrderDefinition } from '#lib/work-order/definition.ts';
import { workOrderTaskDefinition } from '#lib/work-order-task/definition.ts';
import type { KindDefinition } from './definition.ts';
import type { TaskKind } from './kind.ts';

/** Every kind by its name. */
export const definitions: { readonly [K in TaskKind]: KindDefinition<K> } = {
  case: caseDefinition,
  incident: incidentDefinition,
  problem: problemDefinition,
  change: changeDefinition,
  request: requestDefinition,
  requested_item: requestedItemDefinition,
  work_order: workOrderDefinition,
  work_order_task: workOrderTaskDefinition,
};

/** The definition of a kind. */
export const definitionOf = <K extends TaskKind>(kind: K): KindDefinition<K> => definitions[kind];

/** The label of a state of a kind. */
export function stateLabel(kind: TaskKind, state: string): string {
  return definitions[kind].states[state]?.label ?? state;
}
