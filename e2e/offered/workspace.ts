import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { editCustomer } from '#lib/customer/commands/edit-customer.ts';
import { customerShown } from '#lib/customer/customer-shown.ts';
import { EditCustomer } from '#lib/customer/schema.ts';
import { markSeen } from '#lib/home/commands/mark-seen.ts';
import { markRead } from '#lib/inbox/commands/mark-read.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { previewArticle } from '#lib/knowledge/queries.ts';
import { discardMail } from '#lib/mail-in/commands/discard-mail.ts';
import { fileMail } from '#lib/mail-in/commands/file-mail.ts';
import { moveMail } from '#lib/mail-in/commands/move-mail.ts';
import { openCaseFromMail } from '#lib/mail-in/commands/open-case-from-mail.ts';
import { returnMail } from '#lib/mail-in/commands/return-mail.ts';
import { approveCandidate } from '#lib/major-case/commands/approve-candidate.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { rejectCandidate } from '#lib/major-case/commands/reject-candidate.ts';
import { createRecords } from '#lib/new-record/commands/create-records.ts';
import { db } from '#lib/platform/db.ts';
import { kindOfPath, type TaskKind } from '#lib/record/kind.ts';
import { saveReplyTemplate } from '#lib/reply-template/commands/save-reply-template.ts';
import { changeableTemplates } from '#lib/reply-template/queries/reply-templates.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { editView } from '#lib/saved-view/commands/edit-view.ts';
import { saveView } from '#lib/saved-view/commands/save-view.ts';
import { changeableViews } from '#lib/saved-view/queries.ts';
import { changeOwnPassword } from '#lib/user/commands/change-own-password.ts';
import { setOwnLanguage, setOwnTimeZone } from '#lib/user/commands/set-own-preferences.ts';
import { signOutDevices } from '#lib/user/commands/sign-out-devices.ts';
import { signOutEverywhere } from '#lib/user/commands/sign-out-everywhere.ts';
import {
  anOffer,
  type Buttons,
  isThere,
  lastPart,
  type Offered,
  type Press,
  sendsLink,
  staysInBrowser,
} from './press.ts';

/** The page's template and its current version. */
async function opened(address: string) {
  const id = lastPart(address);
  const { version } = await db().replyTemplate.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return { id, version };
}

function kindAt(address: string): TaskKind {
  const kind = kindOfPath(address.split(/[/?]/)[2] ?? '');
  if (!kind) throw new Error(`${address} is no list.`);
  return kind;
}

const until = new Date(0);

/** The view in the button's name. */
const viewOf = ({ actor, name, address }: Offered) =>
  db().savedView.findFirst({
    where: { name: name.replace(/^(Edit|Delete) view /, ''), list: kindAt(address), ...changeableViews(actor) },
  });

/** A customer for users who work on contacts' cases. */
const aCustomer = async () => {
  const { id: contactId } = await db().contact.findFirstOrThrow({
    where: { user: { email: 'customer@boxeo.example' } },
  });
  return { contactId };
};

const anOpenCase = async () => {
  const open = { kind: 'case', active: true, contactId: { not: null } } as const;
  return (await db().task.findFirstOrThrow({ where: open })).number;
};

const template = { name: 'Offered', text: 'Hello {{customer.first_name}}', usedFor: 'both', shared: false } as const;
const save =
  (more: object): Press =>
  ({ actor }) =>
    saveReplyTemplate(actor, { ...template, ...more });

const answer =
  (given: 'approved' | 'rejected'): Press =>
  async ({ actor, name }) => {
    const number = name.split(' ').at(-1) ?? '';
    const asked = { task: { number }, approverId: actor.id, answer: 'requested' } as const;
    const { id: approvalId } = await db().approval.findFirstOrThrow({ where: asked });
    return answerApproval(actor, { approvalId, answer: given, reason: 'Not in this week.' });
  };

/** The required fields of a kind's form. */
const valuesOf = async (kind: TaskKind) => {
  const contact = await db().contact.findFirstOrThrow({ where: { user: { email: 'customer@boxeo.example' } } });
  return { shortDescription: 'Offered', ...(kind === 'case' ? { contactId: contact.id } : {}) };
};

const article = { title: 'Offered', text: 'Restart it.', readers: 'internal' } as const;
const write =
  (published: boolean | 'as it is'): Press =>
  async ({ actor, address }) => {
    const before = await db().article.findUnique({ where: { number: lastPart(address) } });
    const again = before ? { number: before.number, seen: before.updatedAt.toISOString() } : {};
    const stays = published === 'as it is' ? before?.publishedAt != null : published;
    return writeArticle(actor, { ...article, ...again, published: stays });
  };
const preview: Press = async ({ actor }) => previewArticle(actor, { text: article.text });

const open =
  (as: 'candidate' | 'major case'): Press =>
  ({ actor }) =>
    openMajorCase(actor, { as, values: { shortDescription: 'Offered', businessImpact: 'No sales.' } });

/** MAJ-1, MAJ-4 · Above each list of major cases. */
const openButtons = [
  [/^Create Candidate$/, open('candidate')],
  [/^Create Major Case$/, open('major case')],
] as const;

const numberIn = (name: string) => name.split(' ').at(-1) ?? '';

/** The actions on an email, in the review or on its record. */
const ofMail: Buttons[string] = [
  [
    /^Open case$/,
    async ({ actor, address }) => openCaseFromMail(actor, { id: lastPart(address), ...(await aCustomer()) }),
  ],
  [
    /^File to case$/,
    async ({ actor, address }) => fileMail(actor, { id: lastPart(address), number: await anOpenCase() }),
  ],
  [/^Discard$/, ({ actor, address }) => discardMail(actor, { id: lastPart(address) })],
  [
    /^Move to another case$/,
    async ({ actor, address }) => moveMail(actor, { id: lastPart(address), number: await anOpenCase() }),
  ],
  [/^Back to review$/, ({ actor, address }) => returnMail(actor, { id: lastPart(address) })],
];

/** Saves a customer without changes. */
const editsCustomer: Buttons[string][number] = [
  /^Edit$/,
  async ({ actor, address }) => {
    const { asOf, email, timeZone, ...shown } = customerShown(
      await db().user.findUniqueOrThrow({ where: { id: lastPart(address) } }),
    );
    return editCustomer(actor, EditCustomer.parse({ ...shown, asOf, email: email ?? '', timeZone: timeZone ?? '' }));
  },
];

/** The buttons of the workspace, including those of articles, which users without administration roles may write too. */
export const workspaceButtons: Buttons = {
  '*': [[/^(Menu|Command palette.*|User menu, .+)$/, staysInBrowser]],
  '/workspace/customers/contacts/[id]': [sendsLink, editsCustomer],
  '/workspace/customers/consumers/[id]': [sendsLink, editsCustomer],
  '/workspace': [[/^Mark all as seen$/, ({ actor }) => markSeen(actor, { until })]],
  '/workspace/inbox': [
    [/^Mark all as read$/, ({ actor }) => markRead(actor, { until })],
    [/^Show older$/, staysInBrowser],
  ],
  '/workspace/approvals': [
    [/^Approve [A-Z]+\d+$/, answer('approved')],
    [/^Reject [A-Z]+\d+$/, answer('rejected')],
  ],
  '/workspace/[kind]': [
    [/^(Filter.*|Columns|Preview)$/, staysInBrowser],
    [/^Save view$/, ({ actor, address }) => saveView(actor, { kind: kindAt(address), name: 'Offered', query: '' })],
    [
      /^Edit view /,
      async (offered) => {
        const view = await viewOf(offered);
        isThere(view);
        if (view) await editView(offered.actor, { id: view.id, name: 'Offered', shared: view.shared });
      },
    ],
    [/^Delete view /, async (offered) => isThere(await viewOf(offered))],
  ],
  '/workspace/[kind]/new': [
    [
      /^Create (case|incident|problem|change request|work order)$/,
      async ({ actor, address }) => {
        const kind = kindAt(address);
        return createRecords(actor, { kind, values: await valuesOf(kind) });
      },
    ],
  ],
  '/workspace/requests/new': [
    [/^Clear$/, staysInBrowser],
    [
      /^Create request$/,
      async ({ actor }) => createRequest(actor, { items: [{ catalogItemId: (await anOffer()).id, quantity: 1 }] }),
    ],
  ],
  '/workspace/impact': [],
  '/workspace/dashboard': [[/^Filter.*$/, staysInBrowser]],
  '/workspace/mail-review/[id]': ofMail,
  '/workspace/emails/[id]': ofMail,
  '/workspace/major-cases': openButtons,
  '/workspace/major-cases/[list]': [
    ...openButtons,
    [/^Approve CS\d+$/, ({ actor, name }) => approveCandidate(actor, { number: numberIn(name) })],
    [/^Reject CS\d+$/, ({ actor, name }) => rejectCandidate(actor, { number: numberIn(name), reason: 'One only.' })],
  ],
  '/workspace/profile': [
    [
      /^Change password$/,
      ({ actor }) =>
        changeOwnPassword(actor, { currentPassword: 'casebridge-demo', newPassword: 'harbour of nine quiet lanterns' }),
    ],
    [/^Save language$/, ({ actor }) => setOwnLanguage(actor, { language: 'ko' })],
    [/^Save time zone$/, ({ actor }) => setOwnTimeZone(actor, { timeZone: 'Asia/Seoul' })],
    [/^Sign out everywhere$/, ({ actor }) => signOutEverywhere(actor)],
    [/^Sign out(: | all other devices$)/, ({ actor }) => signOutDevices(actor, { device: 'others' }, null)],
  ],
  '/workspace/profile/reply-templates': [
    [
      /^Delete /,
      async ({ actor, name }) =>
        isThere(
          await db().replyTemplate.findFirst({
            where: { name: name.replace('Delete ', ''), ...changeableTemplates(actor) },
          }),
        ),
    ],
  ],
  '/workspace/profile/reply-templates/new': [
    [/^Save$/, save({})],
    [/^shared$/, save({ shared: true })],
  ],
  '/workspace/profile/reply-templates/[id]': [
    [/^Save$/, async ({ actor, address }) => saveReplyTemplate(actor, { ...template, ...(await opened(address)) })],
    [
      /^shared$/,
      async ({ actor, address }) => saveReplyTemplate(actor, { ...template, ...(await opened(address)), shared: true }),
    ],
  ],
  '/admin/knowledge/new': [
    [/^Save draft$/, write(false)],
    [/^Publish$/, write(true)],
    [/^Show preview$/, preview],
  ],
  '/admin/knowledge/[number]': [
    [/^Save( draft)?$/, write('as it is')],
    [/^Withdraw$/, write(false)],
    [/^Publish$/, write(true)],
    [/^Show preview$/, preview],
  ],
};
