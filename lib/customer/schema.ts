import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { Password, RoleNames, SetOwnLanguage, TimeZone } from '#lib/user/schema.ts';

const Name = lineInput(120).min(1);
const Email = z.email().trim().toLowerCase().max(254);

/** The fields of a new external user; roles are limited to those for external users (ACC-1). */
const person = {
  /** A given id is kept; adding the same id twice creates the person once. */
  id: z.uuid().optional(),
  name: Name,
  email: Email.optional(),
  timeZone: TimeZone.default('UTC'),
  roles: z.array(z.string().max(100)).default([]),
  /** Created by `hashPassword`; without it the person cannot sign in. */
  passwordHash: z.string().max(400).optional(),
};

export const CreateAccount = z.object({
  name: Name,
  parentId: z.uuid().optional(),
  partner: z.boolean().default(false),
  contractValue: z.number().min(0).max(999_999_999).default(0),
  phone: lineInput(60).default(''),
  address: textInput(400).trim().default(''),
  /** The group that its new cases are assigned to. */
  assignmentGroupId: z.uuid().optional(),
});
export type CreateAccount = z.input<typeof CreateAccount>;

export const CreateConsumer = z.object(person);
export type CreateConsumer = z.input<typeof CreateConsumer>;

export const CreateContact = z.object({ ...person, accountId: z.uuid(), primary: z.boolean().default(false) });
export type CreateContact = z.input<typeof CreateContact>;

/** A contact of an account, or, without an account, a consumer, as an administrator adds them. */
export const AddPerson = z.object({
  accountId: z.uuid('Choose the account.').optional(),
  name: lineInput(120).min(1, 'A person has a name.'),
  email: lineInput(254).toLowerCase().pipe(z.email('This is not an email address.')),
  timeZone: TimeZone.default('UTC'),
  /** Empty: the person cannot sign in yet. */
  password: Password.default(''),
  roles: RoleNames,
});
export type AddPerson = z.output<typeof AddPerson>;

/** ACC-14 · The same for agents: without a choice of roles and without a password. */
export const AddCustomer = AddPerson.pick({ accountId: true, name: true, email: true }).extend({
  kind: z.enum(['contact', 'consumer']),
  /** Whether to send the person a portal invitation immediately. */
  invite: z.union([z.boolean(), z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] })]).default(false),
});
export type AddCustomer = z.output<typeof AddCustomer>;

/** ACC-14 · What agents can change about a contact or consumer. */
export const EditCustomer = AddPerson.pick({ name: true, email: true }).extend({
  id: z.uuid(),
  /** Empty: unknown; the first sign-in takes the browser's. */
  timeZone: z.union([z.literal('').transform(() => null), TimeZone]),
  language: SetOwnLanguage.shape.language,
  /** When the person was last changed, as shown in the form. */
  asOf: z.iso.datetime(),
});
export type EditCustomer = z.output<typeof EditCustomer>;
