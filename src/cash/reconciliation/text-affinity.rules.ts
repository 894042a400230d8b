/** What stands on so many bank lines and on no ledger line is the bank's own word, not a slip in a name. */
const OWN_WORD_LINES = 3;

/** Of a piece that stands on nearly every line: in a handful of lines, every piece does. */
const LEAST_WEIGHT = 1;

interface WeighedText {
  readonly pieces: readonly (readonly [piece: string, weight: number])[];
  readonly all: number;
}

/**
 * How much of a bank line's text stands in a ledger line's, by pieces of three letters: rare pieces count more than
 * those that many lines have, and the bank's own words ("ACH DEBIT") do not count. Cut and misspelt names still share
 * most of their pieces.
 */
export class TextAffinity {
  readonly #ledgerLines: ReadonlyMap<string, number>;
  readonly #bankLines: ReadonlyMap<string, number>;
  readonly #pieces = new Map<string, ReadonlySet<string>>();
  readonly #weighed = new Map<string, WeighedText>();
  readonly #count: number;

  constructor(bank: readonly string[], ledger: readonly string[]) {
    this.#count = bank.length + ledger.length;
    this.#bankLines = this.#linesPerPiece(bank);
    this.#ledgerLines = this.#linesPerPiece(ledger);
  }

  /** 0 when they share nothing, 1 when all that is rare in the first stands in the second. */
  share(bank: string, ledger: string): number {
    const { pieces, all } = this.#weigh(bank);
    if (all === 0) return 0;
    const there = this.#piecesOf(ledger);
    let shared = 0;
    for (const [piece, weight] of pieces) if (there.has(piece)) shared += weight;
    return shared / all;
  }

  /** The same of only as much of the ledger's text as the bank's is long: a party is named before what it was paid for. */
  shareAtStart(bank: string, ledger: string): number {
    return this.share(bank, ledger.slice(0, bank.length));
  }

  #weigh(text: string): WeighedText {
    const known = this.#weighed.get(text);
    if (known) return known;
    const pieces = [...this.#piecesOf(text)].map((piece) => [piece, this.#weightOf(piece)] as const);
    const all = pieces.reduce((sum, [, weight]) => sum + weight, 0);
    const weighed = { pieces: pieces.filter(([, weight]) => weight > 0), all };
    this.#weighed.set(text, weighed);
    return weighed;
  }

  #weightOf(piece: string): number {
    const onBank = this.#bankLines.get(piece) ?? 0;
    const inLedger = this.#ledgerLines.get(piece) ?? 0;
    const rarity = Math.log((this.#count + 1) / (onBank + inLedger)) ** 2;
    // What the ledger knows nowhere is a slip in a name or a word of the bank's: half of the one, half of the other.
    if (inLedger === 0) return onBank >= OWN_WORD_LINES ? 0 : rarity / 2;
    return Math.max(LEAST_WEIGHT, rarity);
  }

  #linesPerPiece(texts: readonly string[]): Map<string, number> {
    const lines = new Map<string, number>();
    for (const text of texts) {
      for (const piece of this.#piecesOf(text)) lines.set(piece, (lines.get(piece) ?? 0) + 1);
    }
    return lines;
  }

  #piecesOf(text: string): ReadonlySet<string> {
    const known = this.#pieces.get(text);
    if (known) return known;
    const letters = text
      .normalize("NFKD")
      .toUpperCase()
      .replace(/[^\p{L}]/gu, "");
    const found = new Set<string>();
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3));
    this.#pieces.set(text, found);
    return found;
  }
}
