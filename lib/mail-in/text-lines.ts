/** Whether spaces and line breaks, or only line breaks, are preserved. */
export type Preserves = { keepsBlanks?: boolean; keepsBreaks?: boolean };

/** Builds text line by line as a browser does: line breaks are delayed until more text follows; runs of spaces become one. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = '';
  /** The quote depth where the line began. */
  #depth = 0;
  #owes: 'nothing' | 'line' | 'empty line' = 'nothing';
  /** The total length of the completed lines. */
  #length = 0;
  /** Also true if the line is empty. */
  #endsWithBlank = true;
  #isAtSign = false;
  quotes = 0;

  get length(): number {
    return this.#length + this.#line.length;
  }

  /** The number of completed lines. Two cells are on the same line if it did not grow between them. */
  get count(): number {
    return this.#lines.length;
  }

  /** Adds text; unless preformatted, each run of spaces becomes one. */
  add(text: string, { keepsBlanks = false, keepsBreaks = false }: Preserves = {}): void {
    if (!keepsBlanks && !keepsBreaks) {
      this.#addPiece(text, false);
      return;
    }
    for (const [at, piece] of text.split(/\r\n|\r|\n/).entries()) {
      if (at > 0) this.break();
      this.#addPiece(piece, keepsBlanks);
    }
  }

  /** Adds a list marker; a block right after it stays on the same line. */
  sign(text: string): void {
    this.#addPiece(text, true);
    this.#isAtSign = true;
  }

  /** Ends a list item, even an empty one. */
  endSign(): void {
    this.#isAtSign = false;
  }

  #addPiece(text: string, keepsBlanks: boolean): void {
    const piece = keepsBlanks ? text : text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    const isBehindBlank = this.#owes !== 'nothing' || this.#endsWithBlank;
    const added = !keepsBlanks && isBehindBlank && piece.startsWith(' ') ? piece.slice(1) : piece;
    if (added === '') return;
    this.#settle();
    if (this.#line === '') this.#depth = this.quotes;
    this.#line += added;
    this.#endsWithBlank = /[ \t]$/.test(added);
    this.#isAtSign = false;
  }

  /** Ends the line, even if empty. */
  break(): void {
    this.#settle();
    if (this.#line === '') this.#depth = this.quotes;
    this.#push();
  }

  /** A block begins or ends: the next text starts on a new line; `isApart`: after an empty line. */
  block(isApart = false): void {
    if (this.#isAtSign) return;
    if (isApart) this.#owes = 'empty line';
    else if (this.#owes === 'nothing') this.#owes = 'line';
  }

  /** Starts the next cell of a row that began at `linesBefore`: on the same line, unless the row already spans several. */
  cell(linesBefore: number): void {
    if (this.count > linesBefore) {
      this.block();
      return;
    }
    this.#owes = 'nothing';
    if (this.#line !== '') this.sign('\t');
  }

  /** Paragraphs inside cells add no empty line between rows. */
  endCell(): void {
    if (this.#owes === 'empty line') this.#owes = 'line';
  }

  /** Writes the delayed line breaks before the next text. */
  #settle(): void {
    const owed = this.#owes;
    this.#owes = 'nothing';
    if (owed === 'nothing') return;
    if (this.#line !== '') this.#push();
    const last = this.#lines.at(-1);
    if (owed !== 'empty line' || last === undefined || /^[> ]*$/.test(last)) return;
    this.#depth = Math.min(this.#depth, this.quotes);
    this.#push();
  }

  #push(): void {
    const shown = this.#line.replaceAll('\u00a0', ' ');
    // The signature separator `-- ` keeps its trailing space.
    const line = '> '.repeat(this.#depth) + (shown === '-- ' ? shown : shown.trimEnd());
    this.#lines.push(line === '-- ' ? line : line.trimEnd());
    this.#length += line.length + 1;
    this.#line = '';
    this.#endsWithBlank = true;
    this.#isAtSign = false;
  }

  toString(): string {
    if (this.#line !== '') this.#push();
    return this.#lines.join('\n');
  }
}
