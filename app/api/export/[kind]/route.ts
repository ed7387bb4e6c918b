import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { exportTasks } from '#lib/list/export-tasks.ts';
import { parseListQuery } from '#lib/list/list-query.ts';
import { found } from '#lib/platform/verdict.ts';
import { kindOfPath, taskKinds } from '#lib/record/kind.ts';

const NUMBER = /^[A-Z]{1,5}\d{1,12}$/;
const AT_MOST = 1_000;

const Numbers = z.string().transform((text) =>
  text
    .split(',')
    .filter((each) => NUMBER.test(each))
    .slice(0, AT_MOST),
);

/** The other parameters are parsed as the list page parses them. */
const Query = z.object({ numbers: Numbers.default([]) }).catchall(z.string());

/** X of the permission table: a list, or some of its records (`numbers`), as a CSV file. */
export const GET = route(
  { permission: 'record.export', limit: 'export', params: z.object({ kind: z.string() }), query: Query },
  async ({ actor, params, query: { numbers, ...filters } }) => {
    const kind = found(kindOfPath(params.kind), 'list');
    const body = await exportTasks(actor, { query: { ...parseListQuery(kind, filters), page: null }, numbers });
    const name = `${taskKinds[kind].external}.csv`;
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    };
    return new Response(body, { headers });
  },
);
