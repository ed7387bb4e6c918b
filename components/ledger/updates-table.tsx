import { ActionButton } from '#components/actions/action-button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { retryMailsAction } from '#lib/ledger/actions.ts';
import type { ShownUpdate } from '#lib/ledger/shown-update.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { FoldedRules, RuleList } from './figures.tsx';
import { MailList } from './mail-list.tsx';

interface UpdatesTableProps {
  caption: string;
  updates: readonly ShownUpdate[];
  /** Adds the record's number, for the list of all records. */
  withRecord?: boolean;
  onRetried?: () => void;
}

/** SYNC-6 · Updates with their author, what each rule wrote and skipped, and the results of the emails. */
export function UpdatesTable({ caption, updates, withRecord = false, onRetried }: UpdatesTableProps) {
  return (
    <DataTable
      caption={caption}
      stacked
      rows={updates}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'When',
          cellClass: 'whitespace-nowrap',
          cell: (update) => <When {...update} />,
        },
        withRecord && {
          heading: 'Record',
          cellClass: 'whitespace-nowrap',
          cell: ({ number }) => (
            <TextLink href={`${pathOfNumber(number)}?tab=updates`} data-row-link className="record-number">
              {number}
            </TextLink>
          ),
        },
        { heading: 'Who', cellClass: 'whitespace-nowrap', cell: ({ by }) => by },
        {
          heading: 'Records by rule',
          cellClass: 'max-md:basis-full md:min-w-80',
          cell: ({ id, rules }) =>
            withRecord ? <FoldedRules rules={rules} updateId={id} /> : <RuleList rules={rules} updateId={id} />,
        },
        {
          heading: 'Emails',
          labeled: true,
          cellClass: 'max-md:basis-full md:min-w-28',
          cell: ({ id, mails, number, mayRetry }) => (
            <>
              <MailList mails={mails} />
              {mayRetry && (
                <ActionButton
                  action={retryMailsAction}
                  input={{ updateId: id }}
                  onDone={onRetried}
                  icon={<Icon name="send" />}
                  aria-label={`Retry failed emails of ${number}`}
                >
                  Retry
                </ActionButton>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** The time of an update, and what it undoes or when it was undone. */
function When({ at, isUndo, undoes, undone }: ShownUpdate) {
  return (
    <>
      <ExactTime at={at} />
      {isUndo && (
        <span className="block text-ink-muted">
          {undoes ? (
            <>
              Undo of <ExactTime at={undoes} />
            </>
          ) : (
            'Undo'
          )}
        </span>
      )}
      {undone && (
        <span className="block text-ink-muted">
          Undo at <ExactTime at={undone} />
        </span>
      )}
    </>
  );
}
