import { may, mayWork } from '#lib/access/policy.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';

/** REC-4, CASE-5 · Users whose roles allow comments may attach files. INC-6 · Callers without such roles only comment. */
export function mayAttach(actor: Actor, record: TaskRecord): Verdict {
  return first(
    may(actor, 'comment', record.kind),
    mayWork(actor, record),
    record.kind === 'case' ? caseIsNotClosed(record) : yes,
  );
}
