import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FoundTable } from '#components/list/found-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { mayOpenList } from '#lib/access/policy.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { pathOfNumber, taskKindNames, taskKinds } from '#lib/task/kind.ts';
import { findNumber, findTasks } from '#lib/task/list/find-tasks.ts';
import { listHref, listOf } from '#lib/task/list/list-query.ts';

export const metadata: Metadata = { title: 'Search' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the top bar's search box leads to: records of every kind; a number leads to its record at once. */
export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const words = searchInput([(await searchParams).q ?? ''].flat()[0] ?? '');
  const number = await findNumber(actor, words);
  if (number) redirect(pathOfNumber(number));
  const found = await findTasks(actor, words, 50);
  const lists = taskKindNames.filter((kind) => mayOpenList(actor, kind));

  return (
    <>
      <RowLinks />
      <PageHeader
        title="Search"
        meta={
          words &&
          lists.map((kind) => (
            <TextLink key={kind} href={listHref({ ...listOf(kind), words })}>
              {`All ${taskKinds[kind].plural.toLowerCase()} with “${words}”`}
            </TextLink>
          ))
        }
      />
      <div className="pb-3">
        <PageSearch action="/workspace/search" defaultValue={words} placeholder="Number or words" />
      </div>
      {found.length > 0 ? (
        <FoundTable caption="Found records" tasks={found} />
      ) : (
        <EmptyState
          icon={<Icon name="search-x" />}
          title={words ? `Nothing found for “${words}”.` : 'Search all records'}
        >
          Type a number such as CS0001001, or words of its descriptions.
        </EmptyState>
      )}
    </>
  );
}
