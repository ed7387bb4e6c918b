import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TaskList } from '#components/list/task-list.tsx';
import { requireActor } from '#lib/session/current-actor.ts';
import { kindOfPath, taskKinds } from '#lib/task/kind.ts';
import { parseListQuery } from '#lib/task/list/list-query.ts';

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfPath((await params).kind);
  return kind ? { title: taskKinds[kind].plural } : {};
}

export default async function ListPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const kind = kindOfPath((await params).kind);
  if (!kind) notFound();
  return <TaskList actor={actor} query={parseListQuery(kind, await searchParams)} />;
}
