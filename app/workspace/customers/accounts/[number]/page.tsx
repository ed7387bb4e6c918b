import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CasesPanel } from '#components/customer/cases-panel.tsx';
import { Assets, InstallBase } from '#components/customer/owned-items.tsx';
import { LinkList } from '#components/related/link-list.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { accountByNumber } from '#lib/customer/queries/account.ts';
import { newestCases } from '#lib/list/newest-cases.ts';
import { pathOfAccount } from '#lib/record/account-number.ts';
import { requireActor } from '#lib/session/current-actor.ts';

type Props = PageProps<'/workspace/customers/accounts/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number };
}

const contactHref = ({ id }: { id: string }) => `/workspace/customers/contacts/${id}`;

export default async function AccountPage({ params }: Props) {
  const actor = await requireActor();
  const account = await accountByNumber(actor, (await params).number);
  if (!account) notFound();
  const filters = { account: [account.id], active: ['yes'] };
  const cases = await newestCases(actor, filters);
  const { primaryContact, parent, children, contacts, serves, servedBy, _count } = account;
  const asItem = (each: { number: string; name: string }) => ({
    href: pathOfAccount(each.number),
    label: each.name,
    detail: <span className="record-number">{each.number}</span>,
  });

  return (
    <>
      <PageHeader
        number={account.number}
        title={account.name}
        back={{ href: '/workspace/customers/accounts', label: 'Accounts' }}
        meta={account.partner && <Badge tone="blue">Partner</Badge>}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <CasesPanel title="Active cases" cases={cases} filters={filters} empty="This account has no active case." />
          <InstallBase items={account.installBase} count={_count.installBase} />
          <Assets items={account.assets} count={_count.assets} />
        </div>
        <div className="grid gap-4">
          <Panel title="Details">
            <Facts
              items={[
                {
                  term: 'Primary contact',
                  detail: primaryContact ? (
                    <TextLink href={contactHref(primaryContact.user)}>{primaryContact.user.name}</TextLink>
                  ) : (
                    '-'
                  ),
                },
                {
                  term: 'Parent',
                  detail: parent ? <TextLink href={pathOfAccount(parent.number)}>{parent.name}</TextLink> : '-',
                },
                { term: 'Phone', detail: account.phone || '-' },
                { term: 'Address', detail: account.address || '-' },
                { term: 'Contract value', detail: account.contractValue.toNumber().toLocaleString('en') },
              ]}
            />
          </Panel>
          <LinkList
            title="Contacts"
            count={_count.contacts}
            empty="No contacts."
            items={contacts.map(({ user }) => ({ href: contactHref(user), label: user.name, detail: user.email }))}
          />
          {children.length > 0 && (
            <LinkList title="Child accounts" count={_count.children} empty="" items={children.map(asItem)} />
          )}
          {serves.length > 0 && <LinkList title="Serves" empty="" items={serves.map(({ served }) => asItem(served))} />}
          {servedBy.length > 0 && (
            <LinkList title="Served by" empty="" items={servedBy.map(({ partner }) => asItem(partner))} />
          )}
        </div>
      </div>
    </>
  );
}
