import { type Case, caseDefinition } from '#lib/kinds/case/definition.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { withStateTimestamps } from '#lib/kinds/state-timestamps.ts';
import { yes } from '#lib/platform/verdict.ts';
import { changedFields } from '#lib/record/field-value.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { Update } from '#lib/write/write-updates.ts';
import type { CascadeCase } from './queries/lock-cascade.ts';

/** A value from history in the type of the record's field. */
function historicValue(theCase: Case, field: string, stored: string | null): unknown {
  return typeof Reflect.get(theCase, field) === 'boolean' ? stored === 'true' : stored;
}

/**
 * SYNC-7 · A case as it was before the cascade, from history, including the state, which no normal transition restores. No sync
 * rule reacts, because the product makes this change.
 */
export function decideUndo(
  context: Pick<CommandContext, 'at' | 'actor'>,
  { theCase, was, incident }: Pick<CascadeCase, 'theCase' | 'was' | 'incident'>,
): Update<'case'> {
  const fields = Object.entries(was).filter(([field]) => field in caseDefinition.fields);
  const values = fields.map(([field, stored]) => [field, historicValue(theCase, field, stored)]);
  const proposed: Case = { ...theCase, ...Object.fromEntries(values) };
  const after = withStateTimestamps('case', theCase, proposed, context);
  const { label } = caseStates[after.state as CaseState];
  const line = `${context.actor.name} has undone the resolution with ${incident.number}: this case is ${label} again.`;
  return {
    verdict: yes,
    before: theCase,
    after,
    changed: changedFields(caseFields, theCase, after),
    journal: { workNote: line },
    origin: {
      rules: ['SYNC-7'],
      comments: [],
      notes: [{ rule: 'SYNC-7', line }],
      sourceTaskId: incident.id,
      sourceEntryId: null,
    },
  };
}
