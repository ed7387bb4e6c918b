'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { usePrefetch } from '#components/shell/use-prefetch.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#components/ui/link.tsx';
import { toast } from '#components/ui/toast.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { RememberedList } from './list-memory.ts';
import { positionText } from './list-place.ts';

/** The arrows to the records beside this one, and where it stands among them. */
export function ListNeighbours({ list, at }: { list: RememberedList; at: number }) {
  const { numbers, title, href, next, previous } = list;
  const router = useRouter();
  const [turning, setTurning] = useState(false);
  const { prefetch, forget } = usePrefetch();
  const after = numbers[at + 1];
  const before = numbers[at - 1];

  async function turn(page: string, end: 0 | -1) {
    if (turning) return;
    setTurning(true);
    try {
      const { turnPage } = await import('./turn-page.ts');
      const to = (await turnPage(list, page)).at(end);
      if (to) router.push(pathOfNumber(to));
      else toast({ tone: 'info', text: `Nothing more in ${title}.` });
    } catch {
      toast({ tone: 'error', text: `The next page of ${title} could not be loaded. Try again.` });
    } finally {
      setTurning(false);
    }
  }

  function go(record: string | undefined, page: string | null, end: 0 | -1) {
    if (record) router.push(pathOfNumber(record));
    else if (page) void turn(page, end);
  }

  const forward = () => go(after, next, 0);
  const back = () => go(before, previous, -1);
  usePageActions([
    { label: 'Next record', key: 'J', run: forward },
    { label: 'Previous record', key: 'K', run: back },
  ]);

  const step = (label: string, record: string | undefined, page: string | null, onClick: () => void) => (
    <IconButton
      label={label}
      disabled={!record && !page}
      aria-busy={turning || undefined}
      onClick={onClick}
      onPointerEnter={() => record && prefetch(pathOfNumber(record))}
      onPointerLeave={forget}
    >
      <Icon name={label === 'Next record' ? 'chevron-right' : 'chevron-left'} />
    </IconButton>
  );
  return (
    <nav aria-label="Records of the list" className="flex items-center text-sm text-ink-muted max-md:hidden">
      {step('Previous record', before, previous, back)}
      <Link href={href} title={`Back to ${title}`} className="tabular-nums hover:underline">
        {positionText(list, at)}
      </Link>
      {step('Next record', after, next, forward)}
    </nav>
  );
}
