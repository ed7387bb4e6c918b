import type { CustomerSort } from './customer-sort.ts';

/** The type of the compared value: a picked record or choice, text, or an amount. */
export type TermType = 'product' | 'configuration-item' | 'account' | 'text' | 'amount' | 'choice';

type TermField = {
  label: string;
  of: readonly CustomerSort[];
  type: TermType;
  operators: Readonly<Record<string, string>>;
  choices?: Readonly<Record<string, string>>;
};

const both = ['accounts', 'consumers'] as const;
const text = { contains: 'contains', begins: 'begins with', lacks: 'does not contain' };
const has = { is: 'is', lacks: 'is not' };

/** MAJ-5 · Fields that find customers for a list, each with its operators. */
export const termFields = {
  product: { label: 'Product owned', of: both, type: 'product', operators: has },
  item: {
    label: 'Install base item on',
    of: both,
    type: 'configuration-item',
    operators: { is: 'is', depends: 'is, or depends on it', lacks: 'is not' },
  },
  name: { label: 'Name', of: both, type: 'text', operators: text },
  address: { label: 'Address', of: ['accounts'], type: 'text', operators: text },
  phone: { label: 'Phone', of: ['accounts'], type: 'text', operators: text },
  contractValue: {
    label: 'Contract value',
    of: ['accounts'],
    type: 'amount',
    operators: { least: 'is at least', most: 'is at most' },
  },
  parent: { label: 'Parent account', of: ['accounts'], type: 'account', operators: has },
  partner: {
    label: 'Partner',
    of: ['accounts'],
    type: 'choice',
    operators: { is: 'is' },
    choices: { true: 'Yes', false: 'No' },
  },
  email: { label: 'Email', of: ['consumers'], type: 'text', operators: text },
  timeZone: { label: 'Time zone', of: ['consumers'], type: 'text', operators: text },
  language: {
    label: 'Language',
    of: ['consumers'],
    type: 'choice',
    operators: { is: 'is' },
    choices: { en: 'English', ko: 'Korean' },
  },
} as const satisfies Readonly<Record<string, TermField>>;

export type TermFieldName = keyof typeof termFields;

/** The same for a field name that is only known at run time. */
export const termFieldOf = (name: TermFieldName): TermField => termFields[name];

/** The fields that find customers of a sort. */
export const termFieldsOf = (of: CustomerSort): TermFieldName[] =>
  (Object.keys(termFields) as TermFieldName[]).filter((name) => termFieldOf(name).of.includes(of));

/** The value is picked from a list of records and stored by id. */
export const isReferenceTerm = (name: TermFieldName): boolean =>
  ['product', 'configuration-item', 'account'].includes(termFieldOf(name).type);
