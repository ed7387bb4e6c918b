'use client';

import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { Hit } from '#lib/search/hit.ts';
import { HitPlace } from './hit-place.tsx';
import { MarkedText } from './marked-text.tsx';

/** The hits of all kinds in one table, best first. Rendered from data, which is sent once. */
export function HitTable({ hits: packed }: { hits: Serialized<readonly Hit[]> }) {
  const hits = useDeserialized(packed);
  return (
    <DataTable
      caption="Search results"
      className="[&_table]:table-fixed"
      headClass="max-sm:sr-only"
      rows={hits}
      rowKey={(hit) => hit.id}
      columns={[
        {
          heading: 'Type',
          headClass: 'w-36 max-sm:hidden',
          cellClass: 'align-top text-ink-muted max-sm:hidden',
          cell: (hit) => hit.label,
        },
        {
          heading: 'Title',
          cellClass: 'align-top',
          cell: (hit) => (
            <>
              <Link
                href={hit.href}
                data-row-link
                className="text-accent-ink underline-offset-2 wrap-anywhere hover:underline"
              >
                {hit.number && <span className="record-number mr-1">{hit.number} </span>}
                <MarkedText pieces={hit.title} />
              </Link>
              <p className="text-sm text-ink-muted sm:hidden">{hit.label}</p>
              {hit.excerpt.length > 0 && (
                <p className="line-clamp-2 text-sm text-ink-muted wrap-anywhere">
                  <HitPlace hit={hit} />
                </p>
              )}
            </>
          ),
        },
        {
          heading: 'State',
          headClass: 'w-36 max-sm:w-24',
          cellClass: 'align-top',
          cell: (hit) => hit.state && <RecordState state={hit.state} />,
        },
      ]}
    />
  );
}
