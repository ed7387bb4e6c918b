import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { Password, RoleNames, SetOwnLanguage, TimeZone } from '#lib/user/schema.ts';

const Name = lineInput(120).min(1);
const Email = z.email().trim().toLowerCase().max(254);

/** What an external person begins with; the roles are those for external people (ACC-1). */
const person = {
  /** An identity that is brought along keeps its id; who comes twice by it is there once. */
  id: z.uuid().optional(),
  name: Name,
  email: Email.optional(),
  timeZone: TimeZone.default('UTC'),
  roles: z.array(z.string().max(100)).default([]),
  /** Made by `hashPassword`; without one the person cannot sign in. */
  passwordHash: z.string().max(400).optional(),
};

export const CreateAccount = z.object({
  name: Name,
  parentId: z.uuid().optional(),
  partner: z.boolean().default(false),
  contractValue: z.number().min(0).max(999_999_999).default(0),
  phone: lineInput(60).default(''),
  address: textInput(400).trim().default(''),
  /** Whom its new cases go to. */
  assignmentGroupId: z.uuid().optional(),
});
export type CreateAccount = z.input<typeof CreateAccount>;

export const CreateConsumer = z.object(person);
export type CreateConsumer = z.input<typeof CreateConsumer>;

export const CreateContact = z.object({ ...person, accountId: z.uuid(), primary: z.boolean().default(false) });
export type CreateContact = z.input<typeof CreateContact>;

/** A contact of an account, or without one a consumer, as an administrator adds them. */
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

/** ACC-14 · The same as an agent adds them: without a choice of roles, and without a password. */
export const AddCustomer = AddPerson.pick({ accountId: true, name: true, email: true }).extend({
  kind: z.enum(['contact', 'consumer']),
  /** Whether the person is sent an invitation to the portal at once. */
  invite: z.union([z.boolean(), z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] })]).default(false),
});
export type AddCustomer = z.output<typeof AddCustomer>;

/** ACC-14 · What agents change of a contact or consumer. */
export const EditCustomer = AddPerson.pick({ name: true, email: true }).extend({
  id: z.uuid(),
  /** Empty: not known yet, the first sign-in takes the browser's. */
  timeZone: z.union([z.literal('').transform(() => null), TimeZone]),
  language: SetOwnLanguage.shape.language,
  /** When the person was last changed, as the form was opened. */
  asOf: z.iso.datetime(),
});
export type EditCustomer = z.output<typeof EditCustomer>;
