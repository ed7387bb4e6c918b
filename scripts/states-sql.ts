import { definitions } from '#lib/kinds/definitions.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { readMigrations } from './migrate.ts';

const FIRST_LINE = '-- The states of every kind, in the order of work, as the definitions have them.';

/** The wanted states of each kind, as an SQL expression; none for an unknown kind. */
function byKind(wanted: (phase: string) => boolean): string {
  const kinds = taskKindNames.map((kind) => {
    const states = Object.entries(definitions[kind].states).filter(([, { phase }]) => wanted(phase));
    return `  WHEN '${kind}' THEN ARRAY[${states.map(([state]) => `'${state}'`).join(', ')}]`;
  });
  return ['CASE "kind"', ...kinds, `  ELSE '{}'::text[]`, 'END'].join('\n');
}

/** What the database knows of states: their order in lists (Q-4), the allowed ones, and those in which a record is active. */
const statesSql = () => `${FIRST_LINE}
CREATE OR REPLACE FUNCTION "task_state_position"("kind" "task_kind", "state" TEXT) RETURNS SMALLINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(array_position(${byKind(() => true)}, "state"), 0)::smallint;
REINDEX INDEX "tasks_kind_by_state";
ALTER TABLE "tasks" DROP CONSTRAINT IF EXISTS "tasks_state", DROP CONSTRAINT IF EXISTS "tasks_active_until_final",
ADD CONSTRAINT "tasks_state" CHECK ("state" = ANY (${byKind(() => true)})),
ADD CONSTRAINT "tasks_active_until_final" CHECK ("active" = ("state" <> ALL (${byKind((phase) => phase === 'final')})));
`;

/** The end of a migration that brings the defined states into the database; null if the last one is up to date. */
export function statesDifference(): string | null {
  const last = readMigrations().findLast(({ sql }) => sql.includes(FIRST_LINE));
  return last?.sql.endsWith(statesSql()) ? null : statesSql();
}
