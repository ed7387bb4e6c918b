import type { PortalList } from '../queries/portal-cases.ts';

type ListQuery = { list: PortalList; words: string; closed: boolean };

/** POR-2 · The lists of the customer's issues and requests hide closed cases, unless the customer asks for them or searches. */
export const showsClosed = ({ list, words, closed }: ListQuery): boolean =>
  closed || words !== '' || (list !== 'issues' && list !== 'requests');
