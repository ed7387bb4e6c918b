'use client';

import { clsx } from 'clsx';
import { Link } from '#components/ui/link.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import { Table, Th } from '#components/ui/table.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { columnsOf } from './columns.ts';
import { ListCell } from './list-cell.tsx';
import type { TableData } from './table-data.ts';

/** Styles shared by all rows. */
const rowsStyle = [
  '[&_table]:lg:table-fixed',
  '[&_td]:truncate [&_input]:block [&_input]:size-4 [&_tr:has([data-select]:checked)]:bg-accent-soft',
  '[&_td_a]:text-accent-ink [&_td_a]:underline-offset-2 [&_td_a]:hover:underline',
];

/** On narrower screens, the second-to-last of the default columns is hidden first. */
const usualStyle = 'lg:max-[100rem]:[&_:is(th,td):nth-last-child(2)]:hidden';

/**
 * On a phone, priority and state appear below the number and the short description, so that no sideways scrolling is needed.
 * Their cells stay in columns without a width: a removed cell would shift the rest of the row.
 */
const phoneStyle = [
  'max-md:[&_tr]:relative max-md:[&_td]:pb-8 max-md:[&_td]:align-top max-md:[&_.cell-title]:whitespace-normal',
  'max-md:[&_input]:mt-0.5',
  'max-md:[&_:is(.cell-priority,.cell-state)]:p-0',
  'max-md:[&_:is(.cell-priority,.cell-state)>*]:absolute max-md:[&_:is(.cell-priority,.cell-state)>*]:bottom-3',
  'max-md:[&_:is(.cell-priority,.cell-state)>*]:left-(--number) max-md:[&_:is(.cell-priority,.cell-state)>*]:ml-2',
  'max-md:[&_.cell-priority+.cell-state>*]:ml-29',
  'max-md:[&_.column-below-title]:w-0 max-md:[&_.column-below-title]:p-0 max-md:[&_.column-below-title]:text-[0px]',
  'max-md:[&_.column-below-title>*]:hidden',
];

/** Q-17 · More rows than a screen shows: the server renders these, the browser renders the rest. */
const DRAWN_BY_SERVER = 24;

/** The rows of a list of any kind; with checkboxes if bulk actions exist. */
export function TaskTable({ data: packed, selectable }: { data: Serialized<TableData>; selectable: boolean }) {
  const data = useDeserialized(packed);
  const { kind, rows, states, sorts, over, readOnly } = data;
  const columns = columnsOf(kind, data.columns);
  const [, ...others] = columns;
  const reader = useReader();
  const drawn = useInBrowser() ? rows : rows.slice(0, DRAWN_BY_SERVER);
  return (
    <Table
      caption={taskKinds[kind].plural}
      className={clsx(
        rowsStyle,
        data.columns ? null : usualStyle,
        phoneStyle,
        selectable ? '[--number:2.25rem]' : '[--number:0px]',
      )}
    >
      <thead>
        <tr>
          {selectable && (
            <Th className="w-9 min-w-9">
              <input type="checkbox" aria-label="Select all on this page" data-select-all />
            </Th>
          )}
          {columns.map(({ label, sort, className }) => (
            <Th key={label} className={className} sort={sort && sorts[sort]}>
              {label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.map(([number, version, ...cells]) => (
          <tr key={number}>
            {selectable && (
              <td>
                <input
                  type="checkbox"
                  aria-label={`Select ${number}`}
                  data-select={number}
                  data-version={version}
                  data-over={over.includes(number) || undefined}
                  data-read-only={readOnly.includes(number) || undefined}
                />
              </td>
            )}
            <td>
              <Link href={`/workspace/${taskKinds[kind].path}/${number}`} data-row-link className="record-number">
                {number}
              </Link>
            </td>
            {others.map(({ label, type }, place) => (
              <ListCell key={label} type={type} value={cells[place] ?? null} states={states} reader={reader} />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
