import type { Staff } from './cast.ts';

type Article = {
  title: string;
  text: string;
  readers: 'internal' | 'external';
  by: Staff;
  daysAgo: number;
  draft?: true;
};

/** Articles written before the stories begin. */
export const articles: readonly Article[] = [
  {
    title: 'What to ask when a tunnel drops',
    by: 'noa',
    daysAgo: 45,
    readers: 'internal',
    text: 'Before a case about SD-WAN goes to network operations:\n\n1. **When** exactly did it drop, in the time zone of the site?\n2. Did **all** sites drop, or one?\n3. Does the device show both uplinks as *up*?\n4. Has the provider of the line announced any work?\n\nWith these four answers we find the line in the log of `sdwan-ctl-1` within minutes.',
  },
  {
    title: 'Set up SPF, DKIM and DMARC for your domain',
    by: 'ian',
    daysAgo: 40,
    readers: 'external',
    text: "Mail that you send through the relay reaches the inbox if your domain says that the relay may send for it.\n\nAt your domain's provider, enter:\n\n| name | type | value |\n| --- | --- | --- |\n| `@` | TXT | `v=spf1 include:spf.relay.example -all` |\n| `relay._domainkey` | CNAME | `relay._domainkey.relay.example` |\n| `_dmarc` | TXT | `v=DMARC1; p=quarantine` |\n\nIt takes up to a day until all providers have seen it.",
  },
  {
    title: 'Refunds: deadlines and limits',
    by: 'arno',
    daysAgo: 36,
    readers: 'external',
    text: 'A payment can be refunded for **90 days**, in one piece or in several. The sum of all refunds is at most the payment.\n\n- Cards: the money arrives within five working days.\n- Direct debit: within two.\n- After 90 days, pay the customer by bank transfer.',
  },
  {
    title: 'How changes are approved',
    by: 'arno',
    daysAgo: 33,
    readers: 'internal',
    text: 'A **normal** change is approved twice, in *Assess* and in *Authorize*; an **emergency** once, in *Authorize*; a **standard** change is approved beforehand, with its template.\n\n> What we look at first is the backout plan. A change that cannot be undone has to say so.\n\nRequests on Thursday before noon are answered on the same day.',
  },
  {
    title: 'Terminal shows error 91',
    by: 'arno',
    daysAgo: 1,
    readers: 'external',
    draft: true,
    text: 'Error 91 means that the bank of the card holder did not answer in time. Try again after a minute.\n\nTo be completed once the cause is mended.',
  },
];

/** Known errors, written during a story by the user who analyses its problem. */
export const knownErrors = {
  'controller-memory': {
    title: 'sdwan-ctl-1 loses its sessions: memory of release 7.4',
    text: '## What one sees\n\nAll sites of an account drop at the same moment for about 30 seconds, several times per hour.\n\n## Cause\n\nSince release 7.4 the session daemon of the controller leaks memory and restarts when it is used up.\n\n## Workaround\n\nThe daemon is restarted every hour, between the syncs of the branches:\n\n```\nsystemctl restart sdwan-sessiond\n```\n\n## Fix\n\nRelease 7.4.2 of the vendor.',
  },
  'pdf-filter': {
    title: 'Large PDF files arrive broken: filter rule 14',
    text: '## What one sees\n\nAttachments above 5 MB cannot be opened by the receiver, smaller ones can.\n\n## Cause\n\nRule 14 of the relay re-encodes attachments that it takes for scripts.\n\n## Workaround\n\nSend the file in parts below 5 MB, or as a link.',
  },
  'pool-exhausted': {
    title: 'Payments time out with code 91: connections to db-core-1',
    text: '## What one sees\n\nAbout one payment in ten is declined with code 91; the bank never saw a request.\n\n## Cause\n\nConnections between the payment service and `db-core-1` are kept too long by the fraud check.\n\n## Workaround\n\nRepeat the payment after ten seconds: the second try succeeds nearly always.',
  },
} as const;

export type KnownError = keyof typeof knownErrors;
