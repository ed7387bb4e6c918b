import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { kindSlotsOf } from '#components/record-page/kind-slots.tsx';
import { ownTabsOf } from '#components/record-page/kind-tabs.tsx';
import { RecordPage } from '#components/record-page/record-page.tsx';
import { tabOf } from '#components/related/customer-cases.tsx';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { links, linksTo } from '#lib/related/link.ts';
import { customerCases } from '#lib/related/queries/customer-cases.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { kindOfPath } from '#lib/task/kind.ts';
import { recordView } from '#lib/task/queries/record-view.ts';

type Props = PageProps<'/workspace/[kind]/[number]'>;

const findRecord = cache(async (path: string, number: string) => {
  const actor = await requireActor();
  const kind = kindOfPath(path);
  return { actor, view: kind && (await recordView(actor, kind, searchInput(decodeURIComponent(number)))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, number } = await params;
  const { view } = await findRecord(kind, number);
  return { title: view ? `${view.number} ${view.title}` : 'Not found' };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ kind: path, number }, { tab, after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await findRecord(path, number);
  if (!view) notFound();
  const afterNumber = typeof after === 'string' ? searchInput(after) : null;
  const [first, ownTabs, parts, ...cases] = await Promise.all([
    readTimeline(actor, { kind: view.kind, taskId: view.id, filter: 'all', before: null }),
    ownTabsOf(actor, view),
    kindSlotsOf(actor, view),
    // Each list of cases turns its own pages.
    ...linksTo(view.kind).map((link) =>
      customerCases(actor, link, view.id, tab === tabOf(links[link]) ? afterNumber : null),
    ),
  ]);
  return (
    <RecordPage
      view={view}
      first={first}
      cases={cases.filter((each) => each !== null)}
      ownTabs={ownTabs}
      parts={parts}
      me={actor.id}
      tab={typeof tab === 'string' ? tab : undefined}
      after={afterNumber}
    />
  );
}
