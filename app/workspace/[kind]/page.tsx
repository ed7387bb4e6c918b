import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TaskList } from '#components/list/task-list.tsx';
import { canBeAssignedSome } from '#lib/access/assignable.ts';
import { can, mayOpenList } from '#lib/access/policy.ts';
import { mayShareViews } from '#lib/access/shared.ts';
import { countBefore, startOfPage } from '#lib/list/count-before.ts';
import { filterChips } from '#lib/list/filter-chips.ts';
import { parseListQuery } from '#lib/list/list-query.ts';
import { countTasks, listTasks } from '#lib/list/list-tasks.ts';
import { creatableKinds } from '#lib/new-record/form.ts';
import { now } from '#lib/platform/clock.ts';
import { kindOfPath, taskKinds } from '#lib/record/kind.ts';
import { savedViews } from '#lib/saved-view/queries.ts';
import { requireActor } from '#lib/session/current-actor.ts';

type Props = PageProps<'/workspace/[kind]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfPath((await params).kind);
  return kind ? { title: taskKinds[kind].plural } : {};
}

export default async function ListPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const kind = kindOfPath((await params).kind);
  if (!kind || !mayOpenList(actor, kind)) notFound();
  const query = parseListQuery(kind, await searchParams);
  const [page, count, before, saved, chips] = await Promise.all([
    listTasks(actor, query),
    query.words ? null : countTasks(actor, query),
    countBefore(actor, query),
    savedViews(actor, kind),
    filterChips(query, actor),
  ]);
  const may = {
    create: creatableKinds(actor).includes(kind),
    edit: can(actor, 'edit', kind),
    assign: can(actor, 'assign', kind),
    take: canBeAssignedSome(actor, kind),
    comment: can(actor, 'comment', kind),
    note: can(actor, 'note', kind),
    export: can(actor, 'export', kind),
    share: mayShareViews(actor).ok,
  };
  return (
    <TaskList
      query={query}
      page={page}
      total={count ?? page.matches}
      start={startOfPage(query, page, before)}
      chips={chips}
      savedViews={saved}
      may={may}
      loadedAt={now().getTime()}
    />
  );
}
