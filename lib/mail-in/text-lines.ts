/** Whether blanks and breaks, or breaks alone, are kept as they are. */
export type Keeps = { keepsBlanks?: boolean; keepsBreaks?: boolean };

/** Puts text together line by line, as a browser does: breaks are owed until more text follows, and blanks become one. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = '';
  /** How deep in quotes the line began. */
  #depth = 0;
  #owes: 'nothing' | 'line' | 'empty line' = 'nothing';
  /** The length of all lines so far. */
  #length = 0;
  /** Or is empty. */
  #endsWithBlank = true;
  #isAtSign = false;
  quotes = 0;

  get length(): number {
    return this.#length + this.#line.length;
  }

  /** How many lines are complete: two cells between which it does not grow stand in one line. */
  get count(): number {
    return this.#lines.length;
  }

  /** Adds text; outside of what is preformatted each run of blanks is one. */
  add(text: string, { keepsBlanks = false, keepsBreaks = false }: Keeps = {}): void {
    if (!keepsBlanks && !keepsBreaks) {
      this.#addPiece(text, false);
      return;
    }
    for (const [at, piece] of text.split(/\r\n|\r|\n/).entries()) {
      if (at > 0) this.break();
      this.#addPiece(piece, keepsBlanks);
    }
  }

  /** Adds the sign of an item, behind which a block begins no line. */
  sign(text: string): void {
    this.#addPiece(text, true);
    this.#isAtSign = true;
  }

  /** The item ends, even without anything in it. */
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

  /** Ends the line, even an empty one. */
  break(): void {
    this.#settle();
    if (this.#line === '') this.#depth = this.quotes;
    this.#push();
  }

  /** A block begins or ends: what follows stands in a line of its own, `isApart` below an empty one. */
  block(isApart = false): void {
    if (this.#isAtSign) return;
    if (isApart) this.#owes = 'empty line';
    else if (this.#owes === 'nothing') this.#owes = 'line';
  }

  /** The next cell of a row, whose line had so many before it: in the same line, where the one before it was in one. */
  cell(linesBefore: number): void {
    if (this.count > linesBefore) {
      this.block();
      return;
    }
    this.#owes = 'nothing';
    if (this.#line !== '') this.sign('\t');
  }

  /** Paragraphs in cells put no empty line between rows. */
  endCell(): void {
    if (this.#owes === 'empty line') this.#owes = 'line';
  }

  /** Ends what is owed, now that something follows. */
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
    // The sign of a signature ends with a blank.
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
