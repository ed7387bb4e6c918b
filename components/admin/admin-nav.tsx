import {
  ArrowLeftRight,
  BookOpen,
  Building2,
  House,
  KeyRound,
  LayoutTemplate,
  type LucideIcon,
  Network,
  Plug,
  ScrollText,
  ShoppingCart,
  SlidersHorizontal,
  Table2,
  Users,
  UsersRound,
} from 'lucide-react';
import type { NavItem } from '#components/shell/navigation.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { adminPagesOf } from './admin-pages.ts';

const icons: Readonly<Record<string, LucideIcon>> = {
  '/admin/properties': SlidersHorizontal,
  '/admin/business-rules': ArrowLeftRight,
  '/admin/data-lookup': Table2,
  '/admin/integrations': Plug,
  '/admin/users': Users,
  '/admin/groups': UsersRound,
  '/admin/roles': KeyRound,
  '/admin/accounts': Building2,
  '/admin/catalog': ShoppingCart,
  '/admin/change-templates': LayoutTemplate,
  '/admin/cmdb': Network,
  '/admin/knowledge': BookOpen,
  '/admin/audit': ScrollText,
};

/** The navigation beside the pages of administration: the way back, and what is there. */
export function adminNav(actor: Actor): NavItem[][] {
  const pages = adminPagesOf(actor).map(({ href, label }) => {
    const Icon = icons[href] ?? SlidersHorizontal;
    return { href, label, icon: <Icon aria-hidden /> };
  });
  return [[{ href: '/workspace', label: 'Workspace', icon: <House aria-hidden /> }], pages];
}
