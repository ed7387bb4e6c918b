import { decodeWords } from 'postal-mime';
import { UploadHeaders } from '#lib/attachment/schema.ts';
import { withoutTokens } from '#lib/mail-out/shown-address.ts';
import type { Part } from './mail-parts.ts';
import { oneLine } from './one-line.ts';

/** A file of an email. */
export type MailFile = {
  name: string;
  contentType: string;
  content: Uint8Array;
  /** A picture inside the text: a case gets the same picture only once. */
  isPicture: boolean;
};

/** Names for files that have none. */
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

/** A name with the extension of its type. */
function nameFor(type: string): string {
  const [kind = '', subtype = ''] = type.split('/');
  const ending = subtype === 'jpeg' ? 'jpg' : subtype;
  const known = names[type];
  return known ?? (ENDINGS.test(ending) || ending === 'jpg' ? `${kinds[kind] ?? 'file'}.${ending}` : 'attachment');
}

/** MAIL-4 · A part of an email as a file; its name is a single line without a path. */
export function fileOf({ type, name, bytes, contentId }: Part): MailFile {
  const { 'content-type': contentType } = UploadHeaders.parse({ 'content-type': type });
  const given = withoutTokens(oneLine(name === null ? '' : decodeWords(name))).replace(/^.*[/\\]/, '');
  return {
    name: given || nameFor(type),
    contentType,
    content: bytes,
    isPicture: contentId !== '' && type.startsWith('image/'),
  };
}
