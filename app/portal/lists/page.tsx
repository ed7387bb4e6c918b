import { z } from 'zod';
import { ApprovalList } from '#components/portal/approval-list.tsx';
import { CaseRows } from '#components/portal/case-rows.tsx';
import { ListPages, listAddress } from '#components/portal/list-pages.tsx';
import { ListSearch } from '#components/portal/list-search.tsx';
import { VisitsToChoose } from '#components/portal/visits-to-choose.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { searchInput } from '#lib/platform/text-input.ts';
import { portalApprovals } from '#lib/portal/queries/portal-approvals.ts';
import { countActionNeeded, portalCases, portalLists } from '#lib/portal/queries/portal-cases.ts';
import { portalVisitsToChoose } from '#lib/portal/queries/portal-orders.ts';
import { showsClosed } from '#lib/portal/rules/shows-closed.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('nav.lists'));

const one = z.string().catch('');
const Query = z.object({
  list: z.enum(portalLists).catch('all'),
  q: one.transform((words) => searchInput(words)),
  after: one,
  closed: one.transform((value) => value !== ''),
});

/** POR-2 · A customer's cases in four lists, with a search; the address holds the choices. */
export default async function PortalListsPage({ searchParams }: PageProps<'/portal/lists'>) {
  const { actor, say, reader } = await portalPage();
  const { list, q, after, closed } = Query.parse(await searchParams);
  const open = !showsClosed({ list, words: q, closed });
  const isFirstOfAction = list === 'action' && q === '' && after === '';
  const [{ cases, next }, waiting, approvals, visits] = await Promise.all([
    portalCases(actor, { list, words: q, after: after || null, open }),
    countActionNeeded(actor),
    isFirstOfAction ? portalApprovals(actor) : [],
    isFirstOfAction ? portalVisitsToChoose(actor) : [],
  ]);
  const links = portalLists.map((each) => ({
    href: listAddress({ list: each, q }),
    label: each === 'action' ? `${say('list.action')} (${waiting})` : say(`list.${each}`),
    current: each === list,
  }));
  return (
    <div data-live="cases">
      <PageHeader title={say('nav.lists')} />
      <TabLinks label={say('nav.lists')} links={links} />
      <ListSearch list={list} words={q} say={say} />
      {(open || closed) && (
        <p className="pb-3">
          <TextLink href={listAddress({ list, q, closed: open })}>
            {say(open ? 'list.closed.show' : 'list.closed.hide')}
          </TextLink>
        </p>
      )}
      {approvals.length > 0 && (
        <div className="mb-4 rounded-md border border-customer-line bg-customer">
          <ApprovalList approvals={approvals} heading="h2" reader={reader} />
        </div>
      )}
      {visits.length > 0 && (
        <div className="mb-4 rounded-md border border-customer-line bg-customer">
          <VisitsToChoose visits={visits} heading="h2" reader={reader} />
        </div>
      )}
      <div className="rounded-md border bg-surface empty:hidden">
        {cases.length === 0 && approvals.length + visits.length > 0 ? null : cases.length === 0 ? (
          <p className="px-4 py-8 text-center text-ink-muted">
            {q === '' ? say('list.none') : say('list.none.found', { words: q })}
          </p>
        ) : (
          <CaseRows cases={cases} reader={reader} />
        )}
      </div>
      <ListPages
        first={after === '' ? null : listAddress({ list, q, closed })}
        next={next && listAddress({ list, q, closed, after: next })}
        say={say}
      />
    </div>
  );
}
