import { Checkbox } from '#components/ui/checkbox.tsx';
import { roleWords } from '#lib/access/role-words.ts';
import { type Role, roleNames, roles } from '#lib/access/roles.ts';

/** ACC-1 · checkboxes for the roles that a user of this audience can be granted. */
export function RoleBoxes({
  audience,
  held,
  error,
}: {
  audience: 'internal' | 'external';
  held: readonly string[];
  error?: string;
}) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? 'roles-error' : undefined}>
      <legend className="mb-1 text-sm font-medium text-ink-muted">Roles</legend>
      {error && (
        <p id="roles-error" className="mb-1 text-sm text-tone-red">
          {error}
        </p>
      )}
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {roleNames
          .filter((role) => roles[role].audience === audience)
          .map((role) => (
            <Checkbox
              className="min-w-0"
              key={`${role} ${held.includes(role)}`}
              name="roles"
              value={role}
              label={role}
              defaultChecked={held.includes(role)}
              hint={`${roleWords[role]}${containsText(role)}`}
            />
          ))}
      </div>
    </fieldset>
  );
}

function containsText(role: Role): string {
  const { contains } = roles[role];
  return contains.length > 0 ? ` Contains ${contains.join(', ')}.` : '';
}
