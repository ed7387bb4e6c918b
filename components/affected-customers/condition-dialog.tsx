'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { saveConditionAction } from '#lib/affected-customers/actions.ts';
import { sortWords } from '#lib/affected-customers/customer-sort.ts';
import type { NamedTerm } from '#lib/affected-customers/queries/condition-lines.ts';
import { ConditionMatches } from './condition-matches.tsx';
import type { ListDialogProps } from './list-tools.tsx';
import { blankTerm, TermRow } from './term-row.tsx';
import { useMatches } from './use-matches.ts';

const MAX = 10;

type Keyed = { key: number; term: NamedTerm };

/** MAJ-5 · Builds the condition of a list, with a live preview of the matching customers. */
export function ConditionDialog({ list: { number, of, condition, fixed }, onClose }: ListDialogProps) {
  const [match, setMatch] = useState(condition?.match ?? 'all');
  const [rows, setRows] = useState<readonly Keyed[]>(() =>
    (condition?.terms ?? [blankTerm('product')]).map((term, key) => ({ key, term })),
  );
  const terms = rows.map(({ term: { field, operator, value } }) => ({ field, operator, value }));
  const matches = useMatches(number, of, { match, terms });
  const { many } = sortWords[of];

  function add() {
    const key = Math.max(...rows.map((row) => row.key)) + 1;
    setRows([...rows, { key, term: blankTerm('name') }]);
  }

  return (
    <ActionDialog
      size="l"
      title={condition ? 'Change condition' : 'Add by condition'}
      description={
        fixed || !condition
          ? `All ${many} that match are added.`
          : `All ${many} that match are added; those that an earlier condition added and that do not match are removed.`
      }
      verb="Fill list"
      onClose={onClose}
      disabled={!matches.isWhole}
      action={saveConditionAction}
      input={{ number, of, condition: { match, terms } }}
    >
      <SegmentedControl
        label="Match"
        value={match}
        options={[
          { value: 'all', label: 'All conditions' },
          { value: 'any', label: 'Any condition' },
        ]}
        onChange={setMatch}
      />
      <ul aria-label="Conditions" className="my-3 grid gap-3 sm:gap-2">
        {rows.map(({ key, term }, at) => (
          <TermRow
            key={key}
            of={of}
            place={at + 1}
            term={term}
            onChange={(changed) => setRows(rows.map((row) => (row.key === key ? { key, term: changed } : row)))}
            onRemove={rows.length > 1 ? () => setRows(rows.filter((row) => row.key !== key)) : undefined}
          />
        ))}
      </ul>
      {rows.length < MAX && (
        <Button size="s" icon={<Icon name="plus" />} onClick={add}>
          Add condition
        </Button>
      )}
      <ConditionMatches of={of} matches={matches} />
    </ActionDialog>
  );
}
