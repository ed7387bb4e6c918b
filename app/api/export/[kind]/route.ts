import { auditRefusal } from '#lib/access/audit-refusal.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { kindOfPath, taskKinds } from '#lib/task/kind.ts';
import { exportTasks } from '#lib/task/list/export-tasks.ts';
import { parseListQuery } from '#lib/task/list/list-query.ts';

const NUMBER = /^[A-Z]{1,5}\d{1,12}$/;
const AT_MOST = 1_000;

/** Spec 10 · X: a list, or some of its records (`numbers`), as a CSV file. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const kind = kindOfPath((await params).kind);
  if (!kind) return Response.json({ error: 'There is no such list.' }, { status: 404 });

  const asked = new URL(request.url).searchParams;
  const numbers = (asked.get('numbers') ?? '').split(',').filter((each) => NUMBER.test(each));
  const query = { ...parseListQuery(kind, Object.fromEntries(asked)), page: null };
  try {
    const body = await exportTasks(actor, { query, numbers: numbers.slice(0, AT_MOST) });
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${taskKinds[kind].external}.csv"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await auditRefusal(actor, 'record.export', error);
    return Response.json({ error: error.because, rule: error.rule }, { status: 403 });
  }
}
