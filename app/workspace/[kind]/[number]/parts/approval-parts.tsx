import { ApprovalNotice } from '#components/approval/approval-notice.tsx';
import { ApprovalTable } from '#components/approval/approval-table.tsx';
import { AskContact } from '#components/approval/ask-contact.tsx';
import { affectedContacts } from '#lib/approval/queries/affected-contacts.ts';
import { approvalsOf } from '#lib/approval/queries/approvals.ts';
import type { LoadParts } from './load-parts.ts';

/** CHG-1, REQ-1 · The tab exists only when approvals were requested, so the page waits for this. */
export const approvalParts: LoadParts = async (actor, { id, kind, number }) => {
  const approvals = await approvalsOf(actor, id);
  if (approvals.length === 0) return { tabs: [] };
  // A change that awaits approval can also ask its customers.
  const waits = kind === 'change' && approvals.some(({ answer }) => answer === 'requested');
  const contacts = waits ? await affectedContacts(actor, id) : [];
  const panel = (
    <>
      {contacts.length > 0 && <AskContact number={number} contacts={contacts} />}
      <ApprovalTable caption={`Approvals of ${number}`} approvals={approvals} by="approver" />
    </>
  );
  return {
    notice: approvals.map((approval) => approval.own && <ApprovalNotice key={approval.id} approval={approval} />),
    tabs: [{ id: 'approvals', label: 'Approvals', count: approvals.length, panel }],
  };
};
