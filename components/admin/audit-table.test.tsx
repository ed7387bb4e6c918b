import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#components/ui/locale-provider.tsx';
import type { ListedEntry } from '#lib/audit-log/queries.ts';
import { AuditTable } from './audit-table.tsx';

const entry: ListedEntry = {
  id: '1',
  at: new Date('2026-11-23T12:36:00Z'),
  action: 'property.updated',
  label: 'Property updated',
  subject: 'attachment.max_size_mb',
  subjectKey: 'attachment.max_size_mb',
  oldValue: '25',
  newValue: '24',
  person: null,
  undoes: new Date('2026-11-22T09:00:00Z'),
  undone: new Date('2026-11-24T10:00:00Z'),
  mayBeUndone: false,
};

test('ADM-12 · the audit log says when something happened, not how long ago', () => {
  const shown = renderToStaticMarkup(
    <LocaleProvider timeZone="UTC" locale="en-GB" now={entry.at.getTime()}>
      <AuditTable entries={[entry]} />
    </LocaleProvider>,
  );
  const times = [...shown.matchAll(/<time[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(times).toEqual(['23 Nov 2026, 12:36', '22 Nov 2026, 09:00', '24 Nov 2026, 10:00']);
});
