import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CasesPanel } from '#components/customer/cases-panel.tsx';
import { EditCustomer } from '#components/customer/edit-customer.tsx';
import { PersonFacts } from '#components/customer/person-facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SendLinkButton } from '#components/user/send-link-button.tsx';
import { kindsToAdd } from '#lib/access/customers.ts';
import { customerShown } from '#lib/customer/customer-shown.ts';
import { contactById } from '#lib/customer/queries/person.ts';
import { newestCases } from '#lib/list/newest-cases.ts';
import { pathOfAccount } from '#lib/record/account-number.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { offeredLink } from '#lib/user/queries.ts';

export const metadata: Metadata = { title: 'Contact' };

export default async function ContactPage({ params }: PageProps<'/workspace/customers/contacts/[id]'>) {
  const actor = await requireActor();
  const contact = await contactById(actor, (await params).id);
  if (!contact?.contact) notFound();
  const filters = { contact: [contact.id] };
  const [cases, link] = await Promise.all([newestCases(actor, filters), offeredLink(actor, contact.id)]);
  const { account } = contact.contact;
  const isPrimary = account.primaryContactId === contact.id;

  return (
    <>
      <PageHeader
        title={contact.name}
        back={{ href: '/workspace/customers/contacts', label: 'Contacts' }}
        actions={
          <>
            {kindsToAdd(actor).includes('contact') && <EditCustomer person={customerShown(contact)} />}
            {link && <SendLinkButton userId={contact.id} purpose={link} />}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <CasesPanel title="Cases" cases={cases} filters={filters} empty="This contact has not opened a case yet." />
        <PersonFacts
          person={contact}
          more={[
            {
              term: 'Account',
              detail: <TextLink href={pathOfAccount(account.number)}>{account.name}</TextLink>,
            },
            { term: 'Primary contact', detail: isPrimary ? 'Yes' : 'No' },
            { term: 'Portal roles', detail: contact.roles.map(({ role }) => role).join(', ') || '-' },
          ]}
        />
      </div>
    </>
  );
}
