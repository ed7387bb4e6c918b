import { decodeWords } from 'postal-mime';
import { UploadHeaders } from '#lib/attachment/schema.ts';
import { withoutTokens } from '#lib/mail-out/shown-address.ts';
import type { Part } from './mail-parts.ts';
import { oneLine } from './one-line.ts';

/** A file that came with a mail. */
export type MailFile = {
  name: string;
  contentType: string;
  content: Uint8Array;
  /** It is a picture that stands in the text: the same one is attached to a case once. */
  isPicture: boolean;
};

/** What a file without a name is called. */
const names: Readonly<Record<string, string>> = {
  'message/rfc822': 'forwarded.eml',
  'text/calendar': 'invite.ics',
  'application/ics': 'invite.ics',
  'text/html': 'page.html',
  'text/plain': 'text.txt',
  'text/vcard': 'contact.vcf',
  'text/x-vcard': 'contact.vcf',
  'application/msword': 'document.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document.docx',
  'application/vnd.ms-excel': 'table.xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'table.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'slides.pptx',
  'application/pkcs7-mime': 'smime.p7m',
  'application/x-pkcs7-mime': 'smime.p7m',
  'application/gzip': 'file.gz',
  'image/svg+xml': 'picture.svg',
  'audio/mpeg': 'sound.mp3',
};
const kinds: Readonly<Record<string, string>> = { image: 'picture', audio: 'sound', video: 'video' };
const ENDINGS = /^(png|gif|bmp|webp|tiff|heic|pdf|zip|json|xml|csv|rtf|mp4|ogg|wav|webm)$/;

/** A name with the ending of its type. */
function nameFor(type: string): string {
  const [kind = '', subtype = ''] = type.split('/');
  const ending = subtype === 'jpeg' ? 'jpg' : subtype;
  const known = names[type];
  return known ?? (ENDINGS.test(ending) || ending === 'jpg' ? `${kinds[kind] ?? 'file'}.${ending}` : 'attachment');
}

/** MAIL-4 · A part of a mail as a file, with a name of one line and without a path. */
export function fileOf({ type, name, bytes, contentId }: Part, isPicture = contentId !== ''): MailFile {
  const { 'content-type': contentType } = UploadHeaders.parse({ 'content-type': type });
  const given = withoutTokens(oneLine(name === null ? '' : decodeWords(name))).replace(/^.*[/\\]/, '');
  return {
    name: given || nameFor(type),
    contentType,
    content: bytes,
    isPicture: isPicture && type.startsWith('image/'),
  };
}
