import type { Command, NavItem } from '#components/shell/navigation.ts';
import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import { isTechnician, mayDispatch, mayEditSomeMaps, mayManageTechnicians } from '#lib/access/field-service.ts';
import { mayLeadMajorCases, mayOpenList, maySeeImpact, seesSomeRecords } from '#lib/access/policy.ts';
import { maySeeDashboard } from '#lib/access/shared.ts';
import { DASHBOARD_PATH } from '#lib/dashboard/dashboard-query.ts';
import type { OpenWork } from '#lib/home/open-work.ts';
import { mineText } from '#lib/list/views.ts';
import { majorCaseLists, pathOfList } from '#lib/major-case/lists.ts';
import { creatableKinds } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { taskKindNames, taskKinds } from '#lib/record/kind.ts';

/** The navigation for what the actor may see, with counts of active records assigned to the actor. */
export function workspaceNav(
  actor: Actor,
  { records, approvals: waiting, emails, majorCases }: Omit<OpenWork, 'unread'>,
): NavItem[][] {
  const lists = taskKindNames
    .filter((kind) => !taskKinds[kind].partOf && seesSomeRecords(actor, kind))
    .map((kind): NavItem => {
      const { path, label, plural, icon, shortcut } = taskKinds[kind];
      return {
        href: `/workspace/${path}`,
        label: plural,
        icon,
        ...(shortcut ? { shortcut } : {}),
        count: records[kind],
        counted: {
          href: `/workspace/${path}?${mineText(kind)}`,
          label: `active ${(records[kind] === 1 ? label : plural).toLowerCase()} of mine`,
        },
      };
    });
  // INC-6: users without a role for incidents still see their own.
  const ofCaller = mayOpenList(actor, 'incident') && !seesSomeRecords(actor, 'incident');
  const { path, icon } = taskKinds.incident;
  const mine: NavItem[] = ofCaller ? [{ href: `/workspace/${path}`, label: 'My incidents', icon }] : [];
  const home: NavItem = { href: '/workspace', label: 'Home', icon: 'house' };
  const approvals: NavItem = {
    href: '/workspace/approvals',
    label: 'Approvals',
    icon: 'stamp',
    count: waiting ?? 0,
  };
  const customers: NavItem = { href: '/workspace/customers', label: 'Customers', icon: 'building-2' };
  const knowledge: NavItem = { href: '/workspace/knowledge', label: 'Knowledge', icon: 'book-open' };
  const impact: NavItem = { href: '/workspace/impact', label: 'Impact', icon: 'network' };
  const dispatch: NavItem = { href: '/workspace/dispatch', label: 'Dispatch', icon: 'table-2' };
  const technicians: NavItem = { href: '/workspace/technicians', label: 'Technicians', icon: 'users-round' };
  const dashboard: NavItem = { href: DASHBOARD_PATH, label: 'Dashboard', icon: 'chart-column' };
  const admin: NavItem = { href: '/admin', label: 'Admin', icon: 'settings' };
  const others = [
    knowledge,
    ...(maySeeAccounts(actor) || maySeeConsumers(actor) ? [customers] : []),
    ...(maySeeImpact(actor).ok ? [impact] : []),
    ...(mayDispatch(actor).ok ? [dispatch] : []),
    ...(mayManageTechnicians(actor).ok ? [technicians] : []),
    ...(maySeeDashboard(actor).ok ? [dashboard] : []),
    ...(mayEditSomeMaps(actor).ok ? [admin] : []),
  ];
  const review: NavItem = {
    href: '/workspace/mail-review',
    label: 'Email review',
    icon: 'mail',
    count: emails ?? 0,
  };
  // MAJ-1: managers get candidates as an item; others find them beside the major cases.
  const majors: NavItem[] = majorCases
    ? [
        {
          href: pathOfList(''),
          label: majorCaseLists[''].title,
          icon: 'circle-alert',
          count: majorCases.active,
        },
        ...(mayLeadMajorCases(actor).ok
          ? [
              {
                href: pathOfList('candidates'),
                label: majorCaseLists.candidates.title,
                icon: 'file-question' as const,
                count: majorCases.candidates,
              },
            ]
          : []),
      ]
    : [];
  const myDay: NavItem = { href: '/workspace/my-day', label: 'My day', icon: 'calendar' };
  const ownLinks = [...(waiting === null ? [] : [approvals]), ...(emails === null ? [] : [review])];
  return [[home, ...(isTechnician(actor) ? [myDay] : []), ...lists, ...majors, ...mine, ...ownLinks], others];
}

/** The commands that create records, for the command palette. */
export function creationCommands(actor: Actor): Command[] {
  return creatableKinds(actor).map((kind) => {
    const { path, label } = taskKinds[kind];
    return { href: `/workspace/${path}/new`, label: `New ${label.toLowerCase()}`, keywords: ['create', 'add'] };
  });
}
