import { Panel } from '#components/ui/panel.tsx';
import { closeOwnAction } from '#lib/portal/actions.ts';
import type { PortalFile } from '#lib/portal/files-of-case.ts';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { PortalOrder } from '#lib/portal/queries/portal-orders.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { mayAskVisit } from '#lib/portal/work-orders/may-ask-visit.ts';
import { pick } from '#lib/words/words.ts';
import { AddFiles } from './add-files.tsx';
import { AskWithReason } from './ask-with-reason.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseOrders } from './case-orders.tsx';
import { Colleagues } from './colleagues.tsx';
import { dateTime, type PortalReader } from './reader.ts';
import { RelatedRecords } from './related-records.tsx';

interface CaseAsideProps {
  theCase: PortalCase;
  related: readonly PortalRecord[];
  /** Null: this portal has no field service (REL-3). */
  orders: readonly PortalOrder[] | null;
  reader: PortalReader;
}

/** The panels beside the conversation: related records, files, facts, colleagues, and closing the case. */
export function CaseAside({ theCase, related, orders, reader }: CaseAsideProps) {
  const { say } = reader;
  const { number, may, files, colleagues, maxMegabytes } = theCase;
  return (
    <div className="grid min-w-0 gap-4">
      <RelatedRecords records={related} reader={reader} />
      {orders && <CaseOrders {...{ number, orders, reader }} mayAsk={may.ask && mayAskVisit(theCase, orders).ok} />}
      <Panel title={say('case.files')}>
        <div className="grid gap-3">
          <CaseFiles files={files} reader={reader} />
          {may.comment && (
            <AddFiles
              number={number}
              maxMegabytes={maxMegabytes}
              most={say('case.files.most', { most: maxMegabytes })}
              words={pick(say, [
                'case.files.add',
                'case.files.cancel',
                'case.files.large',
                'case.files.sending',
                'case.files.sent',
                'case.files.failed',
              ])}
            />
          )}
        </div>
      </Panel>
      <Panel title={say('case.details')}>
        <CaseFacts theCase={theCase} reader={reader} />
      </Panel>
      {(may.share || colleagues.length > 0) && (
        <Panel title={say('people.title')}>
          <Colleagues
            number={number}
            colleagues={colleagues}
            mayShare={may.share}
            words={pick(say, [
              'people.none',
              'people.reads',
              'people.answers',
              'people.add',
              'people.email',
              'people.may',
              'people.may.read',
              'people.may.answer',
              'people.send',
              'people.remove',
              'answer.lost',
            ])}
          />
        </Panel>
      )}
      {may.close && (
        <AskWithReason
          action={closeOwnAction}
          name="close"
          number={number}
          words={{
            title: say('case.close'),
            reason: say('case.close.reason'),
            hint: say('case.close.hint'),
            send: say('case.close.send'),
            lost: say('answer.lost'),
          }}
          className="rounded-md border bg-surface"
        />
      )}
    </div>
  );
}

/** POR-18 · The files of a case; each is requested when it is opened. */
function CaseFiles({ files, reader }: { files: readonly PortalFile[]; reader: PortalReader }) {
  const { say } = reader;
  if (files.length === 0) return <p className="text-ink-muted">{say('case.files.none')}</p>;
  return (
    <ul className="grid gap-1">
      {files.map(({ href, name, by, at, size }) => (
        <li key={href} className="min-w-0 py-1">
          <a href={href} className="text-link font-medium wrap-anywhere">
            {name}
          </a>
          <p className="text-sm text-ink-muted">
            {say('case.files.by', { name: by ?? say('support'), when: dateTime(at, reader), size })}
          </p>
        </li>
      ))}
    </ul>
  );
}
