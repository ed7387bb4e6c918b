'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { checkFileAction, importRecipientsAction } from '#lib/affected-customers/actions.ts';
import { counted, sortWords } from '#lib/affected-customers/customer-sort.ts';
import type { FileReport as Report } from '#lib/affected-customers/queries/check-file.ts';
import { LONGEST_FILE, TOO_LARGE } from '#lib/affected-customers/schema.ts';
import { spreadsheetText } from '#lib/external/spreadsheet-text.ts';
import { FileReport } from './file-report.tsx';
import type { ListDialogProps } from './list-tools.tsx';

const columns = {
  accounts: 'A column Number or Name says which account; without headings, the first column is used.',
  consumers: 'A column Email or Name says who; without headings, the first column is used.',
} as const;

/** MAJ-5 · Reads a file, previews the effect of each row, and adds the named customers. */
export function FileDialog({ list: { number, of }, onClose }: ListDialogProps) {
  const [text, setText] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const check = useAction(checkFileAction, { onDone: (data) => setReport(data ?? null) });
  const add = useAction(importRecipientsAction, { onDone: onClose });

  async function choose(file: File | undefined) {
    setReport(null);
    const read = file ? spreadsheetText(new Uint8Array(await file.arrayBuffer())) : '';
    setText(read);
    if (read && read.length <= LONGEST_FILE) check.run({ number, of, text: read });
  }

  const names = report ? report.added + report.listed : 0;
  return (
    <DialogForm
      size="l"
      title="Upload CSV"
      description={`Each row names one of the ${sortWords[of].many}. You will see the result of each row before anyone is added.`}
      verb={report && report.added > 0 ? `Add ${counted(report.added, of)}` : 'Add'}
      onClose={onClose}
      refused={add.refused ?? check.refused}
      pending={add.pending || check.pending}
      disabled={!report || names === 0}
      onSubmit={() => add.run({ number, of, text })}
    >
      <Field
        label="CSV file"
        hint={columns[of]}
        error={text.length > LONGEST_FILE ? [TOO_LARGE] : (check.errors.text ?? [])}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,text/csv,text/plain"
            className="block w-full text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-line-button file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        )}
      </Field>
      <div role="status" className="mt-3">
        {check.pending ? 'Reading…' : report && <FileReport report={report} of={of} />}
      </div>
    </DialogForm>
  );
}
