import { type AuditFormatter, plainText, switchText } from '#lib/audit/formatter.ts';
import { isJsonObject, type Json } from '#lib/platform/json.ts';

const partText = (name: string, value: Json) => (name === 'active' ? switchText(value) : `${name} ${plainText(value)}`);

/** The order in which the log shows a row's values. Other values follow at the end. */
const ORDER = ['impact', 'urgency', 'priority', 'order', 'active'];

/** ADM-12 · A row of the priority data lookup in the audit log. A row has no name, so its values identify it. */
export const lookupFormatter: AuditFormatter = {
  label: 'Priority data lookup changed',
  value(row) {
    if (!isJsonObject(row)) return plainText(row);
    const names = [...new Set([...ORDER, ...Object.keys(row)])];
    return names.flatMap((name) => (row[name] === undefined ? [] : [partText(name, row[name])])).join(', ');
  },
  subject: ({ subject }) => `dl_u_priority, row ${subject.slice(-6)}`,
};
