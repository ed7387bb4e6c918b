import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';

export interface LinkListProps {
  title: string;
  count?: number;
  empty: string;
  items: readonly { href: string; label: string; detail?: ReactNode }[];
}

/** People or accounts linked to the page's record. */
export function LinkList({ title, count, empty, items }: LinkListProps) {
  const total = count ?? items.length;
  return (
    <Panel title={title} count={total} flush>
      {items.length === 0 ? (
        <p className="p-4 text-ink-muted">{empty}</p>
      ) : (
        <ul>
          {items.map(({ href, label, detail }) => (
            <li key={href} className="flex min-h-9 items-center gap-3 border-b px-4 py-1 text-sm last:border-b-0">
              <TextLink href={href} className="min-w-0 truncate">
                {label}
              </TextLink>
              <span className="ml-auto min-w-0 truncate text-ink-muted">{detail}</span>
            </li>
          ))}
          {total > items.length && (
            <li className="px-4 py-2 text-sm text-ink-faint">{`and ${total - items.length} more`}</li>
          )}
        </ul>
      )}
    </Panel>
  );
}
