import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { stateLabel } from '#lib/kinds/definitions.ts';
import { openIncidentsOnService } from '#lib/new-record/open-on-service.ts';

/** Open incidents on the same service as a configuration item (`ci`): a new record may belong to one of them. */
export const GET = route(
  { permission: 'incident.search', limit: 'type-ahead', query: z.object({ ci: z.string().default('') }) },
  async ({ actor, query }) => {
    const incidents = await openIncidentsOnService(actor, query.ci);
    return incidents.map((each) => ({ ...each, state: stateLabel('incident', each.state) }));
  },
);
