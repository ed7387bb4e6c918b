import type { Reply } from '#lib/replies/reply.ts';

const NAMED = 3;

/** NOT-8 · Who gets the answer: the first names, and the number of further cases. */
export function answeredPeople(replies: readonly Pick<Reply, 'by' | 'account' | 'caseNumber'>[]): string {
  const cases = [...new Map(replies.map((reply) => [reply.caseNumber, reply])).values()];
  const names = [...new Set(cases.map(({ by, account }) => (account ? `${by} (${account})` : by)))];
  const more = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ');
}
