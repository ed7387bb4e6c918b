import type { Command, NavItem } from '#components/shell/navigation.ts';
import type { IconName } from '#components/ui/icon.tsx';
import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import { can, mayAdminister } from '#lib/access/policy.ts';
import type { OpenWork } from '#lib/home/open-work.ts';
import { creatableKinds } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/task/kind.ts';

/** The icon of each kind, and the letter that leads to its list after `g`. */
const signs: Readonly<Record<TaskKind, { icon: IconName; shortcut?: string }>> = {
  case: { icon: 'file-text', shortcut: 'c' },
  incident: { icon: 'triangle-alert', shortcut: 'i' },
  problem: { icon: 'bug', shortcut: 'p' },
  change: { icon: 'git-pull-request-arrow', shortcut: 'h' },
  request: { icon: 'shopping-cart', shortcut: 'r' },
  requested_item: { icon: 'package-open' },
};

/** What the actor may see, and how much of it is open and theirs. */
export function workspaceNav(actor: Actor, { records, approvals: waiting }: OpenWork): NavItem[][] {
  const lists = taskKindNames
    .filter((kind) => !taskKinds[kind].partOf && can(actor, 'see', kind))
    .map((kind): NavItem => {
      const { icon, shortcut } = signs[kind];
      const { path, plural } = taskKinds[kind];
      return {
        href: `/workspace/${path}`,
        label: plural,
        icon,
        ...(shortcut ? { shortcut } : {}),
        count: records[kind],
      };
    });
  const home: NavItem = { href: '/workspace', label: 'Home', icon: 'house' };
  const approvals: NavItem = {
    href: '/workspace/approvals',
    label: 'Approvals',
    icon: 'stamp',
    count: waiting ?? 0,
  };
  const customers: NavItem = { href: '/workspace/customers', label: 'Customers', icon: 'building-2' };
  const knowledge: NavItem = { href: '/workspace/knowledge', label: 'Knowledge', icon: 'book-open' };
  const admin: NavItem = { href: '/admin', label: 'Admin', icon: 'settings' };
  const others = [
    knowledge,
    ...(maySeeAccounts(actor) || maySeeConsumers(actor) ? [customers] : []),
    ...(mayAdminister(actor).ok ? [admin] : []),
  ];
  return [[home, ...lists, ...(waiting === null ? [] : [approvals])], others];
}

/** What can be made from anywhere, for the command palette. */
export function creationCommands(actor: Actor): Command[] {
  return creatableKinds(actor).map((kind) => {
    const { path, label } = taskKinds[kind];
    return { href: `/workspace/${path}/new`, label: `New ${label.toLowerCase()}`, keywords: ['create', 'add'] };
  });
}
