import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { UpdateContext } from '#lib/record/definition.ts';
import { changedFields } from '#lib/record/field-value.ts';
import { finalRecordKeepsItsFields } from '#lib/record/rules/may-move.ts';
import type { Request } from '../definition.ts';
import { requestFields } from '../fields.ts';
import { requestStates } from '../states.ts';

type Why = Pick<UpdateContext, 'followsParts' | 'link'>;

/** REQ-2 · The state follows the items. Users can only cancel. The cancellation itself checks the items. */
function requestMayMove(before: Request, after: Request, { followsParts }: Why): Verdict {
  if (before.state === after.state || followsParts || after.state === 'closed_cancelled') return yes;
  return no('REQ-2', 'The state of a request follows its items; it can only be cancelled.', 'state');
}

/** REC-5, REL-12 · A closed request keeps its fields. It can only be removed from its case, as the link is its own field. */
function keepsItsFields(before: Request, after: Request, { link }: Why): Verdict {
  const onlyComesOff = link && changedFields(requestFields, before, after).every((name) => name === 'caseId');
  return onlyComesOff ? yes : finalRecordKeepsItsFields(requestStates, before, after);
}

/** All rules for an update of a request. */
export function validateRequest(before: Request | null, after: Request, why: Why): Verdict {
  if (!before) return yes;
  return first(keepsItsFields(before, after, why), requestMayMove(before, after, why));
}
