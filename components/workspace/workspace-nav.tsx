import {
  BookOpen,
  Bug,
  Building2,
  FileText,
  GitPullRequestArrow,
  House,
  type LucideIcon,
  PackageOpen,
  Settings,
  ShoppingCart,
  Stamp,
  TriangleAlert,
} from 'lucide-react';
import type { Command, NavItem } from '#components/shell/navigation.ts';
import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import { can, mayAdminister } from '#lib/access/policy.ts';
import { creatableKinds } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/task/kind.ts';

/** The icon of each kind, and the letter that leads to its list after `g`. */
const signs: Readonly<Record<TaskKind, { icon: LucideIcon; shortcut?: string }>> = {
  case: { icon: FileText, shortcut: 'c' },
  incident: { icon: TriangleAlert, shortcut: 'i' },
  problem: { icon: Bug, shortcut: 'p' },
  change: { icon: GitPullRequestArrow, shortcut: 'h' },
  request: { icon: ShoppingCart, shortcut: 'r' },
  requested_item: { icon: PackageOpen },
};

/** What the actor may see, and how much of it is open and theirs. */
export function workspaceNav(
  actor: Actor,
  open: Partial<Record<TaskKind, number>>,
  waiting: number | null,
): NavItem[][] {
  const lists = taskKindNames
    .filter((kind) => !taskKinds[kind].partOf && can(actor, 'see', kind))
    .map((kind): NavItem => {
      const { icon: Icon, shortcut } = signs[kind];
      const { path, plural } = taskKinds[kind];
      return {
        href: `/workspace/${path}`,
        label: plural,
        icon: <Icon aria-hidden />,
        ...(shortcut ? { shortcut } : {}),
        count: open[kind],
      };
    });
  const home = { href: '/workspace', label: 'Home', icon: <House aria-hidden /> };
  const approvals = {
    href: '/workspace/approvals',
    label: 'Approvals',
    icon: <Stamp aria-hidden />,
    count: waiting ?? 0,
  };
  const customers = { href: '/workspace/customers', label: 'Customers', icon: <Building2 aria-hidden /> };
  const knowledge = { href: '/workspace/knowledge', label: 'Knowledge', icon: <BookOpen aria-hidden /> };
  const admin = { href: '/admin', label: 'Admin', icon: <Settings aria-hidden /> };
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
