import type { ReactNode } from 'react';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { ClearCachedDay } from '#components/technician-day/clear-cached-day.tsx';
import { creationCommands, workspaceNav } from '#components/workspace/workspace-nav.tsx';
import { countOpenWork } from '#lib/home/open-work.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { StaffShell } from '../staff-shell.tsx';

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const work = await countOpenWork(actor);
  return (
    <StaffShell
      nav={workspaceNav(actor, work)}
      unread={work.unread}
      commands={[...creationCommands(actor), ...adminPagesOf(actor)]}
      userId={actor.id}
      before={<ClearCachedDay personId={actor.id} />}
    >
      {children}
    </StaffShell>
  );
}
