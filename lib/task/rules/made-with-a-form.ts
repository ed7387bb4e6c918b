import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '../kind.ts';

/** REL-8 · A request and its items come from the catalog: a form would make a request of nothing. */
export function isMadeWithAForm(kind: TaskKind): Verdict {
  const { label, ordered } = taskKinds[kind];
  return ordered ? no('REL-8', `A ${label.toLowerCase()} is ordered from the catalog, not made with a form.`) : yes;
}
