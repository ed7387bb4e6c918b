'use client';

import dynamic from 'next/dynamic';
import type { ComponentProps } from 'react';
import type { BoardView } from '#components/board/board-view.tsx';
import type { UpdatesView } from '#components/ledger/updates-view.tsx';
import { RowEditor } from '#components/list/row-editor.tsx';
import type { ImpactWithCases } from '#components/proactive/impact-with-cases.tsx';
import { CustomerCases } from '#components/related/customer-cases.tsx';
import type { RepliesView } from '#components/replies/replies-view.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

const Board = dynamic(() => import('#components/board/board-view.tsx').then((module) => module.BoardView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the board" />,
});
const Impact = dynamic(
  () => import('#components/proactive/impact-with-cases.tsx').then((module) => module.ImpactWithCases),
  { ssr: false, loading: () => <SkeletonRows rows={6} label="Loading the customer impact" /> },
);
const Replies = dynamic(() => import('#components/replies/replies-view.tsx').then((module) => module.RepliesView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the replies" />,
});
const Updates = dynamic(() => import('#components/ledger/updates-view.tsx').then((module) => module.UpdatesView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the updates" />,
});

interface LateTabsProps {
  /** MAJ-9 · A major case at a glance. */
  board?: ComponentProps<typeof BoardView>;
  /** IMP-1 · The customers whom the record affects, with the possible actions. */
  impact?: ComponentProps<typeof ImpactWithCases>;
  /** NOT-8 · The customers' replies. */
  replies?: ComponentProps<typeof RepliesView>;
  /** SYNC-6 · The effects of the record's updates. */
  updates?: ComponentProps<typeof UpdatesView>;
  /** REL-14 · The cases linked to the record. */
  cases?: ComponentProps<typeof CustomerCases>;
  /** The items of a request, editable in their rows. */
  items?: ComponentProps<typeof RowEditor>;
}

/** Renders one of the tabs that load when they are opened. */
export function LazyTabs({ board, impact, replies, updates, cases, items }: LateTabsProps) {
  if (board) return <Board {...board} />;
  if (impact) return <Impact {...impact} />;
  if (replies) return <Replies {...replies} />;
  if (updates) return <Updates {...updates} />;
  if (cases) return <CustomerCases {...cases} />;
  return items ? <RowEditor {...items} /> : null;
}
