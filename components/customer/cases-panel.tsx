import { FoundTable } from '#components/list/found-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type ListQuery, listHref, listOf } from '#lib/task/list/list-query.ts';
import { listTasks } from '#lib/task/list/list-tasks.ts';

const SHOWN = 10;

export interface CasesPanelProps {
  actor: Actor;
  title: string;
  filters: ListQuery['filters'];
  empty: string;
}

/** The newest cases of a customer that one may see, and the way to all of them. */
export async function CasesPanel({ actor, title, filters, empty }: CasesPanelProps) {
  if (!can(actor, 'see', 'case')) return null;
  const { rows } = await listTasks(actor, listOf('case', filters), SHOWN);
  const tasks = rows.map((row) => ({ ...row, kind: 'case' as const }));
  const { active: _active, ...all } = filters;
  return (
    <Panel
      title={title}
      flush
      action={
        <TextLink href={listHref(listOf('case', all))} className="text-sm">
          All cases
        </TextLink>
      }
    >
      {tasks.length > 0 ? <FoundTable caption={title} tasks={tasks} /> : <p className="p-4 text-ink-muted">{empty}</p>}
    </Panel>
  );
}
