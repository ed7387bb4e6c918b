import { FoundTable } from '#components/list/found-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { FoundTask } from '#lib/list/found-task.ts';
import { type ListQuery, listHref, listOf } from '#lib/list/list-query.ts';

export interface CasesPanelProps {
  title: string;
  /** Null: the user may not see cases. */
  cases: readonly FoundTask[] | null;
  /** The filters of the link to all these cases. */
  filters: ListQuery['filters'];
  empty: string;
}

/** The newest cases of a customer, with a link to all of them. */
export function CasesPanel({ title, cases, filters, empty }: CasesPanelProps) {
  if (!cases) return null;
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
      {cases.length > 0 ? <FoundTable caption={title} tasks={cases} /> : <p className="p-4 text-ink-muted">{empty}</p>}
    </Panel>
  );
}
