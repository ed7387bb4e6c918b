import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem, MenuSeparator } from '#components/ui/menu-item.tsx';
import { watchLists } from '#lib/record/rules/watchers.ts';
import type { BulkPartProps } from './bulk-bar.tsx';
import { type EntryType, watchEach } from './bulk-runs.ts';
import { areOver } from './use-bulk.ts';

// Loaded on demand.
const BulkEntryDialog = dynamic(() => import('./bulk-entry-dialog.tsx').then((module) => module.BulkEntryDialog), {
  ssr: false,
});

const lists = [
  { list: 'watch_list', label: watchLists.watch_list.label },
  { list: 'work_notes_list', label: watchLists.work_notes_list.label },
] as const;

/** Comments and work notes for all selected records, and watching them. */
export function BulkMore({ may, ...part }: BulkPartProps & { may: { comment: boolean; note: boolean } }) {
  const { kind, selected, bulk } = part;
  // CASE-5 · Closed cases take no watchers; closed records of other kinds do.
  const takesWatchers = kind !== 'case' || !areOver(selected);
  // ACC-13
  const isReadOnly = selected.every(({ readOnly }) => readOnly);
  const [writing, setWriting] = useState<EntryType | null>(null);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="s" icon={<Icon name="ellipsis" />} disabled={bulk.pending}>
            More
          </Button>
        }
      >
        {may.comment && (
          <MenuItem icon={<Icon name="send" />} disabled={isReadOnly} onSelect={() => setWriting('comment')}>
            Comment …
          </MenuItem>
        )}
        {may.note && (
          <MenuItem icon={<Icon name="lock" />} disabled={isReadOnly} onSelect={() => setWriting('work_note')}>
            Work note …
          </MenuItem>
        )}
        {(may.comment || may.note) && <MenuSeparator />}
        {[true, false].flatMap((watching) =>
          lists.map((each) => (
            <MenuItem
              key={`${each.list} ${watching}`}
              icon={<Icon name={watching ? 'eye' : 'eye-off'} />}
              disabled={!takesWatchers}
              onSelect={() => bulk.run(watchEach(kind, each, watching), selected)}
            >
              {`${watching ? 'Watch' : 'Stop watching'}: ${each.label}`}
            </MenuItem>
          )),
        )}
      </Menu>
      {writing && <BulkEntryDialog {...part} type={writing} onClose={() => setWriting(null)} />}
    </>
  );
}
