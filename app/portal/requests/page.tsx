import { z } from 'zod';
import { ListPages } from '#components/portal/list-pages.tsx';
import { RequestRows } from '#components/portal/request-rows.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { portalCases } from '#lib/portal/queries/portal-cases.ts';
import { portalRequestsOf } from '#lib/portal/queries/portal-related.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('requests.title'));

const Query = z.object({ after: z.string().catch('') });

/** POR-1, POR-2 · What the customer has requested, with the stage of each item. */
export default async function PortalRequestsPage({ searchParams }: PageProps<'/portal/requests'>) {
  const { actor, say, reader } = await portalPage();
  const { after } = Query.parse(await searchParams);
  const { cases, next } = await portalCases(actor, { list: 'ordered', after: after || null });
  const requests = await portalRequestsOf(
    actor,
    cases.map(({ number }) => number),
  );
  return (
    <div data-live="cases">
      <PageHeader
        title={say('requests.title')}
        actions={
          <ButtonLink href="/portal/catalog" variant="primary" className="min-h-10">
            {say('nav.order')}
          </ButtonLink>
        }
      />
      {cases.length === 0 ? (
        <p className="rounded-md border bg-surface px-4 py-8 text-center text-ink-muted">{say('requests.none')}</p>
      ) : (
        <RequestRows cases={cases} requests={requests} reader={reader} />
      )}
      <ListPages
        first={after === '' ? null : '/portal/requests'}
        next={next && `/portal/requests?${new URLSearchParams({ after: next })}`}
        say={say}
      />
    </div>
  );
}
