/** The two ends of a relation, as the audit log has them. */
export type RelatedIds = { fromId: string; toId: string };

/** How the audit log names a relation: by both ids. */
export const relationSubject = ({ fromId, toId }: RelatedIds): string => `${fromId} ${toId}`;

/** The ids again. */
export function idsOfSubject(subject: string): RelatedIds {
  const [fromId = '', toId = ''] = subject.split(' ');
  return { fromId, toId };
}
