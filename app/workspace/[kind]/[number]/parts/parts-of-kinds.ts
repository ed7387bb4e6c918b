import type { TaskKind } from '#lib/task/kind.ts';
import { approvalParts } from './approval-parts.tsx';
import { caseParts } from './case-parts.tsx';
import type { LoadParts } from './load-parts.ts';
import { problemParts } from './problem-parts.tsx';
import { requestParts } from './request-parts.tsx';

/** What the page of each kind has of its own. */
export const loadParts: Readonly<Record<TaskKind, LoadParts>> = {
  case: caseParts,
  incident: async () => ({ tabs: [] }),
  problem: problemParts,
  change: approvalParts,
  request: requestParts,
  requested_item: approvalParts,
};
