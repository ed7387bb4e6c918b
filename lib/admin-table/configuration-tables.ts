import { choices } from '#lib/words/choice.ts';
import type { AdminTable } from './admin-tables.ts';
import type { Column, Columns } from './column.ts';

export const name = { label: 'Name', type: 'text', max: 120, required: true } as const satisfies Column;
export const assignmentGroup = {
  label: 'Assignment group',
  type: 'reference',
  target: 'group',
  hint: 'New cases go to it if no other group is chosen and its members work such cases.',
} as const satisfies Column;
const owners = {
  accountId: { label: 'Account', type: 'reference', target: 'account' },
  consumerId: { label: 'Consumer', type: 'reference', target: 'consumer' },
} as const satisfies Columns;

const product = { label: 'Product', type: 'reference', target: 'product', required: true } as const;

const same = (label: string) => [label, label, label] as const;

const classes = choices(
  ['Server', 'Network gear', 'Application', 'Database', 'Business service', 'Technical service'].map(same),
);

const statuses = choices(['Operational', 'Degraded', 'Non-Operational', 'Retired'].map(same));

/** ADM-7 · Installed products, their customers, and the configuration items that they run on. */
export const configurationTables = {
  'configuration-item': {
    dbTable: 'configuration_items',
    noun: 'configuration item',
    plural: 'Configuration items',
    columns: {
      name,
      class: { label: 'Class', type: 'choice', choices: classes, default: 'Server', required: true },
      operationalStatus: {
        label: 'Operational status',
        type: 'choice',
        choices: statuses,
        default: 'Operational',
        required: true,
      },
      assignmentGroupId: {
        ...assignmentGroup,
        hint: 'Incidents, problems and changes created from a case about this item, or about what a service depends on, go to it.',
      },
    },
    governsPages: true,
  },
  product: {
    dbTable: 'products',
    noun: 'product',
    plural: 'Products',
    columns: { name, assignmentGroupId: assignmentGroup },
  },
  asset: {
    dbTable: 'assets',
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
    dbTable: 'install_base_items',
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
    governsPages: true,
  },
} as const satisfies Record<string, AdminTable>;
