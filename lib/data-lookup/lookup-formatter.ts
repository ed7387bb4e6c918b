import { type AuditFormatter, plainText, switchText } from '#lib/audit/formatter.ts';
import { isJsonObject, type Json } from '#lib/platform/json.ts';

const partText = (name: string, value: Json) => (name === 'active' ? switchText(value) : `${name} ${plainText(value)}`);

/** Read from left to right as one thinks of a row; what the log has besides comes last. */
const ORDER = ['impact', 'urgency', 'priority', 'order', 'active'];

/** ADM-12 · A row of the priority data lookup in the audit log: it has no name, so its values tell which one it is. */
export const lookupFormatter: AuditFormatter = {
  label: 'Priority data lookup changed',
  value(row) {
    if (!isJsonObject(row)) return plainText(row);
    const names = [...new Set([...ORDER, ...Object.keys(row)])];
    return names.flatMap((name) => (row[name] === undefined ? [] : [partText(name, row[name])])).join(', ');
  },
  subject: ({ subject }) => `dl_u_priority, row ${subject.slice(-6)}`,
};
