import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** REL-8 · Requests come from the catalog, and parts of a record from that record. A form can create neither. */
export function isCreatedWithAForm(kind: TaskKind): Verdict {
  const { label, createdByOrder, partOf } = taskKinds[kind];
  const one = `A ${label.toLowerCase()}`;
  if (createdByOrder) return no('REL-8', `${one} is ordered from the catalog, not created with a form.`);
  if (partOf)
    return no('REL-8', `${one} is created with its ${taskKinds[partOf.kind].label.toLowerCase()}, not with a form.`);
  return yes;
}
