import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { UpdateContext } from '#lib/record/definition.ts';
import { changedFields } from '#lib/record/field-value.ts';
import { finalRecordKeepsItsFields } from '#lib/record/rules/may-move.ts';
import type { Request } from '../definition.ts';
import { requestFields } from '../fields.ts';
import { requestStates } from '../states.ts';

type Why = Pick<UpdateContext, 'followsParts' | 'link'>;

/** REQ-2 · The state follows the items; people only cancel, which is checked against the items when it is done. */
function requestMayMove(before: Request, after: Request, { followsParts }: Why): Verdict {
  if (before.state === after.state || followsParts || after.state === 'closed_cancelled') return yes;
  return no('REQ-2', 'The state of a request follows its items; it can only be cancelled.', 'state');
}

/** REC-5, REL-12 · One that is over keeps its fields; it only comes off its case, which for other kinds changes the case. */
function keepsItsFields(before: Request, after: Request, { link }: Why): Verdict {
  const onlyComesOff = link && changedFields(requestFields, before, after).every((name) => name === 'caseId');
  return onlyComesOff ? yes : finalRecordKeepsItsFields(requestStates, before, after);
}

/** All that a request must obey to become another version of itself. */
export function validateRequest(before: Request | null, after: Request, why: Why): Verdict {
  if (!before) return yes;
  return first(keepsItsFields(before, after, why), requestMayMove(before, after, why));
}
