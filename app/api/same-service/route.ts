import { openIncidentsOnService } from '#lib/new-record/open-on-service.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { stateLabel } from '#lib/task/definitions.ts';

/** Open incidents on the same service as a configuration item (`ci`): what a new record may belong to. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const incidents = await openIncidentsOnService(actor, new URL(request.url).searchParams.get('ci') ?? '');
  return Response.json(incidents.map((each) => ({ ...each, state: stateLabel('incident', each.state) })));
}
