import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CasesPanel } from '#components/customer/cases-panel.tsx';
import { EditCustomer } from '#components/customer/edit-customer.tsx';
import { Assets, InstallBase } from '#components/customer/owned-items.tsx';
import { PersonFacts } from '#components/customer/person-facts.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SendLinkButton } from '#components/user/send-link-button.tsx';
import { kindsToAdd } from '#lib/access/customers.ts';
import { customerShown } from '#lib/customer/customer-shown.ts';
import { consumerById } from '#lib/customer/queries/person.ts';
import { newestCases } from '#lib/list/newest-cases.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { offeredLink } from '#lib/user/queries.ts';

export const metadata: Metadata = { title: 'Consumer' };

export default async function ConsumerPage({ params }: PageProps<'/workspace/customers/consumers/[id]'>) {
  const actor = await requireActor();
  const person = await consumerById(actor, (await params).id);
  if (!person?.consumer) notFound();
  const filters = { consumer: [person.id] };
  const [cases, link] = await Promise.all([newestCases(actor, filters), offeredLink(actor, person.id)]);
  const { assets, installBase } = person.consumer;

  return (
    <>
      <PageHeader
        title={person.name}
        back={{ href: '/workspace/customers/consumers', label: 'Consumers' }}
        actions={
          <>
            {kindsToAdd(actor).includes('consumer') && <EditCustomer person={customerShown(person)} />}
            {link && <SendLinkButton userId={person.id} purpose={link} />}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <CasesPanel title="Cases" cases={cases} filters={filters} empty="This consumer has not opened a case yet." />
          <InstallBase items={installBase} />
          <Assets items={assets} />
        </div>
        <PersonFacts person={person} />
      </div>
    </>
  );
}
