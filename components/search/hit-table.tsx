import { RecordState } from '#components/task/record-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { Hit } from '#lib/search/hit.ts';
import { HitPlace } from './hit-place.tsx';
import { MarkedText } from './marked-text.tsx';

/** What was found, the best first: things of every sort below each other. */
export function HitTable({ hits }: { hits: readonly Hit[] }) {
  return (
    <Table caption="Search results" className="[&_table]:table-fixed">
      <thead className="max-sm:sr-only">
        <tr>
          <Th className="w-36 max-sm:hidden">Type</Th>
          <Th>Title</Th>
          <Th className="w-36 max-sm:w-24">State</Th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <tr key={hit.id}>
            <Td className="align-top text-ink-muted max-sm:hidden">{hit.label}</Td>
            <Td className="align-top">
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
            </Td>
            <Td className="align-top">{hit.state && <RecordState state={hit.state} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
