import { Parser } from 'htmlparser2';
import { type Preserves, TextLines } from './text-lines.ts';
import { withinTime } from './within-time.ts';

const LONGEST_HTML = 4_000_000;
const LONGEST = 400_000;
const TIMEOUT = 2_000;

/** Marks the place of a picture in the text, with the name of its part. */
export const PICTURE = /\uE000([^\uE001]{0,300})\uE001/g;
/** The same, including the empty line reserved for it. */
const PICTURE_LINE = /(?:\n[ \t]*)?\n[ \t]*(?:\uE000[^\uE000\uE001]{0,300}\uE001[ \t]*)+(?=\n|$)/g;

/** A text without its picture marks. */
export const withoutPictures = (text: string): string => text.replaceAll(PICTURE_LINE, '').replaceAll(PICTURE, '');

const pictureMark = (name: string) => `\uE000${name.slice(0, 300)}\uE001`;

const HIDDEN = new Set(['style', 'script', 'template', 'title', 'noscript', 'object', 'svg', 'math']);
const BLOCKS = new Set(
  'address article aside body center dd details dialog dir div dt fieldset figcaption figure footer form header html legend li main menu nav option section summary table tbody textarea tfoot thead tr'.split(
    ' ',
  ),
);
const LISTS = new Set(['ol', 'ul']);
const SIGNED = new Set(['dd', 'li', 'table', 'tr']);
const APART = new Set(['blockquote', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre', 'ul']);

type Attributes = Readonly<Record<string, string | undefined>>;

/** How an element is converted. */
type Element = {
  name: string;
  isHidden: boolean;
  preserves: Preserves;
  /** The URL of a link; `text` holds the link's text so far. */
  href: string;
  text: string;
  /** The number of list items so far. */
  count: number;
  /** The number of lines before a row's first text; -1: no text so far. */
  before: number;
  isApart: boolean;
};

const WORD_PARAGRAPH = /\bMsoNormal\b/;
const NO_MARGIN = /\bmargin(-top|-bottom)?\s*:\s*0(?![.\d]*[1-9])/i;

function keepsOf(name: string, style: string, around: Preserves): Preserves {
  const [, value = ''] = /\bwhite-space\s*:\s*([a-z-]+)/i.exec(style) ?? [];
  if (name === 'pre' || name === 'textarea' || /^(pre|pre-wrap|break-spaces)$/i.test(value))
    return { keepsBlanks: true };
  if (/^pre-line$/i.test(value)) return { keepsBreaks: true };
  return /^(normal|nowrap)$/i.test(value) ? {} : around;
}

/** Whether the text already shows the URL, or nearly. */
const isShown = (text: string, href: string) => {
  const plain = (address: string) =>
    address
      .trim()
      .replace(/^(https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return plain(text) === plain(href);
};

class Reading {
  readonly lines = new TextLines();
  readonly #open: Element[] = [];
  /** The open elements by type. */
  readonly #rows: Element[] = [];
  readonly #lists: Element[] = [];
  readonly #links: Element[] = [];
  /** The text since the last tag. */
  #said = '';

  says(text: string): void {
    if (this.lines.length + this.#said.length < LONGEST) this.#said += text;
  }

  opens(name: string, attributes: Attributes): void {
    this.flush();
    const around = this.#open.at(-1);
    const style = attributes.style ?? '';
    const isHidden = Boolean(around?.isHidden) || HIDDEN.has(name) || /\bdisplay\s*:\s*none\b/i.test(style);
    const isTight = name === 'p' && (WORD_PARAGRAPH.test(attributes.class ?? '') || NO_MARGIN.test(style));
    const isNested = LISTS.has(name) && this.#lists.length > 0;
    const isApart = APART.has(name) && !isTight && !isNested;
    const preserves = keepsOf(name, style, around?.preserves ?? {});
    const element: Element = {
      name,
      isHidden,
      preserves,
      isApart,
      count: 0,
      before: -1,
      href: attributes.href ?? '',
      text: '',
    };
    this.#open.push(element);
    if (isHidden) return;
    this.#groupOf(name)?.push(element);
    if (APART.has(name) || BLOCKS.has(name)) this.lines.block(isApart);
    this.#begins(name, attributes);
  }

  #groupOf(name: string): Element[] | null {
    if (name === 'a') return this.#links;
    if (name === 'tr') return this.#rows;
    return LISTS.has(name) ? this.#lists : null;
  }

  #begins(name: string, attributes: Attributes): void {
    const { lines } = this;
    if (name === 'br') lines.break();
    else if (name === 'hr') lines.add('-'.repeat(40));
    else if (name === 'blockquote') lines.quotes += 1;
    else if (name === 'li') this.#item();
    else if (name === 'dd') lines.sign('    ');
    else if (name === 'td' || name === 'th') this.#cell();
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'input') this.#field(attributes);
  }

  #item(): void {
    const list = this.#lists.at(-1);
    if (list) list.count += 1;
    const indentation = '  '.repeat(Math.max(0, Math.min(this.#lists.length, 20) - 1));
    this.lines.sign(`${indentation}${list?.name === 'ol' ? `${list.count}. ` : '- '}`);
  }

  /** Separates the cells of a row on one line. */
  #cell(): void {
    const row = this.#rows.at(-1);
    if (!row) this.lines.block();
    else if (row.before >= 0) this.lines.cell(row.before);
  }

  #picture({ src = '', alt = '' }: Attributes): void {
    const [, name] = /^cid:(.+)$/is.exec(src.trim()) ?? [];
    if (name) this.lines.add(pictureMark(name), { keepsBlanks: true });
    // Some mail programs write emoji as pictures.
    else if (/^\p{Emoji_Presentation}/u.test(alt) && alt.length < 20) this.lines.add(alt);
  }

  #field({ type = 'text', value = '', checked }: Attributes): void {
    if (/^(checkbox|radio)$/i.test(type)) this.lines.add(checked === undefined ? '[ ] ' : '[x] ');
    else if (!/^(hidden|password|submit|button|reset|image|file)$/i.test(type)) this.lines.add(` ${value} `);
  }

  /** Adds the text since the last tag. */
  flush(): void {
    const text = this.#said.replaceAll(/[\uE000\uE001]/g, '');
    this.#said = '';
    const around = this.#open.at(-1);
    if (text === '' || around?.isHidden) return;
    const [link, row] = [this.#links.at(-1), this.#rows.at(-1)];
    if (link) link.text += text.slice(0, 3_000);
    this.lines.add(text, around?.preserves);
    if (row && row.before < 0 && text.trim() !== '') row.before = this.lines.count;
  }

  closes(): void {
    this.flush();
    const element = this.#open.pop();
    if (!element || element.isHidden) return;
    const { name, href, text, isApart } = element;
    this.#groupOf(name)?.pop();
    if (name === 'a' && /^(https?:\/\/|mailto:.)/i.test(href) && text.trim() && !isShown(text, href))
      this.lines.add(` <${href.replace(/^mailto:/i, '')}>`, { keepsBlanks: true });
    if (SIGNED.has(name)) this.lines.endSign();
    if (name === 'td' || name === 'th' || name === 'li') this.lines.endCell();
    if (APART.has(name) || BLOCKS.has(name)) this.lines.block(isApart);
    if (name === 'blockquote') this.lines.quotes -= 1;
  }
}

function read(html: string): string {
  const reading = new Reading();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reading.opens(name, attributes),
      ontext: (text) => reading.says(text),
      onclosetag: () => reading.closes(),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  reading.flush();
  return reading.lines.toString();
}

/** Fallback for HTML that takes too long: its words without layout. */
const wordsOf = (html: string) =>
  html
    .slice(0, LONGEST)
    .replaceAll(/<[^<>]{0,500}>/g, ' ')
    .replaceAll(/[<>]/g, ' ');

/**
 * MAIL-4 · Converts HTML to plain text: cells separated, rows on lines, white space as in a browser, quotes with `>`, a mark
 * for each attached picture. The result contains nothing that a browser would run.
 */
export function htmlToText(html: string): string {
  if (html === '') return '';
  const taken = html.slice(0, LONGEST_HTML);
  const text = withinTime(TIMEOUT, () => read(taken)) ?? wordsOf(taken);
  return html.length > LONGEST_HTML ? `${text}\n\n… The email continues.` : text;
}
