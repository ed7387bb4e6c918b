import { messageVariables } from '#lib/customer-messages/message-variables.ts';
import { templateFits } from '#lib/customer-messages/rules/message.ts';
import { changeRisks } from '#lib/kinds/change/fields.ts';
import { languageChoices } from '#lib/words/languages.ts';
import { type Column, type Columns, displayValue, type RowValues } from './column.ts';
import { assignmentGroup, configurationTables, name } from './configuration-tables.ts';
import { mapTables } from './map-tables.ts';

/** A table whose rows administrators maintain. The form, list, validation and audit log use this declaration. */
export type AdminTable = {
  /** Its name in the database. */
  dbTable: string;
  /** Words for a row in sentences; `plural` is for headings. */
  noun: string;
  plural: string;
  columns: Columns;
  /** What deactivating a row stops; only rows that can be deactivated have a column `active`. */
  deactivationWarning?: string;
  /** The address of the pages of its rows, by id, if rows have a page. */
  page?: string;
  /** Another command creates its rows. */
  createdElsewhere?: true;
  /** The column that orders the list, if it is not the name. */
  orderedBy?: string;
  /** It has a column `updated_at`. */
  hasUpdatedAt?: true;
  /** IMP-1 · Open pages show results that depend on its rows. */
  governsPages?: true;
};

/** The price of 99 pieces must fit a requested item's price: hundredths up to 2,147,483,647. */
const HIGHEST_PRICE = 200_000;

const active = { label: 'Active', type: 'boolean', default: 'true' } as const satisfies Column;
const plan = { type: 'long-text', max: 8_000, unlisted: true } as const;

const declared = {
  'catalog-item': {
    dbTable: 'catalog_items',
    noun: 'catalog item',
    plural: 'Items',
    columns: {
      name,
      categoryId: { label: 'Category', type: 'reference', target: 'catalog-category', required: true },
      description: { label: 'Description', type: 'long-text', max: 4_000, unlisted: true },
      priceCents: { label: 'Price', type: 'amount', storedAs: 'cents', max: HIGHEST_PRICE },
      deliveryDays: { label: 'Delivery days', type: 'integer', min: 0, max: 365, default: '3', required: true },
      approvalGroupId: {
        label: 'Approval group',
        type: 'reference',
        target: 'approval-group',
        hint: 'Leave empty if no approval is needed.',
      },
      approvedByCustomer: {
        label: 'Approved by the customer',
        type: 'boolean',
        default: 'false',
        hint: 'The case managers and administrators of the account approve instead of the group.',
      },
      fulfilmentGroupId: { label: 'Fulfillment group', type: 'reference', target: 'group' },
      active,
    },
    deactivationWarning: 'It can no longer be ordered. Existing orders continue.',
  },
  'catalog-category': {
    dbTable: 'catalog_categories',
    noun: 'category',
    plural: 'Categories',
    columns: { name },
  },
  'change-template': {
    dbTable: 'change_templates',
    noun: 'change template',
    plural: 'Change templates',
    columns: {
      name,
      category: { label: 'Category', type: 'text', max: 60, required: true },
      shortDescription: { label: 'Short description', type: 'text', max: 160, required: true },
      risk: { label: 'Risk', type: 'choice', choices: changeRisks, default: 'low', required: true },
      description: { label: 'Description', ...plan },
      justification: { label: 'Justification', ...plan },
      implementationPlan: { label: 'Implementation plan', ...plan },
      backoutPlan: { label: 'Backout plan', ...plan },
      testPlan: { label: 'Test plan', ...plan },
      active,
    },
    orderedBy: 'category',
    deactivationWarning: 'Standard changes can no longer be created from it. Existing changes continue.',
  },
  'message-template': {
    dbTable: 'message_templates',
    noun: 'message template',
    plural: 'Message templates',
    columns: {
      name,
      text: {
        label: 'Message',
        type: 'long-text',
        max: 8_000,
        required: true,
        hint: messageVariables.map((variable) => `{{${variable}}}`).join(' '),
        wrongIn: templateFits,
      },
      active,
    },
    deactivationWarning: 'It is no longer offered in Notify Customers and Generate Proactive Cases.',
  },
  group: {
    dbTable: 'groups',
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
    dbTable: 'users',
    noun: 'user',
    plural: 'Users',
    columns: {
      name,
      email: { label: 'Email', type: 'email', hint: 'Used to sign in.' },
      timeZone: { label: 'Time zone', type: 'time-zone' },
      language: {
        label: 'Language',
        type: 'choice',
        choices: languageChoices,
        default: 'en',
        required: true,
        hint: 'The language of emails.',
      },
    },
    page: '/admin/users',
    createdElsewhere: true,
    hasUpdatedAt: true,
  },
  /** A contact's fields in addition to those of every user. */
  contact: {
    dbTable: 'contacts',
    noun: 'contact',
    plural: 'Contacts',
    columns: {
      accountId: {
        label: 'Account',
        type: 'reference',
        target: 'account',
        required: true,
        hint: 'Existing cases stay with their account.',
      },
    },
    page: '/admin/users',
    createdElsewhere: true,
  },
  account: {
    dbTable: 'accounts',
    noun: 'account',
    plural: 'Accounts',
    columns: {
      name,
      number: { label: 'Number', type: 'read-only' },
      parentId: { label: 'Parent account', type: 'reference', target: 'account', as: 'parent' },
      primaryContactId: { label: 'Primary contact', type: 'reference', target: 'contact', as: 'primary-contact' },
      partner: { label: 'Partner', type: 'boolean', default: 'false' },
      contractValue: { label: 'Contract value', type: 'amount', storedAs: 'decimal', max: 999_999_999 },
      phone: { label: 'Phone', type: 'text', max: 60 },
      address: { label: 'Address', type: 'long-text', max: 400, unlisted: true },
      assignmentGroupId: { ...assignmentGroup, unlisted: true },
    },
    page: '/admin/accounts',
    hasUpdatedAt: true,
  },
  ...configurationTables,
  ...mapTables,
} as const satisfies Record<string, AdminTable>;

export type AdminTableName = keyof typeof declared;

export const adminTables: Readonly<Record<AdminTableName, AdminTable>> = declared;

export const adminTableNames = Object.keys(declared) as AdminTableName[];

/** The name of a row, or the table's noun if the row has none. */
export function rowName(table: AdminTable, { values }: { values: RowValues }): string {
  const column = nameColumn(table);
  const declared = table.columns[column];
  const name = declared && declared.type !== 'reference' ? displayValue(declared, values[column] ?? '') : '';
  return name || table.noun;
}

/** The column that names a row. */
export function nameColumn(table: AdminTable): string {
  return 'name' in table.columns ? 'name' : (Object.keys(table.columns)[0] ?? 'id');
}
