import { EmptyState } from '#components/ui/empty-state.tsx';
import type { HeldRole } from '#lib/user/role-origins.ts';

/** ADM-6 · all roles of a user, and where each comes from. */
export function EffectiveRoles({ effective }: { effective: readonly HeldRole[] }) {
  if (effective.length === 0)
    return <EmptyState title="No roles">Users without roles see only their own incidents.</EmptyState>;
  return (
    <ul aria-label="Effective roles" className="text-sm">
      {effective.map(({ role, granted, through }) => (
        <li key={role} className="flex flex-wrap justify-between gap-x-4 border-b px-4 py-1.5 last:border-b-0">
          <span className="wrap-anywhere">{role}</span>
          <span className="text-ink-muted wrap-anywhere">
            {[...(granted ? ['granted'] : []), ...through.map((other) => `from ${other}`)].join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
