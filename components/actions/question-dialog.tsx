'use client';

import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import type { OpenQuestion } from './question.ts';

/** SYNC-MAJ-1 · Asks before a change of a major case is written into its child cases. The title says how many. */
export function QuestionDialog({ effects, shown, answer }: OpenQuestion) {
  const cases = `${shown.children.toLocaleString('en')} child ${shown.children === 1 ? 'case' : 'cases'}`;
  return (
    <Dialog open onOpenChange={() => answer(false)} title={`Update ${cases}?`} size="s">
      {effects && <p>{effects}</p>}
      <DialogActions>
        <Button onClick={() => answer(false)}>Cancel</Button>
        <Button variant="primary" onClick={() => answer(true)}>
          Update
        </Button>
      </DialogActions>
    </Dialog>
  );
}
