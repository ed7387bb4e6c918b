import { changeRisks } from '#lib/change/fields.ts';
import { choices } from '#lib/task/choice.ts';
import type { Column, Columns } from './column.ts';

/** Rows that administrators keep. What they are made of is said here once: for the form, the list, the check and the log. */
export type Register = {
  table: string;
  /** How one is called in sentences, and many in headings. */
  noun: string;
  plural: string;
  columns: Columns;
  /** What stops when a row is deactivated; only rows that can be deactivated have a column `active`. */
  stops?: string;
  /** Where a row has a page of its own: under this address, by its id. */
  page?: string;
  /** Its rows are made by a command of their own. */
  madeElsewhere?: true;
  /** The column by which the list is ordered, if that is not the name. */
  orderedBy?: string;
  /** The table remembers when a row was changed. */
  stamped?: true;
};

/** What 99 of them cost still fits the price of a requested item, which counts hundredths up to 2,147,483,647. */
const HIGHEST_PRICE = 200_000;

const name = { label: 'Name', type: 'text', max: 120, required: true } as const satisfies Column;
const active = { label: 'Active', type: 'yes-no', fresh: 'true' } as const satisfies Column;
const plan = { type: 'long-text', max: 8_000, unlisted: true } as const;
const product = { label: 'Product', type: 'reference', target: 'product', required: true } as const;
const owners = {
  accountId: { label: 'Account', type: 'reference', target: 'account' },
  consumerId: { label: 'Consumer', type: 'reference', target: 'consumer' },
} as const satisfies Columns;

const same = (label: string) => [label, label, label] as const;

const classes = choices(
  ['Server', 'Network gear', 'Application', 'Database', 'Business service', 'Technical service'].map(same),
);
const statuses = choices(['Operational', 'Degraded', 'Non-Operational', 'Retired'].map(same));

const table = {
  'catalog-item': {
    table: 'catalog_items',
    noun: 'catalog item',
    plural: 'Items',
    columns: {
      name,
      categoryId: { label: 'Category', type: 'reference', target: 'catalog-category', required: true },
      description: { label: 'Description', type: 'long-text', max: 4_000, unlisted: true },
      priceCents: { label: 'Price', type: 'amount', kept: 'hundredths', max: HIGHEST_PRICE },
      deliveryDays: { label: 'Delivery days', type: 'whole', min: 0, max: 365, fresh: '3' },
      approvalGroupId: {
        label: 'Approval group',
        type: 'reference',
        target: 'group',
        hint: 'Without one, it is delivered without being asked for.',
      },
      fulfilmentGroupId: { label: 'Fulfilment group', type: 'reference', target: 'group' },
      active,
    },
    stops: 'It can not be ordered any more. What was ordered goes on.',
  },
  'catalog-category': {
    table: 'catalog_categories',
    noun: 'category',
    plural: 'Categories',
    columns: { name },
  },
  'change-template': {
    table: 'change_templates',
    noun: 'change template',
    plural: 'Change templates',
    columns: {
      name,
      category: { label: 'Category', type: 'text', max: 60, required: true },
      shortDescription: { label: 'Short description', type: 'text', max: 160, required: true },
      risk: { label: 'Risk', type: 'choice', choices: changeRisks, fresh: 'low', required: true },
      description: { label: 'Description', ...plan },
      justification: { label: 'Justification', ...plan },
      implementationPlan: { label: 'Implementation plan', ...plan },
      backoutPlan: { label: 'Backout plan', ...plan },
      testPlan: { label: 'Test plan', ...plan },
      active,
    },
    orderedBy: 'category',
    stops: 'No standard change is made from it any more. Changes that were made from it go on.',
  },
  group: {
    table: 'groups',
    noun: 'group',
    plural: 'Groups',
    columns: {
      name,
      email: { label: 'Email', type: 'email' },
      managerId: { label: 'Manager', type: 'reference', target: 'user' },
    },
    page: '/admin/groups',
  },
  user: {
    table: 'users',
    noun: 'user',
    plural: 'Users',
    columns: { name, email: { label: 'Email', type: 'email', hint: 'It is what one signs in with.' } },
    page: '/admin/users',
    madeElsewhere: true,
    stamped: true,
  },
  account: {
    table: 'accounts',
    noun: 'account',
    plural: 'Accounts',
    columns: {
      name,
      number: { label: 'Number', type: 'given' },
      parentId: { label: 'Parent account', type: 'reference', target: 'account' },
      primaryContactId: { label: 'Primary contact', type: 'reference', target: 'contact' },
      partner: { label: 'Partner', type: 'yes-no', fresh: 'false' },
      contractValue: { label: 'Contract value', type: 'amount', kept: 'decimal', max: 999_999_999 },
      phone: { label: 'Phone', type: 'text', max: 60 },
      address: { label: 'Address', type: 'long-text', max: 400, unlisted: true },
    },
    page: '/admin/accounts',
    stamped: true,
  },
  'configuration-item': {
    table: 'configuration_items',
    noun: 'configuration item',
    plural: 'Configuration items',
    columns: {
      name,
      class: { label: 'Class', type: 'choice', choices: classes, fresh: 'Server', required: true },
      operationalStatus: {
        label: 'Operational status',
        type: 'choice',
        choices: statuses,
        fresh: 'Operational',
        required: true,
      },
    },
  },
  product: { table: 'products', noun: 'product', plural: 'Products', columns: { name } },
  asset: {
    table: 'assets',
    noun: 'asset',
    plural: 'Assets',
    columns: {
      tag: { label: 'Tag', type: 'text', max: 60, required: true },
      serial: { label: 'Serial number', type: 'text', max: 60 },
      productId: product,
      ...owners,
    },
  },
  'install-base-item': {
    table: 'install_base_items',
    noun: 'install base item',
    plural: 'Install base',
    columns: {
      name: { ...name, max: 200 },
      productId: product,
      configurationItemId: {
        label: 'Configuration item',
        type: 'reference',
        target: 'configuration-item',
        required: true,
        hint: 'What it runs on.',
      },
      ...owners,
    },
  },
} as const satisfies Record<string, Register>;

export type RegisterName = keyof typeof table;

export const registers: Readonly<Record<RegisterName, Register>> = table;

export const registerNames = Object.keys(table) as RegisterName[];

/** The column by which a row is known and listed. */
export function nameColumn(register: Register): string {
  return 'name' in register.columns ? 'name' : (Object.keys(register.columns)[0] ?? 'id');
}
