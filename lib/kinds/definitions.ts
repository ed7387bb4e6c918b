import type { KindDefinition } from '#lib/record/definition.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { caseDefinition } from './case/definition.ts';
import { changeDefinition } from './change/definition.ts';
import { incidentDefinition } from './incident/definition.ts';
import { problemDefinition } from './problem/definition.ts';
import { requestDefinition } from './request/definition.ts';
import { requestedItemDefinition } from './requested-item/definition.ts';
import { workOrderDefinition } from './work-order/definition.ts';
import { workOrderTaskDefinition } from './work-order-task/definition.ts';

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

export const definitionOf = <K extends TaskKind>(kind: K): KindDefinition<K> => definitions[kind];

export function stateLabel(kind: TaskKind, state: string): string {
  return definitions[kind].states[state]?.label ?? state;
}
