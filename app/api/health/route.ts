/** The process is alive; this does not check the database. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
