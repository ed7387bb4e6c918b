import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { folded } from '#lib/platform/folded.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { ACCOUNT_PREFIX, pathOfAccount } from '#lib/record/account-number.ts';
import { type NumberRanges, numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import { type Candidate, numberCondition, numberRank } from './candidate.ts';

/** Limits: accounts and people that are ranked, and words that are searched for. */
const MATCHES = 500;
const WORDS = 8;

type CustomerRow = {
  id: string;
  sort: 'account' | 'contact' | 'consumer';
  number: string | null;
  title: string;
  email: string | null;
  at: Date;
};

/** ACC-6 · Accounts by name or number; contacts and consumers by name or email address. Only for users who may see them. */
export async function customersFound(actor: Actor, words: string, typed: TypedNumber | null): Promise<Candidate[]> {
  const wanted = words.split(/\s+/).slice(0, WORDS);
  const contains = (...columns: readonly Prisma.Sql[]) =>
    Prisma.join(
      wanted.map(
        (word) =>
          Prisma.sql`(${Prisma.join(
            columns.map((column) => holds(column, word)),
            ' or ',
          )})`,
      ),
      ' and ',
    );
  const rows = await db().$queryRaw<CustomerRow[]>`
    (select a.id, 'account' as sort, a.number, a.name as title, null as email, a.updated_at as at from accounts a
      where ${maySeeAccounts(actor)} and (${contains(Prisma.sql`a.name`, Prisma.sql`a.number`)}
        or ${numberCondition(typed, ACCOUNT_PREFIX, Prisma.sql`a.number`)}) limit ${MATCHES})
    union all
    (select u.id, u.kind::text, null, u.name, u.email, u.updated_at from users u
      where ${contains(Prisma.sql`u.name`, Prisma.sql`u.email`)}
        and ((u.kind = 'contact' and ${maySeeAccounts(actor)}) or (u.kind = 'consumer' and ${maySeeConsumers(actor)}))
      limit ${MATCHES})
    order by at desc, id desc`;
  const meant = typed && numberRanges(typed, ACCOUNT_PREFIX);
  return rows.map((row) => candidateOf(row, words, wanted, meant));
}

function candidateOf(
  { id, sort, number, title, email, at }: CustomerRow,
  words: string,
  wanted: readonly string[],
  meant: NumberRanges | null,
): Candidate {
  const href = number === null ? `/workspace/customers/${sort}s/${id}` : pathOfAccount(number);
  const common = { id, sort, href, number, title, state: null, at };
  const byNumber = number === null ? null : numberRank(meant, number);
  if (byNumber) return { ...common, rank: byNumber, place: 'number' };
  const isNamed = wanted.every((word) => folded(title).includes(folded(word)));
  if (email?.toLowerCase() === words.toLowerCase()) return { ...common, rank: 'number', place: 'email', text: email };
  if (isNamed || email === null) return { ...common, rank: 'title', place: isNamed ? 'name' : 'number' };
  return { ...common, rank: 'text', place: 'email', text: email };
}
