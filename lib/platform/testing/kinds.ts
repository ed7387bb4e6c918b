import { createRequest } from '#lib/request/commands/create-request.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { aChange, anOffer, aProblem, itemOf } from './itsm.ts';
import { aCase, anIncident, type World } from './world.ts';

const aRequest = async ({ ian }: World) =>
  createRequest(ian, { items: [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }] });

const makers: Readonly<Record<TaskKind, (w: World) => Promise<TaskRecord>>> = {
  case: aCase,
  incident: anIncident,
  problem: (w) => aProblem(w, { workaround: 'Restart it.' }),
  change: aChange,
  request: aRequest,
  requested_item: async (w) => itemOf(await aRequest(w), 'Mouse'),
};

/** Something new of any kind, for tests that every kind has to pass; it belongs to no case. */
export const aRecordOf = (kind: TaskKind, w: World): Promise<TaskRecord> => makers[kind](w);
