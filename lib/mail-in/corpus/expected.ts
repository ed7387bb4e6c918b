import type { IncomingOutcome, SenderVerdict } from '#lib/platform/generated/prisma/client.ts';
import { answers } from './answers.ts';
import { charactersAndHtml } from './characters-and-html.ts';
import { filesAndSignatures } from './files-and-signatures.ts';

/** The expected result for `lib/mail-in/corpus/NAME.eml`, after the test filled in its case and token. */
export type Expected = {
  /** The rule that requires it. */
  rule: string;
  outcome: IncomingOutcome;
  /** The comment, or the description of the new case. */
  text?: string;
  /** The short description of the new case. */
  title?: string;
  /** The beginning of the reason. */
  reason?: string;
  verdict?: SenderVerdict;
  files?: readonly string[];
  /** The author of the comment, if it is not the customer of the case. */
  by?: string;
  /** The case is closed before the email arrives. */
  closed?: true;
  /** The status of the answered email: failed, failed with its address marked as gone, or unchanged. */
  bounced?: 'gone' | 'failed' | 'no';
};

export const corpus: Readonly<Record<string, Expected>> = {
  ...answers,
  ...charactersAndHtml,
  ...filesAndSignatures,
  'gmail-en-top': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.\n\nThanks\nCora' },
  'gmail-en-wrapped': { rule: 'MAIL-4', outcome: 'filed', text: 'The second one.' },
  'gmail-de-top': { rule: 'MAIL-4', outcome: 'filed', text: 'Das schwarze.\n\nViele Grüße\nCora' },
  'gmail-ko-top': { rule: 'MAIL-4', outcome: 'filed', text: '검은색 모뎀입니다.' },
  'gmail-ja-top': { rule: 'MAIL-4', outcome: 'filed', text: '黒いモデムです。' },
  'gmail-en-bottom': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the one below the desk.\n\nCora' },
  'gmail-en-between': { rule: 'MAIL-4', outcome: 'filed', text: 'The black one.\n\nSince Monday.' },
  'gmail-html-only': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.\n\nCora' },
  'gmail-alternative': { rule: 'MAIL-4', outcome: 'filed', text: 'It is the black one.' },
  'outlook-en': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'We restarted it twice.\n\nKind regards,\nCora Customer\nBoxeo Ltd.',
  },
  'outlook-en-rule': { rule: 'MAIL-4', outcome: 'filed', text: 'Restarted.' },
  'outlook-en-original': { rule: 'MAIL-4', outcome: 'filed', text: 'Still down.' },
  'outlook-de': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'Wir haben es zweimal neu gestartet.\n\nMit freundlichen Grüßen\nCora Customer',
  },
  'outlook-de-original': { rule: 'MAIL-4', outcome: 'filed', text: 'Noch immer.' },
  'outlook-ko': { rule: 'MAIL-4', outcome: 'filed', text: '두 번 다시 시작했습니다.' },
  'outlook-ja': { rule: 'MAIL-4', outcome: 'filed', text: '二回再起動しました。' },
  'outlook-ios-en': { rule: 'MAIL-4', outcome: 'filed', text: 'Yes, the black one.' },
  'outlook-android-ko': { rule: 'MAIL-4', outcome: 'filed', text: '네, 검은색입니다.' },
  'outlook-web-html': { rule: 'MAIL-4', outcome: 'filed', text: 'The light is red.' },
  'apple-en': { rule: 'MAIL-4', outcome: 'filed', text: 'Below the desk.' },
  'apple-de': { rule: 'MAIL-4', outcome: 'filed', text: 'Unter dem Tisch.' },
  'apple-ko': { rule: 'MAIL-4', outcome: 'filed', text: '책상 아래입니다.' },
  'apple-ja': { rule: 'MAIL-4', outcome: 'filed', text: '机の下です。' },
  'iphone-en': { rule: 'MAIL-4', outcome: 'filed', text: 'Black' },
  'iphone-de': { rule: 'MAIL-4', outcome: 'filed', text: 'Schwarz' },
  'iphone-ko': { rule: 'MAIL-4', outcome: 'filed', text: '검은색' },
  'iphone-ja': { rule: 'MAIL-4', outcome: 'filed', text: '黒' },
  'galaxy-ko': { rule: 'MAIL-4', outcome: 'filed', text: '검은색이에요' },
  'galaxy-en': { rule: 'MAIL-4', outcome: 'filed', text: 'Black one' },
  'thunderbird-en-bottom': { rule: 'MAIL-4', outcome: 'filed', text: 'The black one.' },
  'thunderbird-de': { rule: 'MAIL-4', outcome: 'filed', text: 'Der schwarze.' },
  'thunderbird-ja': { rule: 'MAIL-4', outcome: 'filed', text: '黒い方です。' },
  'naver-ko': { rule: 'MAIL-4', outcome: 'filed', text: '확인했습니다. 빨간 불이 켜져 있습니다.' },
  'yahoo-fr': { rule: 'MAIL-4', outcome: 'filed', text: 'Le noir.' },
  'own-words-with-quote-sign': { rule: 'MAIL-4', outcome: 'filed', text: 'The log says 5 > 3.' },
  'html-with-script': { rule: 'MAIL-4', outcome: 'filed', text: 'Please click here.' },
  'windows-1252': { rule: 'MAIL-4', outcome: 'filed', text: 'It costs 5 € – “really”.' },
  'answer-alone': { rule: 'MAIL-4', outcome: 'filed', text: 'Solved, thank you.' },
  'only-a-quote': { rule: 'MAIL-4', outcome: 'waits_for_review', reason: 'It contains no new text.' },
  attachment: { rule: 'MAIL-4', outcome: 'filed', text: 'See the picture.', files: ['router.png'] },
  'attachment-alone': { rule: 'MAIL-4', outcome: 'filed', text: 'Files sent by email.', files: ['log.txt'] },
  'attachment-names': { rule: 'MAIL-4', outcome: 'filed', text: 'Two files.', files: ['청구서.pdf', 'passwd'] },
  'attachment-logo': { rule: 'MAIL-4', outcome: 'filed', text: 'With a logo.', files: ['logo.png'] },
  'attachment-wrong-type': {
    rule: 'MAIL-4',
    outcome: 'filed',
    text: 'It is declared wrongly.',
    files: ['picture.png'],
  },
  winmail: { rule: 'MAIL-4', outcome: 'filed', text: 'As rich text.', files: ['winmail.dat'] },
  'signed-smime': { rule: 'MAIL-4', outcome: 'filed', text: 'Signed.', files: [] },
  'forwarded-inside': { rule: 'MAIL-4', outcome: 'filed', text: 'What my colleague got:', files: ['forwarded.eml'] },
  'by-headers': { rule: 'MAIL-3', outcome: 'filed', text: 'By the headers.' },
  'token-in-capitals': { rule: 'MAIL-3', outcome: 'filed', text: 'In capitals.' },
  'token-delivered-to': { rule: 'MAIL-3', outcome: 'filed', text: 'In another header.' },
  'number-in-subject-alone': {
    rule: 'MAIL-3',
    outcome: 'opened_case',
    title: '{{case}} The line is down',
    text: 'What about it?',
  },
  'token-foreign': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'Its reply address is not one of ours.' },
  'token-of-another-number': {
    rule: 'MAIL-3',
    outcome: 'waits_for_review',
    reason: 'Its reply address is not one of ours.',
  },
  'tokens-of-two-cases': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'It answers several cases.' },
  'answers-an-incident-mail': {
    rule: 'MAIL-3',
    outcome: 'waits_for_review',
    reason: 'It answers an email that was not about a case.',
  },
  'closed-case': {
    rule: 'MAIL-11',
    outcome: 'opened_case',
    title: 'The line is down',
    text: 'Follow-up to {{case}}, which is no longer open.\n\nIt is down again.',
    closed: true,
  },
  'colleague-who-may': { rule: 'MAIL-3', outcome: 'filed', text: 'I answer for Cora.', by: 'Bea Boxeo' },
  'colleague-who-may-not': {
    rule: 'MAIL-3',
    outcome: 'waits_for_review',
    reason: 'The sender may not comment on {{case}}.',
  },
  'customer-of-another': {
    rule: 'MAIL-3',
    outcome: 'waits_for_review',
    reason: 'The sender may not comment on {{case}}.',
  },
  'stranger-with-token': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'The sender is unknown.' },
  'stranger-with-name-of-another': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'The sender is unknown.' },
  staff: {
    rule: 'MAIL-8',
    outcome: 'waits_for_review',
    reason: 'The sender works here. Staff write in the workspace.',
  },
  'two-senders': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'It has more than one sender.' },
  'two-from-lines': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'It has more than one sender.' },
  'no-sender': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'It has no sender.' },
  'inactive-sender': { rule: 'MAIL-3', outcome: 'waits_for_review', reason: 'The sender is inactive.' },
  verified: { rule: 'MAIL-8', outcome: 'filed', text: 'Verified.', verdict: 'pass' },
  'verified-for-another-domain': { rule: 'MAIL-8', outcome: 'filed', text: 'Not aligned.', verdict: 'none' },
  'verified-by-nobody-we-trust': { rule: 'MAIL-8', outcome: 'filed', text: 'By itself.', verdict: 'none' },
  'forged-with-token': { rule: 'MAIL-8', outcome: 'filed', text: 'Forged, perhaps.', verdict: 'fail' },
  'forged-by-headers': {
    rule: 'MAIL-8',
    outcome: 'waits_for_review',
    reason: 'The sender may be forged',
    verdict: 'fail',
  },
  'forged-new': {
    rule: 'MAIL-8',
    outcome: 'waits_for_review',
    reason: 'The sender may be forged',
    verdict: 'fail',
  },
  'new-of-contact': {
    rule: 'MAIL-5',
    outcome: 'opened_case',
    title: 'No connection',
    text: 'Since this morning.\n\nCora',
  },
  'new-of-consumer': { rule: 'MAIL-5', outcome: 'opened_case', title: 'Störung', text: 'Mein Router ist kaputt.' },
  'new-forwarded': {
    rule: 'MAIL-5',
    outcome: 'opened_case',
    title: 'Alarm',
    text: 'Please look at this.\n\n---------- Forwarded message ---------\nFrom: Router <router@example.test>\nDate: Mon, Nov 23, 2026\nSubject: Alarm\n\nLink 3 is down.',
  },
  'new-without-subject': { rule: 'MAIL-5', outcome: 'opened_case', title: 'Email without a subject', text: 'Help' },
  'new-of-stranger': { rule: 'MAIL-5', outcome: 'waits_for_review', reason: 'The sender is unknown.' },
  'new-to-nobody': { rule: 'MAIL-5', outcome: 'waits_for_review', reason: 'It was not sent to the support address.' },
  'out-of-office-exchange': { rule: 'MAIL-6', outcome: 'ignored', reason: 'an automatic reply' },
  'out-of-office-gmail': { rule: 'MAIL-6', outcome: 'ignored', reason: 'an automatic reply' },
  'out-of-office-de': { rule: 'MAIL-6', outcome: 'ignored', reason: 'an automatic reply' },
  'out-of-office-ko': { rule: 'MAIL-6', outcome: 'ignored', reason: 'an automatic reply' },
  'out-of-office-ja': { rule: 'MAIL-6', outcome: 'ignored', reason: 'an automatic reply' },
  'auto-submitted-no': { rule: 'MAIL-6', outcome: 'filed', text: 'I wrote this myself.' },
  list: { rule: 'MAIL-6', outcome: 'ignored', reason: 'from a mailing list' },
  newsletter: { rule: 'MAIL-6', outcome: 'opened_case', title: '{{case}} The line is down', text: 'Buy now' },
  bulk: { rule: 'MAIL-6', outcome: 'opened_case', title: '{{case}} The line is down', text: 'Buy now' },
  'no-return-address': { rule: 'MAIL-6', outcome: 'ignored', reason: 'sent by a machine' },
  'our-own-came-back': { rule: 'MAIL-6', outcome: 'ignored', reason: 'one of our own emails' },
  'our-own-address': { rule: 'MAIL-6', outcome: 'ignored', reason: 'one of our own emails' },
  'read-receipt': { rule: 'MAIL-6', outcome: 'ignored', reason: 'a report of a mail server' },
  'bounce-postfix': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'gone' },
  'bounce-exchange': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'gone' },
  'bounce-gmail': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'gone' },
  'bounce-exim': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'gone' },
  'bounce-qmail': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'gone' },
  'bounce-of-policy': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'failed' },
  'bounce-delayed': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'no' },
  'bounce-forged': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'no' },
  'bounce-for-another-address': { rule: 'MAIL-6', outcome: 'ignored', reason: 'undeliverable', bounced: 'no' },
  'broken-no-end': { rule: 'MAIL-4', outcome: 'filed', text: 'The end is missing.' },
  'broken-no-boundary': { rule: 'MAIL-6', outcome: 'waits_for_review', reason: 'It contains no new text.' },
  'broken-charset': { rule: 'MAIL-4', outcome: 'filed', text: 'Plain words.' },
  'broken-nul': { rule: 'MAIL-4', outcome: 'filed', text: 'Withnothing.' },
  'broken-base64': { rule: 'MAIL-6', outcome: 'waits_for_review', reason: 'It contains no new text.' },
  'broken-utf8': { rule: 'MAIL-4', outcome: 'filed', text: 'Half � sign.' },
  'broken-subject-lines': {
    rule: 'MAIL-5',
    outcome: 'opened_case',
    title: 'Injected Bcc: x@evil.test',
    text: 'Words.',
  },
  'broken-nested': { rule: 'MAIL-6', outcome: 'waits_for_review', reason: 'nested too deep' },
  'broken-no-mail': { rule: 'MAIL-6', outcome: 'waits_for_review', reason: 'It has no sender.' },
};
