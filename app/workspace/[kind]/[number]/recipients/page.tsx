import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChildRun } from '#components/affected-customers/child-run.tsx';
import { ConditionLine } from '#components/affected-customers/condition-line.tsx';
import { ListTools } from '#components/affected-customers/list-tools.tsx';
import { RecipientTable } from '#components/affected-customers/recipient-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { mayWorkCasesOf } from '#lib/access/customers.ts';
import { mayLeadMajorCases } from '#lib/access/policy.ts';
import { customerSorts, recipientsHref, sortWords } from '#lib/affected-customers/customer-sort.ts';
import { childRun } from '#lib/affected-customers/queries/child-run.ts';
import { namedTerms } from '#lib/affected-customers/queries/condition-lines.ts';
import { countRecipients, listRecipients } from '#lib/affected-customers/queries/list-recipients.ts';
import { readableList } from '#lib/affected-customers/queries/readable-list.ts';
import { type CustomersAddress, customersHref, parseCustomersAddress } from '#lib/customer/address.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { kindOfPath, pathOfNumber } from '#lib/record/kind.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { foundOrNot } from '../../../../found-or-not.ts';

export const metadata: Metadata = { title: 'Affected Customers' };

/** MAJ-5 · The accounts or consumers whom a major case affects, and the child cases that are created for them. */
export default async function Page({ params, searchParams }: PageProps<'/workspace/[kind]/[number]/recipients'>) {
  const [actor, { kind, number: typedNumber }, query] = await Promise.all([requireActor(), params, searchParams]);
  const of = query.of === 'consumers' ? 'consumers' : 'accounts';
  const number = searchInput(typedNumber).toUpperCase();
  if (kindOfPath(kind) !== 'case' || !mayLeadMajorCases(actor).ok) notFound();
  const list = await foundOrNot(readableList(actor, { number, of }));
  const address = parseCustomersAddress(query);
  const { rows, next, previous } = await listRecipients(list, address);
  const [counts, run] = await Promise.all([countRecipients(list.id), childRun(actor, { number, of })]);
  const condition = list.condition && { match: list.condition.match, terms: await namedTerms(list.condition) };
  const sorts = customerSorts.filter((sort) => mayWorkCasesOf(actor, sort).ok);
  const turned = (to: Partial<CustomersAddress>) => {
    const href = customersHref(recipientsHref(number, 'accounts'), { words: address.words, ...to });
    return of === 'accounts' ? href : `${href}${href.includes('?') ? '&' : '?'}of=consumers`;
  };
  const fixed = list.fixedAt !== null;
  const busy = run !== null && run.state !== 'done';
  return (
    <>
      <RowLinks />
      <PageHeader
        title="Affected Customers"
        back={{ href: `${pathOfNumber(number)}?tab=child-cases`, label: `${number} ${list.major.shortDescription}` }}
        actions={list.open && <ListTools list={{ number, of, counts, fixed, condition }} busy={busy} />}
      />
      {sorts.length > 1 && (
        <TabLinks
          label="Recipients lists"
          links={sorts.map((sort) => ({
            href: recipientsHref(number, sort),
            label: sortWords[sort].label,
            current: sort === of,
          }))}
        />
      )}
      {run && <ChildRun key={run.id} number={number} of={of} run={run} mayChange={list.open} />}
      {condition && <ConditionLine condition={condition} refreshedAt={list.refreshedAt?.toISOString() ?? null} />}
      {(counts.all > 0 || address.words) && (
        <div className="py-2">
          <PageSearch
            action={recipientsHref(number, 'accounts')}
            params={of === 'accounts' ? {} : { of }}
            defaultValue={address.words}
            placeholder="Name"
          />
        </div>
      )}
      {rows.length > 0 ? (
        <RecipientTable number={number} of={of} rows={rows} may={{ change: list.open, remove: list.open && !fixed }} />
      ) : (
        <EmptyState
          title={counts.all > 0 ? `No matching ${sortWords[of].many}` : `No affected ${sortWords[of].many} yet`}
        >
          {counts.all > 0
            ? 'Search for another name, or for a part of it.'
            : 'Add them by condition, from a file or by hand; then create a child case for each.'}
        </EmptyState>
      )}
      <Pagination
        previousHref={previous ? turned({ before: previous }) : undefined}
        nextHref={next ? turned({ after: next }) : undefined}
      >
        {counts.all > 0 &&
          `${counts.all.toLocaleString('en')} on the list, ${counts.waiting.toLocaleString('en')} without a child case`}
      </Pagination>
    </>
  );
}
