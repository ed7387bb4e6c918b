'use client';

import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { WATCHERS_AT_MOST } from '#lib/record/rules/watchers.ts';
import { watchAction } from '#lib/record-page/actions.ts';
import type { WatcherRow } from '#lib/record-page/queries/record-frame.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

type List = WatcherRow['list'];

const lists: readonly { list: List; label: string; hint: string }[] = [
  { list: 'watch_list', label: 'Watch list', hint: 'Notified of comments' },
  { list: 'work_notes_list', label: 'Work notes list', hint: 'Notified of work notes' },
];

type WatchersProps = Pick<RecordView, 'kind' | 'number' | 'watchers' | 'mayEdit' | 'mayWatch'> & { viewerId: string };

/** The users notified of comments and work notes; all users may add themselves. */
export function Watchers({ kind, number, watchers, mayEdit, mayWatch, viewerId }: WatchersProps) {
  const [changes, setChanges] = useState(0);
  const [sent, setSent] = useState('');
  const { run, pending, refused } = useAction(watchAction, { onDone: () => setChanges((count) => count + 1) });
  const isBusy = (list: List, userId: string) => (pending && sent === `${list} ${userId}`) || undefined;

  function set(list: List, userId: string, watching: boolean) {
    if (pending) return;
    setSent(`${list} ${userId}`);
    run({ kind, number, list, userId, watching });
  }

  return (
    <Panel title="Watchers">
      <RefusalToast refused={refused} />
      <div className="grid gap-4">
        {lists.map(({ list, label, hint }) => {
          const people = watchers.filter((each) => each.list === list);
          const watching = people.some(({ userId }) => userId === viewerId);
          const add = `Add to ${label.toLowerCase()}`;
          return (
            <div key={list}>
              <div className="mb-1 flex items-center gap-2">
                <h3 className="text-sm text-ink-muted" title={hint}>
                  {label}
                </h3>
                {mayWatch && (
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={`${watching ? 'Stop watching' : 'Watch'}: ${label}`}
                    aria-busy={isBusy(list, viewerId)}
                    icon={watching ? <Icon name="eye-off" /> : <Icon name="eye" />}
                    onClick={() => set(list, viewerId, !watching)}
                    className="ml-auto"
                  >
                    {watching ? 'Stop watching' : 'Watch'}
                  </Button>
                )}
              </div>
              <ul>
                {people.map(({ userId, name }) => (
                  <li key={userId} className="flex items-center gap-2">
                    <span className="min-w-0 flex-1 truncate">{name}</span>
                    {mayEdit && (
                      <IconButton
                        label={`Remove ${name} from ${label.toLowerCase()}`}
                        size="s"
                        aria-busy={isBusy(list, userId)}
                        onClick={() => set(list, userId, false)}
                      >
                        <Icon name="x" />
                      </IconButton>
                    )}
                  </li>
                ))}
              </ul>
              {mayEdit && people.length < WATCHERS_AT_MOST && (
                <Combobox
                  key={changes}
                  source={`/api/watchers?kind=${kind}&number=${number}&list=${list}`}
                  aria-label={add}
                  placeholder={add}
                  onSelect={(option) => option && set(list, option.id, true)}
                />
              )}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
