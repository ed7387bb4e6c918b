import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { RecordPage } from '#components/record-page/record-page.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { serialize } from '#components/ui/serialized.ts';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { kindOfPath } from '#lib/record/kind.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { asShown } from '#lib/record-page/record-view.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { loadCaseTabs } from './load-case-tabs.tsx';
import { loadParts } from './parts/parts-of-kinds.ts';
import { boardTab, impactTab, repliesTab } from './record-tabs.tsx';
import { updatesTab } from './updates-tab.tsx';

type Props = PageProps<'/workspace/[kind]/[number]'>;

const findRecord = cache(async (path: string, number: string) => {
  const actor = await requireActor();
  const kind = kindOfPath(path);
  return { actor, view: kind && (await recordView(actor, kind, searchInput(number))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, number } = await params;
  const { view } = await findRecord(kind, number);
  return { title: view ? `${view.number} ${view.title}` : 'Not found' };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ kind: path, number }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await findRecord(path, number);
  if (!view) notFound();
  const tab = typeof query.tab === 'string' ? query.tab : undefined;
  const after = typeof query.after === 'string' ? searchInput(query.after) : null;
  const [timeline, parts, caseTabs, impact, replies, updates] = await Promise.all([
    deferred(readTimeline(actor, { kind: view.kind, taskId: view.id, filter: 'all', before: null })),
    loadParts(actor, view),
    loadCaseTabs(actor, view, { tab, after }),
    impactTab(actor, view),
    repliesTab(actor, view),
    updatesTab(actor, view),
  ]);
  return (
    <RecordPage
      view={serialize(asShown(view))}
      timeline={mapDeferred(timeline, serialize)}
      parts={{
        ...parts,
        tabs: [...boardTab(actor, view), ...parts.tabs, ...caseTabs, ...impact, ...replies, ...updates],
      }}
      viewerId={actor.id}
      tab={tab}
    />
  );
}
