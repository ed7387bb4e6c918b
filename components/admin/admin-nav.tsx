import type { NavItem } from '#components/shell/navigation.ts';
import type { IconName } from '#components/ui/icon.tsx';
import type { Actor } from '#lib/platform/actor.ts';
import { adminPagesOf } from './admin-pages.ts';

const icons: Readonly<Record<string, IconName>> = {
  '/admin/properties': 'sliders-horizontal',
  '/admin/business-rules': 'arrow-left-right',
  '/admin/data-lookup': 'table-2',
  '/admin/integrations': 'plug',
  '/admin/users': 'users',
  '/admin/groups': 'users-round',
  '/admin/roles': 'key-round',
  '/admin/accounts': 'building-2',
  '/admin/catalog': 'shopping-cart',
  '/admin/change-templates': 'layout-template',
  '/admin/field-mappings': 'arrow-left-right',
  '/admin/external-access': 'eye',
  '/admin/message-templates': 'send',
  '/admin/cmdb': 'network',
  '/admin/knowledge': 'book-open',
  '/admin/mail': 'mail',
  '/admin/mailbox': 'inbox',
  '/admin/updates': 'workflow',
  '/admin/jobs': 'activity',
  '/admin/audit': 'scroll-text',
};

/** The navigation beside the administration pages: a link back, and the pages. */
export function adminNav(actor: Actor): NavItem[][] {
  const pages = adminPagesOf(actor).map(
    ({ href, label }): NavItem => ({ href, label, icon: icons[href] ?? 'sliders-horizontal' }),
  );
  return [[{ href: '/workspace', label: 'Workspace', icon: 'house' }], pages];
}
