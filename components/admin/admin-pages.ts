import { mayEditSomeMaps } from '#lib/access/field-service.ts';
import { mayAdminister, mayWriteArticles } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';

/** An administration page: its address, its name, and its name in comparable products. */
export type AdminPage = {
  href: string;
  label: string;
  keywords: readonly string[];
  /** Who else may open it besides administrators. A word, because pages are sent to browsers. */
  alsoFor?: 'authors' | 'map-editors';
};

const adminPages: readonly AdminPage[] = [
  {
    href: '/admin/properties',
    label: 'Properties',
    keywords: ['sys_properties.list', 'system properties', 'settings'],
  },
  { href: '/admin/business-rules', label: 'Business rules', keywords: ['sys_script.list', 'synchronization', 'rules'] },
  { href: '/admin/data-lookup', label: 'Data lookup', keywords: ['dl_u_priority.list', 'priority data lookup rules'] },
  { href: '/admin/integrations', label: 'Integrations', keywords: ['v_plugin.list', 'plugins', 'com.sn_cs_sm'] },
  { href: '/admin/users', label: 'Users', keywords: ['sys_user.list', 'people'] },
  { href: '/admin/groups', label: 'Groups', keywords: ['sys_user_group.list', 'sys_user_grmember.list', 'members'] },
  { href: '/admin/roles', label: 'Roles', keywords: ['sys_user_role.list', 'permissions'] },
  {
    href: '/admin/accounts',
    label: 'Accounts',
    keywords: ['customer_account.list', 'customer_contact.list', 'csm_consumer.list', 'account_relationship.list'],
  },
  { href: '/admin/catalog', label: 'Catalog', keywords: ['sc_cat_item.list', 'sc_category.list', 'catalog items'] },
  {
    href: '/admin/change-templates',
    label: 'Change templates',
    keywords: ['std_change_record_producer.list', 'standard change catalog'],
  },
  {
    href: '/admin/field-mappings',
    label: 'Field mappings',
    keywords: ['incident to proactive case', 'mapping', 'proactive'],
    alsoFor: 'map-editors',
  },
  {
    href: '/admin/external-access',
    label: 'External access',
    keywords: ['portal', 'related records widget', 'fields that customers see'],
  },
  {
    href: '/admin/message-templates',
    label: 'Message templates',
    keywords: ['notify customers', 'sys_email_template.list', 'outage message'],
  },
  {
    href: '/admin/cmdb',
    label: 'Configuration',
    keywords: ['cmdb_ci.list', 'cmdb_rel_ci.list', 'cmdb_model.list', 'alm_asset.list', 'sn_install_base_item.list'],
  },
  {
    href: '/admin/knowledge',
    label: 'Knowledge',
    keywords: ['kb_knowledge.list', 'articles'],
    alsoFor: 'authors',
  },
  { href: '/admin/mail', label: 'Email log', keywords: ['sys_email.list', 'sys_email_log.list', 'outbox'] },
  { href: '/admin/mailbox', label: 'Mailbox', keywords: ['sent emails', 'email accounts'] },
  {
    href: '/admin/updates',
    label: 'Updates',
    keywords: ['ledger', 'synchronization log', 'failed emails'],
  },
  { href: '/admin/jobs', label: 'Health', keywords: ['sys_trigger.list', 'scheduled jobs', 'queue', 'status'] },
  { href: '/admin/audit', label: 'Audit log', keywords: ['sys_audit.list', 'undo', 'history'] },
];

const mayOpen = { authors: mayWriteArticles, 'map-editors': mayEditSomeMaps };

/** ACC-2 · The administration pages that the actor may open. */
export function adminPagesOf(actor: Actor): readonly AdminPage[] {
  if (mayAdminister(actor).ok) return adminPages;
  return adminPages.filter(({ alsoFor }) => alsoFor && mayOpen[alsoFor](actor).ok);
}
