import PostalMime, { type Email } from 'postal-mime';
import { isBlank } from '#lib/platform/visible-text.ts';
import { readText } from './characters.ts';
import { withReadableHeaders } from './encoded-headers.ts';
import { signedContent } from './signed-content.ts';

type Parameters = Readonly<Record<string, string | undefined>>;
type Structured = { value: string; params: Parameters };

/** A part of an email as the parser returns it. */
type Node = {
  contentType: { parsed: Structured; multipart: string | false };
  contentDisposition: { parsed: Structured };
  contentId?: string;
  content: ArrayBuffer | null;
  childNodes: readonly Node[];
  decodeFlowedText: (text: string, deletesBlanks: boolean) => string;
};

/** A single (not multipart) part of an email: its bytes and their description. */
export type Part = {
  type: string;
  parameters: Parameters;
  disposition: string;
  name: string | null;
  /** Without angle brackets; empty if there is none. */
  contentId: string;
  bytes: Buffer;
};

/** A text in one or two representations. */
export type MailBody = { plain: string; html: string };

export type MailParts = { email: Email; said: MailBody[]; files: Part[]; isEncrypted: boolean };

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 512_000, forceRfc822Attachments: true };
const MAX_ENCLOSED = 3;

const SIGNED = /^application\/(x-)?pkcs7-mime$/;
/** Signature files are of no use to people. */
const UNWANTED = /^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-encrypted)$/;

function partOf({ contentType, contentDisposition, contentId = '', content }: Node): Part {
  const [type, disposition] = [contentType.parsed, contentDisposition.parsed];
  return {
    type: type.value.toLowerCase(),
    parameters: type.params,
    disposition: disposition.value.toLowerCase(),
    name: disposition.params.filename ?? type.params.name ?? null,
    contentId: contentId.replaceAll(/^<|>$/g, ''),
    bytes: Buffer.from(content ?? new ArrayBuffer(0)),
  };
}

function textOf(node: Node, { bytes, parameters, type }: Part): string {
  const text = readText(bytes, parameters.charset, { isHtml: type === 'text/html' });
  const isFlowed = /^flowed$/i.test(parameters.format ?? '');
  return isFlowed ? node.decodeFlowedText(text, /^yes$/i.test(parameters.delsp ?? '')) : text;
}

/** The contents of an email in order: texts, each with its representations, and files. */
class Collecting {
  readonly said: MailBody[] = [];
  readonly files: Part[] = [];
  isEncrypted = false;

  async collect(node: Node, enclosed: number, among: MailBody | null = null): Promise<void> {
    const { multipart } = node.contentType;
    if (!multipart) return this.#leaf(node, enclosed, among);
    if (multipart === 'encrypted') this.isEncrypted = true;
    const own = multipart === 'alternative' && !among ? this.#begin() : among;
    for (const child of node.childNodes) await this.collect(child, enclosed, own);
  }

  #begin(): MailBody {
    const said = { plain: '', html: '' };
    this.said.push(said);
    return said;
  }

  async #leaf(node: Node, enclosed: number, among: MailBody | null): Promise<void> {
    const part = partOf(node);
    if (SIGNED.test(part.type) && (await this.#opened(part, enclosed, among))) return;
    const which = part.type === 'text/html' ? 'html' : 'plain';
    if (!this.#isText(part)) {
      if (part.bytes.length > 0 && !UNWANTED.test(part.type)) this.files.push(part);
      return;
    }
    const said = among ?? this.#begin();
    said[which] = [said[which], textOf(node, part)].filter(Boolean).join('\n\n');
  }

  /** A named text is a file, except the first one, because some programs name the body. */
  #isText({ type, disposition, name }: Part): boolean {
    if (type !== 'text/plain' && type !== 'text/html') return false;
    if (disposition === 'attachment') return false;
    return name === null || (disposition === '' && this.said.length === 0);
  }

  /** Collects the content of a signed part; false: nothing readable inside, so the part stays a file. */
  async #opened({ bytes, parameters }: Part, enclosed: number, among: MailBody | null): Promise<boolean> {
    const content = enclosed < MAX_ENCLOSED ? signedContent(bytes) : null;
    if (/^enveloped/i.test(parameters['smime-type'] ?? '') && !content) this.isEncrypted = true;
    if (!content) return false;
    const { root } = await parsed(content);
    await this.collect(root, enclosed + 1, among);
    return true;
  }
}

async function parsed(raw: Uint8Array): Promise<{ email: Email; root: Node }> {
  const parser = new PostalMime(LIMITS);
  const email = await parser.parse(raw);
  return { email, root: Reflect.get(parser, 'root') as Node };
}

/** MAIL-4 · Splits an email into its parts; throws if it is invalid or nested too deep. */
export async function partsOf(raw: Uint8Array): Promise<MailParts> {
  const { email, root } = await parsed(withReadableHeaders(raw));
  const collecting = new Collecting();
  await collecting.collect(root, 0);
  const { said, files, isEncrypted } = collecting;
  return { email, said: said.filter(({ plain, html }) => !isBlank(plain) || html !== ''), files, isEncrypted };
}
