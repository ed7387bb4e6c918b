import { type AuditFormatter, changedLabel, type NameOf, nameOrId, plainText } from '#lib/audit/formatter.ts';
import { isJsonObject } from '#lib/platform/json.ts';
import { idsOfSubject } from './related-ids.ts';
import { type RelationName, relations } from './relations.ts';

/** ADM-12 · How the audit log shows an added or removed relation: `"Alliant" serves "Boxeo"`. */
export function relationFormatter(name: RelationName): AuditFormatter {
  const { noun, verb, from, to } = relations[name];
  const ends = (fromId: string, toId: string, nameOf: NameOf) =>
    [nameOrId(nameOf(from.target, fromId), fromId), nameOrId(nameOf(to.target, toId), toId)] as const;
  return {
    label: changedLabel(noun),
    value(value, nameOf) {
      if (!isJsonObject(value)) return plainText(value);
      const [fromName, toName] = ends(plainText(value.fromId ?? ''), plainText(value.toId ?? ''), nameOf);
      return `${JSON.stringify(fromName)} ${verb} ${JSON.stringify(toName)}`;
    },
    subject({ subject }, nameOf) {
      const { fromId, toId } = idsOfSubject(subject);
      return ends(fromId, toId, nameOf).join(` ${verb} `);
    },
  };
}
