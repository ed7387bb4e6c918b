import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '../kind.ts';

/** REL-8 · A request and its items come from the catalog: a form would make a request of nothing. */
export function isCreatedWithAForm(kind: TaskKind): Verdict {
  const { label, createdByOrder } = taskKinds[kind];
  return createdByOrder
    ? no('REL-8', `A ${label.toLowerCase()} is ordered from the catalog, not made with a form.`)
    : yes;
}
