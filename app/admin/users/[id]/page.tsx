import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { EffectiveRoles } from '#components/admin/effective-roles.tsx';
import { UserActiveSwitch } from '#components/admin/user-active-switch.tsx';
import { UserRolesForm } from '#components/admin/user-roles-form.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SendLinkButton } from '#components/user/send-link-button.tsx';
import { rowOf } from '#lib/admin-table/queries.ts';
import { NO_TIME_ZONE } from '#lib/platform/time-zones.ts';
import { offeredLink, userWithRoles } from '#lib/user/queries.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: PageProps<'/admin/users/[id]'>) {
  const actor = await requireAdministrator();
  const { id } = await params;
  const [user, row] = await foundOrNot(Promise.all([userWithRoles(actor, id), rowOf(actor, 'user', id)]));
  const link = await offeredLink(actor, id);
  const contact = user.account ? await rowOf(actor, 'contact', id) : null;
  return (
    <>
      <PageHeader
        title={user.name}
        meta={user.email}
        back={{ href: '/admin/users', label: 'Users' }}
        actions={
          <>
            {user.mayBeDeactivated ? (
              <UserActiveSwitch userId={user.id} name={user.name} active={user.active} sessions={user.sessions} />
            ) : (
              <span className="text-ink-muted">Last active administrator</span>
            )}
            {link && <SendLinkButton userId={user.id} purpose={link} />}
            {contact && <RowDialog table="contact" row={contact} word="Change account" />}
            <RowDialog table="user" row={row} word="Edit" />
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Panel title="Granted roles">
          {/* Remounts the form when the roles were changed elsewhere. */}
          <UserRolesForm key={user.granted.join()} userId={user.id} audience={user.audience} granted={user.granted} />
        </Panel>
        <div className="grid gap-4">
          <Panel title="Effective roles" count={user.effective.length} flush>
            <EffectiveRoles effective={user.effective} />
          </Panel>
          <Panel title="Details">
            <Facts
              items={[
                { term: 'Type', detail: user.audience === 'internal' ? 'Staff' : 'Customer' },
                {
                  term: 'Account',
                  detail: user.account ? <LinkedNames page="/admin/accounts" items={[user.account]} /> : '-',
                },
                {
                  term: 'Groups',
                  detail: user.groups.length > 0 ? <LinkedNames page="/admin/groups" items={user.groups} /> : '-',
                },
                ...(user.unreachableSince
                  ? [
                      {
                        term: 'Email',
                        detail: (
                          <>
                            Cannot be reached since <ExactTime at={user.unreachableSince} />: {user.unreachableReason}.
                            No emails are sent there until the address is changed, or an email to it is resent from the
                            email log.
                          </>
                        ),
                      },
                    ]
                  : []),
                { term: 'Time zone', detail: user.timeZone ?? NO_TIME_ZONE },
                { term: 'Sessions', detail: String(user.sessions) },
                { term: 'Since', detail: <ExactTime at={user.createdAt} dateOnly /> },
              ]}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

function LinkedNames({ page, items }: { page: string; items: readonly { id: string; name: string }[] }) {
  return items.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <TextLink href={`${page}/${id}`}>{name}</TextLink>
    </span>
  ));
}
