/** The two ends of a relation, as the audit log stores them. */
export type RelatedIds = { fromId: string; toId: string };

/** The audit log's subject for a relation: both ids. */
export const relationSubject = ({ fromId, toId }: RelatedIds): string => `${fromId} ${toId}`;

/** Reads both ids from the subject. */
export function idsOfSubject(subject: string): RelatedIds {
  const [fromId = '', toId = ''] = subject.split(' ');
  return { fromId, toId };
}
