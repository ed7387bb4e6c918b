import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { RelationDialog } from '#components/admin/admin-table/relation-dialog.tsx';
import { RelationTable } from '#components/admin/admin-table/relation-table.tsx';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { RowFacts } from '#components/admin/admin-table/row-facts.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { listRelations, rowOf } from '#lib/admin-table/queries.ts';
import { ListQuery, previousPage } from '../../admin-table-view.tsx';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Group' };

export default async function GroupPage({ params, searchParams }: PageProps<'/admin/groups/[id]'>) {
  const actor = await requireAdministrator();
  const { id } = await params;
  const { after } = ListQuery.parse(await searchParams);
  const group = await foundOrNot(rowOf(actor, 'group', id));
  const { rows, next } = await listRelations(actor, 'group-member', { of: id, after });
  const name = group.values.name ?? '';
  const path = `/admin/groups/${id}`;
  return (
    <>
      <PageHeader
        title={name}
        back={{ href: '/admin/groups', label: 'Groups' }}
        actions={<RowDialog table="group" row={group} word="Edit" />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title="Members" action={<RelationDialog relation="group-member" from={{ id, label: name }} />} flush>
          {rows.length > 0 ? (
            <RelationTable relation="group-member" rows={rows} hideFrom />
          ) : (
            <EmptyState title="This group has no members.">Work assigned here appears in nobody's queue.</EmptyState>
          )}
        </Panel>
        <Panel title="Details">
          <RowFacts table="group" row={group} />
        </Panel>
      </div>
      <Pagination
        previousHref={after && `${path}?${new URLSearchParams(previousPage(after))}`}
        nextHref={next && `${path}?after=${next}`}
      />
    </>
  );
}
