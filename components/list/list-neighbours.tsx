'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { announceNavigation } from '#components/shell/navigation-event.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { usePrefetch } from '#components/shell/use-prefetch.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#components/ui/link.tsx';
import { toast } from '#components/ui/toast.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { RememberedList } from './list-memory.ts';
import { positionText } from './list-place.ts';

/** Links to the previous and next record, and the position in the list; on a small screen they are in the menu. */
export function ListNeighbours({ list, at }: { list: RememberedList; at: number }) {
  const { numbers, title, href, next, previous } = list;
  const router = useRouter();
  /** The list page being loaded, by the record to open on it: 0 the first of the next, -1 the last of the previous. */
  const [turning, setTurning] = useState<0 | -1 | null>(null);
  const { prefetch, forget } = usePrefetch();
  const after = numbers[at + 1];
  const before = numbers[at - 1];

  function open(record: string) {
    const path = pathOfNumber(record);
    announceNavigation(path);
    router.push(path);
  }

  async function turn(page: string, end: 0 | -1) {
    if (turning !== null) return;
    setTurning(end);
    try {
      const { turnPage } = await import('./turn-page.ts');
      const to = (await turnPage(list, page)).at(end);
      if (to) open(to);
      else toast({ tone: 'info', text: `Nothing more in ${title}.` });
    } catch {
      toast({ tone: 'error', text: `The next page of ${title} could not be loaded. Try again.` });
    } finally {
      setTurning(null);
    }
  }

  function go(record: string | undefined, page: string | null, end: 0 | -1) {
    if (record) open(record);
    else if (page) void turn(page, end);
  }

  const forward = () => go(after, next, 0);
  const back = () => go(before, previous, -1);
  const position = positionText(list, at);
  const steps = [
    ...(after || next ? [{ label: 'Next record', key: 'J', run: forward }] : []),
    ...(before || previous ? [{ label: 'Previous record', key: 'K', run: back }] : []),
  ];
  // The first action shows the position.
  usePageActions(steps.map((step, index) => ({ ...step, inMenu: true, ...(index === 0 ? { hint: position } : {}) })));

  const step = (label: string, record: string | undefined, page: string | null, end: 0 | -1) => (
    <IconButton
      label={label}
      disabled={!record && !page}
      aria-busy={turning === end || undefined}
      onClick={() => go(record, page, end)}
      onPointerEnter={() => record && prefetch(pathOfNumber(record))}
      onPointerLeave={forget}
    >
      <Icon name={end === 0 ? 'chevron-right' : 'chevron-left'} />
    </IconButton>
  );
  return (
    <nav aria-label="Records of the list" className="flex items-center text-sm text-ink-muted max-md:hidden">
      {step('Previous record', before, previous, -1)}
      <Link href={href} title={`Back to ${title}`} className="tabular-nums hover:underline">
        {position}
      </Link>
      {step('Next record', after, next, 0)}
    </nav>
  );
}
