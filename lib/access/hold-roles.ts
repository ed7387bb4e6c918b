import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type Role, roles } from './roles.ts';

/** ACC-1 · Internal and external roles are disjoint: nobody holds roles of both sides. */
export function mayHoldRoles(
  { name, audience }: { name: string; audience: 'internal' | 'external' },
  wanted: readonly Role[],
): Verdict {
  const wrong = wanted.find((role) => roles[role].audience !== audience);
  if (!wrong) return yes;
  const because =
    audience === 'external'
      ? `${name} is an external user and cannot hold ${wrong}, a role for staff.`
      : `${name} is staff and cannot hold ${wrong}, a role for customers.`;
  return no('ACC-1', because, 'roles');
}
