/** The process is alive; it says nothing of the database. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
