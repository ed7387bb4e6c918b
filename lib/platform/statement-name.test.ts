import { expect, it } from 'vitest';
import { statementName } from './statement-name.ts';

const name = (sql: string, ...args: unknown[]) => statementName({ sql, args });

it('writes and locks are prepared, each under its own name', () => {
  const insert = name('INSERT INTO tasks (id) VALUES ($1)', 1);
  expect(insert).toHaveLength(32);
  expect(name('INSERT INTO tasks (id) VALUES ($1)', 2)).toBe(insert);
  expect(name('select id from tasks where id = $1 for no key update', 1)).not.toBe(insert);
});

it('so are look-ups by id, and reads that request it', () => {
  expect(name('SELECT "t0"."number" FROM "tasks" AS "t0" WHERE ("t0"."id" = $2 AND 1=1) LIMIT $3', 1, 2, 3)).not.toBe(
    '',
  );
  expect(name('/* prepared */ select count(*) from tasks where assigned_to_id = $1', 1)).not.toBe('');
});

it('reads are planned for their parameters', () => {
  expect(name('select id from tasks where search @@ $1', 'mail')).toBe('');
});

it('the number of prepared statements is limited', () => {
  const names = Array.from({ length: 600 }, (_, index) => name(`update tasks set priority = ${index}`));
  expect(names.at(-1)).toBe('');
  expect(names[0]).not.toBe('');
});
