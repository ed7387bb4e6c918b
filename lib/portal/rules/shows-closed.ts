import type { PortalList } from '../queries/portal-cases.ts';

type ListQuery = { list: PortalList; words: string; closed: boolean };

/** POR-2 · One's own issues and requests are those that are open, until one asks for the others or looks for words. */
export const showsClosed = ({ list, words, closed }: ListQuery): boolean =>
  closed || words !== '' || (list !== 'issues' && list !== 'requests');
