import { type Fact, Facts } from '#components/ui/facts.tsx';
import { Panel } from '#components/ui/panel.tsx';

export interface PersonFactsProps {
  person: { email: string | null; timeZone: string | null; active: boolean };
  more?: readonly Fact[];
}

/** How and when to reach a contact or consumer. */
export function PersonFacts({ person: { email, timeZone, active }, more = [] }: PersonFactsProps) {
  return (
    <Panel title="Details">
      <Facts
        items={[
          { term: 'Email', detail: email ? <a href={`mailto:${email}`}>{email}</a> : '-' },
          { term: 'Time zone', detail: timeZone?.replaceAll('_', ' ') },
          { term: 'Active', detail: active ? 'Yes' : 'No' },
          ...more,
        ]}
      />
    </Panel>
  );
}
