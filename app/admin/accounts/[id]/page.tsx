import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { AddPersonDialog } from '#components/admin/add-person-dialog.tsx';
import { RelationDialog } from '#components/admin/admin-table/relation-dialog.tsx';
import { RelationTable } from '#components/admin/admin-table/relation-table.tsx';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { RowFacts } from '#components/admin/admin-table/row-facts.tsx';
import { UserTable } from '#components/admin/user-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { listRelations, rowOf } from '#lib/admin-table/queries.ts';
import { listUsers } from '#lib/user/queries.ts';
import { ListQuery } from '../../admin-table-view.tsx';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage({ params, searchParams }: PageProps<'/admin/accounts/[id]'>) {
  const actor = await requireAdministrator();
  const { id } = await params;
  const { after } = ListQuery.parse(await searchParams);
  const account = await foundOrNot(rowOf(actor, 'account', id));
  const [{ users, next }, partners] = await Promise.all([
    listUsers(actor, { accountId: id, after }),
    listRelations(actor, 'partner-relationship', { of: id }),
  ]);
  const { name = '', number, partner } = account.values;
  const path = `/admin/accounts/${id}`;
  return (
    <>
      <PageHeader
        number={number}
        title={name}
        back={{ href: '/admin/accounts', label: 'Accounts' }}
        actions={<RowDialog table="account" row={account} word="Edit" />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title="Contacts" action={<AddPersonDialog accountId={id} />} flush>
          {users.length > 0 ? <UserTable users={users} /> : <p className="p-4 text-ink-muted">No contacts.</p>}
        </Panel>
        <div className="grid min-w-0 gap-4">
          <Panel title="Details">
            <RowFacts table="account" row={account} />
          </Panel>
          <Panel
            title="Partner relationships"
            action={partner === 'true' && <RelationDialog relation="partner-relationship" from={{ id, label: name }} />}
            flush
          >
            {partners.rows.length > 0 ? (
              <RelationTable relation="partner-relationship" rows={partners.rows} />
            ) : (
              <p className="p-4 text-ink-muted">This account has no partner relationships.</p>
            )}
          </Panel>
        </div>
      </div>
      <Pagination firstHref={after && path} nextHref={next && `${path}?after=${next}`} />
    </>
  );
}
