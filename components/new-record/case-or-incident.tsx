'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { type Answers, questions, type Recommended, recommend } from '#lib/new-record/rules/recommend.ts';
import type { CreateRecords } from '#lib/new-record/schema.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { LinkName } from '#lib/record/link.ts';
import { OpenIncidents } from './open-incidents.tsx';
import { Radios } from './radios.tsx';

/** What to create: a record, and for a case optionally a related one, new or by its number. */
export type RecordsToCreate = { kind: TaskKind; related?: CreateRecords['related'] };

const titles: Readonly<Record<Recommended, string>> = {
  case: 'Case',
  incident: 'Incident',
  'case-with-incident': 'Case with Incident',
};

export interface CaseOrIncidentProps {
  kinds: readonly TaskKind[];
  relatable: Record<'create' | 'link', LinkName[]>;
  configurationItemId: string;
  busy: boolean;
  onCreate: (records: RecordsToCreate) => void;
}

const unanswered: Answers = { affected: null, service: null, about: null };

/** Three questions and a recommendation; one click creates it from the form's values. */
export function CaseOrIncident({ kinds, relatable, configurationItemId, busy, onCreate }: CaseOrIncidentProps) {
  const [answers, setAnswers] = useState(unanswered);
  const [chosen, setChosen] = useState<{ number: string | null; on: string } | null>(null);
  // A chosen incident of another service no longer applies.
  const number = chosen?.on === configurationItemId ? chosen.number : null;
  const choose = (meant: string | null) => setChosen({ number: meant, on: configurationItemId });
  const advice = recommend(answers);
  const kind: TaskKind = advice?.what === 'incident' ? 'incident' : 'case';
  const withIncident = advice?.what === 'case-with-incident';
  const mayMake = kinds.includes(kind) && (!withIncident || relatable[number ? 'link' : 'create'].includes('incident'));

  function create() {
    if (!withIncident) onCreate({ kind });
    else onCreate({ kind, related: number ? { link: 'incident', number } : { variant: 'incident' } });
  }

  return (
    <Panel title="Case or incident?" className="lg:sticky lg:top-16">
      <div className="grid gap-4">
        {questions.map(({ name, text, options }) => (
          <Radios
            key={name}
            name={name}
            legend={text}
            options={options}
            value={answers[name]}
            onChange={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <div role="status" className="grid gap-1">
          {advice ? (
            <>
              <p className="font-semibold">{titles[advice.what]}</p>
              <p className="text-ink-muted">{advice.because}</p>
            </>
          ) : (
            <p className="text-ink-faint">Answer the questions to see which one it is.</p>
          )}
        </div>
        {advice && advice.what !== 'case' && (
          <OpenIncidents
            configurationItemId={configurationItemId}
            chosen={number}
            onChoose={withIncident && relatable.link.includes('incident') ? choose : null}
          />
        )}
        {advice && !mayMake && (
          <p className="text-ink-muted">Your roles do not allow you to create this. Ask someone who can.</p>
        )}
        {advice && mayMake && (
          <Button variant="secondary" disabled={busy} onClick={create}>
            {withIncident && number ? `Create Case with ${number}` : `Create ${titles[advice.what]}`}
          </Button>
        )}
      </div>
    </Panel>
  );
}
