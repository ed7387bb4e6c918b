'use client';

import { Panel } from '#components/ui/panel.tsx';
import { formFields, propertiesOf } from './form-fields.ts';
import { QuestionField } from './question-field.tsx';
import { RecordField } from './record-field.tsx';
import { useRecordForm } from './record-form.tsx';
import { SavedByEnter } from './saved-by-enter.tsx';

/** What one changes most, in its place: quiet until the hand is over it. A state brings the fields that it needs. */
export function Properties() {
  const { details, draft, question } = useRecordForm();
  const { needed, comeWithState } = formFields(details, draft.valueOf);
  const moves = draft.names.includes('state') && needed.length > 0;
  const ofTheState = needed.map((name) => <RecordField key={name} name={name} required />);
  return (
    <Panel title="Properties" flush>
      <SavedByEnter className="properties">
        {propertiesOf(details).map((name) => (
          <RecordField key={name} name={name} takesAway={name === 'state' ? comeWithState : []} />
        ))}
        {moves || question ? (
          <div className="properties-needed">
            {ofTheState}
            {question && <QuestionField {...question} />}
          </div>
        ) : (
          ofTheState
        )}
      </SavedByEnter>
    </Panel>
  );
}
