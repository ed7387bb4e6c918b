import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable } from './data-table.tsx';

const table = (
  <DataTable
    caption="Cases"
    stacked
    rows={[{ number: 'CS0001001', open: 2 }]}
    rowKey={({ number }) => number}
    columns={[
      { heading: 'Number', cell: ({ number }) => number },
      { heading: 'Open', numeric: true, labeled: true, cell: ({ open }) => open },
      { heading: 'Bar', decorative: true, cell: () => '▮▮' },
      false,
      { heading: 'Remove', headingHidden: true, cell: () => <button type="button">Remove</button> },
    ]}
  />
);

test('a described table has a caption, a column heading for each cell, and hides its pictures from screen readers', () => {
  const html = renderToStaticMarkup(table);
  expect(html).toContain('<caption class="sr-only">Cases</caption>');
  expect(html.match(/<th scope="col"/g)).toHaveLength(4);
  expect(html.match(/<td/g)).toHaveLength(4);
  expect(html).toContain('<td class="text-right whitespace-nowrap" data-label="Open">2</td>');
  expect(html).toContain('<th scope="col" aria-hidden="true">Bar</th>');
  expect(html).toContain('<td aria-hidden="true">▮▮</td>');
  expect(html).toContain('<span class="sr-only">Remove</span>');
});
