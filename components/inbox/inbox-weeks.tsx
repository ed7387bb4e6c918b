'use client';

import { useReader } from '#components/ui/locale-provider.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { InboxPage } from '#lib/inbox/item.ts';
import { InboxFoot } from './inbox-foot.tsx';
import { InboxGroups } from './inbox-groups.tsx';
import { MarkRead } from './mark-read.tsx';
import { useInbox } from './use-inbox.ts';
import { weeksOf } from './weeks.ts';

/** The inbox page, grouped by week. */
export function InboxWeeks({ first }: { first: Serialized<InboxPage> }) {
  const inbox = useInbox(useDeserialized(first));
  const reader = useReader();
  return (
    <div className="grid gap-4">
      <div className="flex justify-end">
        <MarkRead items={inbox.items} />
      </div>
      {weeksOf(inbox.items, reader).map(({ monday, label, items }) => (
        <Panel key={monday} title={label} flush>
          <InboxGroups items={items} reader={reader} />
        </Panel>
      ))}
      <InboxFoot {...inbox} />
    </div>
  );
}
