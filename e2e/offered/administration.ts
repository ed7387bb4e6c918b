import {
  type AdminTableName,
  adminTableNames,
  adminTables,
  nameColumn,
  rowName,
} from '#lib/admin-table/admin-tables.ts';
import { editableColumns } from '#lib/admin-table/column.ts';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { setRelation } from '#lib/admin-table/commands/set-relation.ts';
import { switchRow } from '#lib/admin-table/commands/switch-row.ts';
import { listRelations, listRows, rowOf } from '#lib/admin-table/queries.ts';
import { type RelationName, relationNames, relations } from '#lib/admin-table/relations.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { AuditFilter } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { switchBusinessRule } from '#lib/business-rule/commands/switch-business-rule.ts';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import { addLookupRow } from '#lib/data-lookup/commands/add-lookup-row.ts';
import { updateLookupRow } from '#lib/data-lookup/commands/update-lookup-row.ts';
import { priorityLookup } from '#lib/data-lookup/queries.ts';
import { externalAccess } from '#lib/external-access/queries.ts';
import { switchIntegration } from '#lib/integration/commands/switch-integration.ts';
import { retryFailedJob } from '#lib/jobs/commands/retry-failed-job.ts';
import { failedJobs } from '#lib/jobs/queries/failed-jobs.ts';
import { retryMails } from '#lib/ledger/commands/retry-mails.ts';
import { searchUpdates } from '#lib/ledger/queries/search-updates.ts';
import { LedgerSearch } from '#lib/ledger/schema.ts';
import { answerMail } from '#lib/mail-in/commands/answer-mail.ts';
import { checkMailServer } from '#lib/mail-out/commands/check-mail-server.ts';
import { resendMail } from '#lib/mail-out/commands/resend-mail.ts';
import { listMails } from '#lib/mail-out/queries/mail-log.ts';
import { MailLogQuery } from '#lib/mail-out/schema.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { listProperties } from '#lib/property/queries.ts';
import { createUser } from '#lib/user/commands/create-user.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { userWithRoles } from '#lib/user/queries.ts';
import { type Buttons, lastPart, type Offered, type Person, type Press, sendsLink, staysInBrowser } from './press.ts';

/** The row that a button's name contains. */
async function rowNamed(actor: Person, tables: readonly AdminTableName[], words: string) {
  for (const table of tables) {
    const { rows } = await listRows(actor, table);
    const row = rows.find((each) => rowName(adminTables[table], each) === words);
    if (row) return { table, row };
  }
  throw new Error(`No row is called ${words}.`);
}

const valuesOf = (table: AdminTableName, { values }: AdminRow) =>
  Object.fromEntries(editableColumns(adminTables[table].columns).map(([name]) => [name, values[name] ?? '']));

/** Saves a row without changes. */
const saved = (actor: Person, table: AdminTableName, row: AdminRow) =>
  saveRow(actor, { table, id: row.id, values: valuesOf(table, row) });

const edit =
  (...tables: AdminTableName[]): Press =>
  async ({ actor, name }) => {
    const { table, row } = await rowNamed(actor, tables, name.replace('Edit ', ''));
    return saved(actor, table, row);
  };

/** *Edit* and similar buttons on the row's own page. */
const editThis =
  (table: AdminTableName): Press =>
  async ({ actor, address }) =>
    saved(actor, table, await rowOf(actor, table, lastPart(address)));

/** Saves the fields of a kind without changes. */
const showFields: Press = async ({ actor, name }) => {
  const kind = (await externalAccess(actor)).find(({ label }) => `Save fields of ${label.toLowerCase()}` === name);
  if (!kind) throw new Error(`${name}: there is no such kind.`);
  const value = kind.fields.flatMap((field) => (field.shown ? [field.name] : [])).join(',');
  return updateProperty(actor, { name: `portal.fields.${kind.table}`, value });
};

/** Adds a row like the first one, with another name. */
const addTo =
  (table: AdminTableName | undefined): Press =>
  async ({ actor, name }) => {
    const [like] = table ? (await listRows(actor, table)).rows : [];
    if (!table || !like) throw new Error(`${name}: there is no row to take as an example.`);
    // A contact cannot be the primary contact of a second account.
    const { primaryContactId: _, ...values } = valuesOf(table, like);
    const called = nameColumn(adminTables[table]);
    const named = adminTables[table].columns[called]?.type === 'text' ? { [called]: 'Offered' } : {};
    return saveRow(actor, { table, id: undefined, values: { ...values, ...named } });
  };

/** Removes a relation, and adds it again if `related`. */
const relate =
  (related: boolean, all: readonly RelationName[] = relationNames): Press =>
  async ({ actor, name, address }) => {
    const relation = all.find((each) => !name.startsWith('Add') || name === `Add ${relations[each].noun}`);
    if (!relation) throw new Error(`${name} adds no relation.`);
    const { rows } = await listRelations(
      actor,
      relation,
      address.split('/').length > 3 ? { of: lastPart(address) } : {},
    );
    const row = rows.find(({ from, to }) => related || name === `Remove ${from}: ${to}`) ?? rows[0];
    const someoneElse = relation === 'group-member' ? actor.id : (await listRows(actor, 'account')).rows[0]?.id;
    const ids = { relation, fromId: row?.fromId ?? lastPart(address), toId: row?.toId ?? someoneElse ?? '' };
    await setRelation(actor, { ...ids, related: false });
    if (related) await setRelation(actor, { ...ids, related });
  };

const addRow: Press = (offered) =>
  addTo(adminTableNames.find((each) => `Add ${adminTables[each].noun}` === offered.name))(offered);

/** Switches off, then on again. */
const bothWays = (turn: (active: boolean) => Promise<unknown>) => turn(false).then(() => turn(true));

const switchOfRow: Press = async ({ actor, name }) => {
  const { table, row } = await rowNamed(
    actor,
    ['catalog-item', 'change-template', 'field-map', 'field-mapping', 'message-template'],
    name.replace(/ active$/, ''),
  );
  return bothWays((active) => switchRow(actor, { table, id: row.id, active }));
};

const undo: Press = async ({ actor, name, address }) => {
  const filter = AuditFilter.parse(Object.fromEntries(new URL(address, 'http://local').searchParams));
  const { entries } = await listAuditEntries(actor, filter);
  for (const entry of entries)
    if (entry.mayBeUndone && name === `Undo the change of ${entry.subject}`)
      await undoChange(actor, { entryId: entry.id });
};

const resend: Press = async ({ actor, name, address }) => {
  const query = MailLogQuery.parse(Object.fromEntries(new URL(address, 'http://local').searchParams));
  for (const mail of (await listMails(actor, query)).mails)
    if (name === `Resend ${mail.subject} to ${mail.who || mail.address}`) await resendMail(actor, mail);
};

const retryEmails: Press = async ({ actor, name, address }) => {
  const search = LedgerSearch.parse(Object.fromEntries(new URL(address, 'http://local').searchParams));
  for (const { id, number, mayRetry } of (await searchUpdates(actor, search)).updates)
    if (mayRetry && name === `Retry failed emails of ${number}`) await retryMails(actor, { updateId: id });
};

const lookup: Press = async ({ actor, name }) => {
  const [row] = (await priorityLookup(actor)).rows.filter(({ impact, urgency, order }) =>
    [
      `Edit impact ${impact}, urgency ${urgency}, order ${order}`,
      `Row of impact ${impact} and urgency ${urgency}, order ${order} active`,
    ].includes(name),
  );
  if (!row) throw new Error(`There is no row for ${name}.`);
  return updateLookupRow(actor, name.startsWith('Edit') ? { ...row, priority: 5 } : { ...row, active: !row.active });
};

const idOf = (name: string) => name.replace(/ active$/, '');
const password = 'harbour of nine quiet lanterns';
const person = { name: 'Olga Offered', email: 'olga@offered.example', password };
const add =
  (account: (offered: Offered) => object): Press =>
  (offered) =>
    addPerson(offered.actor, { ...person, timeZone: 'UTC', roles: [], ...account(offered) });

/** The buttons of administration. */
export const administrationButtons: Buttons = {
  '/admin/properties': [
    [
      /^Update /,
      async ({ actor, name }) => {
        const property = (await listProperties(actor)).find((each) => name === `Update ${each.name}`);
        return updateProperty(actor, { name: property?.name ?? name, value: String(property?.value) });
      },
    ],
  ],
  '/admin/business-rules': [
    [/ active$/, ({ actor, name }) => bothWays((active) => switchBusinessRule(actor, { id: idOf(name), active }))],
  ],
  '/admin/integrations': [
    [/ active$/, ({ actor, name }) => bothWays((active) => switchIntegration(actor, { id: idOf(name), active }))],
  ],
  '/admin/data-lookup': [
    [
      /^Add row$/,
      ({ actor }) => addLookupRow(actor, { impact: 1, urgency: 1, priority: 5, order: 999, active: false }),
    ],
    [/^(Edit|Row of) impact /, lookup],
    [
      /^Incident data lookup active$/,
      ({ actor }) =>
        bothWays((active) =>
          updateProperty(actor, { name: 'com.snc.incident.data_lookup_active', value: String(active) }),
        ),
    ],
  ],
  '/admin/users': [],
  '/admin/users/new': [[/^Create user$/, ({ actor }) => createUser(actor, { ...person, roles: ['itil'], groups: [] })]],
  '/admin/users/[id]': [
    [
      /^Active$/,
      ({ actor, address }) => bothWays((active) => setUserActive(actor, { userId: lastPart(address), active })),
    ],
    sendsLink,
    [/^Edit$/, editThis('user')],
    [/^Change account$/, editThis('contact')],
    [
      /^Save roles$/,
      async ({ actor, address }) => {
        const { granted } = await userWithRoles(actor, lastPart(address));
        return setUserRoles(actor, { userId: lastPart(address), roles: granted });
      },
    ],
  ],
  '/admin/groups': [
    [/^Add group$/, addRow],
    [/^Edit /, edit('group')],
  ],
  '/admin/groups/[id]': [
    [/^Edit$/, editThis('group')],
    [/^Add member$/, relate(true, ['group-member'])],
    [/^Remove /, relate(false, ['group-member'])],
  ],
  '/admin/accounts': [
    [/^Add account$/, addRow],
    [/^Edit /, edit('account')],
    [/^Add partner relationship$/, relate(true, ['partner-relationship'])],
    [/^Remove /, relate(false, ['partner-relationship'])],
  ],
  '/admin/accounts/consumers': [[/^Add consumer$/, add(() => ({}))]],
  '/admin/accounts/[id]': [
    [/^Edit$/, editThis('account')],
    [/^Add contact$/, add(({ address }) => ({ accountId: lastPart(address) }))],
    [/^Add partner relationship$/, relate(true, ['partner-relationship'])],
    [/^Remove /, relate(false, ['partner-relationship'])],
  ],
  '/admin/catalog': [
    [/ active$/, switchOfRow],
    [/^Add /, addRow],
    [/^Edit /, edit('catalog-item', 'catalog-category')],
  ],
  '/admin/change-templates': [
    [/ active$/, switchOfRow],
    [/^Add /, addRow],
    [/^Edit /, edit('change-template')],
  ],
  '/admin/message-templates': [
    [/ active$/, switchOfRow],
    [/^Add /, addRow],
    [/^Edit /, edit('message-template')],
  ],
  '/admin/field-mappings': [
    [/ active$/, switchOfRow],
    [/^Add map for /, addTo('field-map')],
    [/^Edit /, edit('field-map')],
    [/^Preview$/, staysInBrowser],
  ],
  '/admin/field-mappings/[id]': [
    [/ active$/, switchOfRow],
    [/^Add mapped field$/, addRow],
    [/^Edit$/, editThis('field-map')],
    [/^Edit /, edit('field-mapping')],
  ],
  '/admin/external-access': [
    [/^Save /, showFields],
    [/^Preview$/, staysInBrowser],
  ],
  '/admin/cmdb': [
    [/^Add relationship$/, relate(true, ['ci-relationship'])],
    [/^Remove /, relate(false, ['ci-relationship'])],
    [/^Add /, addRow],
    [/^Edit /, edit('configuration-item', 'product', 'asset', 'install-base-item')],
  ],
  '/admin/mail': [
    [/^Filter$/, staysInBrowser],
    [/^Resend /, resend],
  ],
  '/admin/mail/[id]': [[/^Resend /, ({ actor, address }) => resendMail(actor, { id: lastPart(address) })]],
  '/admin/mailbox': [],
  '/admin/mailbox/[person]': [],
  '/admin/mailbox/[person]/[mail]': [
    [/^Send answer$/, ({ actor, address }) => answerMail(actor, { id: lastPart(address), text: 'Thank you.' })],
  ],
  '/admin/updates': [
    [/^Filter$/, staysInBrowser],
    [/^Retry /, retryEmails],
  ],
  '/admin/jobs': [
    [
      /^Run .+ again$/,
      async ({ actor, name }) => {
        for (const failed of await failedJobs(actor))
          if (name === `Run ${`${failed.name} ${failed.about}`.trim()} again`) await retryFailedJob(actor, failed);
      },
    ],
    [/^Check mail server$/, ({ actor }) => checkMailServer(actor)],
  ],
  '/admin/audit': [
    [/^Filter$/, staysInBrowser],
    [/^Undo the change of /, undo],
  ],
};
