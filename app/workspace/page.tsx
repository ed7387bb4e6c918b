import type { Metadata } from 'next';
import { ApprovalsPanel } from '#components/home/approvals-panel.tsx';
import { ChangesPanel } from '#components/home/changes-panel.tsx';
import { LiveHome } from '#components/home/live-home.tsx';
import { TeamPanel } from '#components/home/team-panel.tsx';
import { WorkPanel } from '#components/home/work-panel.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { mayApprove } from '#lib/access/policy.ts';
import { approvalsWaiting } from '#lib/approval/queries/approvals.ts';
import { changesSince, lastSeenAt } from '#lib/home/changes.ts';
import { teamsOf } from '#lib/home/teams.ts';
import { myWork, unassignedWork } from '#lib/home/work.ts';
import { groupIdsOf } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Home' };

/** Home: requests that wait for me, the groups I manage, my work, my groups' unassigned work, changes since my last visit. */
export default async function HomePage() {
  const actor = await requireActor();
  const until = now();
  const [approvals, teams, mine, unassigned, changes] = await Promise.all([
    mayApprove(actor).ok ? approvalsWaiting(actor) : [],
    teamsOf(actor),
    myWork(actor),
    unassignedWork(actor),
    lastSeenAt(actor).then((since) => changesSince(actor, since)),
  ]);

  return (
    <>
      <RowLinks />
      <LiveHome records={[...mine.rows, ...unassigned.rows, ...changes].map(({ id }) => id)} names={[]} />
      <PageHeader title="Home" />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="grid gap-4">
          {approvals.length > 0 && <ApprovalsPanel approvals={approvals} />}
          {teams.map((team) => (
            <TeamPanel key={team.id} team={team} />
          ))}
          <WorkPanel
            title="My work"
            work={mine}
            filters={{ assigned: ['me'], active: ['yes'] }}
            empty="Nothing active is assigned to you. Take a record from your groups, or open a list."
          />
          <WorkPanel
            title="My groups' unassigned work"
            work={unassigned}
            filters={{ group: ['mine'], assigned: ['nobody'], active: ['yes'] }}
            empty={
              groupIdsOf(actor).length === 0
                ? 'You are not in a group yet. Administrators add members under Groups.'
                : 'Every record of your groups is assigned.'
            }
          />
        </div>
        <ChangesPanel changes={changes} until={until} />
      </div>
    </>
  );
}
