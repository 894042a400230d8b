import { SaxesParser, type SaxesTagNS } from "saxes";
import { BankFileError } from "./bank-file.error.js";
import type { XmlNode } from "./xml-node.js";
import { decodeXml } from "./xml-text.js";

/** Elements deeper than this are refused; ISO 20022 messages stay below 20 levels. */
const MAX_DEPTH = 64;

/** Attributes of one element; ISO 20022 messages have one, and namespace declarations on the root. */
const MAX_ATTRIBUTES = 64;

/** Elements held in memory at the same time: far above what one real statement line carries. */
const MAX_HELD_NODES = 200_000;

export interface XmlVisitor {
  /** The root element; elements of other namespaces than its own are skipped with all they hold. */
  root(name: string, namespace: string, line: number): void;
  open?(node: XmlNode, parents: readonly XmlNode[]): void;
  /** The element is complete. "KEEP" leaves it to its parent, "DROP" lets go of it to keep memory small. */
  close(node: XmlNode, parents: readonly XmlNode[]): "KEEP" | "DROP";
}

/**
 * Reads an XML file element by element, never holding more of it than the elements that the visitor keeps.
 * A document type declaration is refused, so entities can neither expand nor fetch anything.
 * @throws BankFileError NOT_WELL_FORMED, DOCTYPE_REFUSED, UNSUPPORTED_ENCODING, TOO_MANY_RECORDS, and
 * whatever the visitor throws.
 */
export function readXml(content: Buffer, visitor: XmlVisitor): void {
  const parser = strictParser();
  const tree = new OpenElements(visitor);
  let startLine = 1;
  let attributes = 0;
  // The name is known one character after its end: when that was a line break, the tag began a line before.
  parser.on("opentagstart", () => {
    startLine = parser.column === 0 ? parser.line - 1 : parser.line;
    attributes = 0;
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES)
      throw tooMuch(`more than ${MAX_ATTRIBUTES} attributes on one element`, startLine);
  });
  parser.on("opentag", (tag) => tree.open(tag, startLine));
  parser.on("closetag", () => tree.close());
  parser.on("text", (text) => tree.text(text));
  parser.on("cdata", (text) => tree.text(text));
  for (const text of decodeXml(content, "WHOLE")) parser.write(text);
  parser.close();
}

/** Name and namespace of the root element, from the head of a file; null when the head is not XML or holds no element. */
export function rootOf(head: Buffer): { readonly name: string; readonly namespace: string } | null {
  const parser = strictParser();
  parser.on("opentag", (tag) => {
    throw new RootFound(tag.local, tag.uri);
  });
  try {
    for (const text of decodeXml(head, "HEAD")) parser.write(text);
  } catch (found) {
    if (found instanceof RootFound) return found;
    const broken = found instanceof BankFileError && found.code === "NOT_WELL_FORMED";
    if (!broken) throw found;
  }
  return null;
}

/** Thrown to stop at the root: what follows may be damaged, and is read when the file is parsed. */
class RootFound {
  constructor(
    readonly name: string,
    readonly namespace: string,
  ) {}
}

function strictParser(): SaxesParser<{ xmlns: true; position: false }> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on("error", (error) => {
    const reason = error.message.replace(/\.$/, "");
    throw new BankFileError(
      "NOT_WELL_FORMED",
      `The file is not well-formed XML at line ${parser.line}: ${reason}. It was cut or damaged: fetch it from the bank again.`,
      parser.line,
    );
  });
  parser.on("doctype", () => {
    throw new BankFileError(
      "DOCTYPE_REFUSED",
      `The file has a document type declaration (<!DOCTYPE …>) that ends at line ${parser.line}. No bank message has one and it can be used for attacks: ask who made the file.`,
      parser.line,
    );
  });
  return parser;
}

interface OpenNode extends XmlNode {
  text: string;
  readonly children: XmlNode[];
  readonly heldBefore: number;
}

/** The elements from the root to where the reader stands. */
class OpenElements {
  private readonly stack: OpenNode[] = [];
  private namespace: string | null = null;
  private foreignDepth = 0;
  private held = 0;

  constructor(private readonly visitor: XmlVisitor) {}

  open(tag: SaxesTagNS, line: number): void {
    if (this.namespace === null) {
      this.namespace = tag.uri;
      this.visitor.root(tag.local, tag.uri, line);
    }
    const depth = this.stack.length + this.foreignDepth;
    if (depth >= MAX_DEPTH) throw tooMuch(`elements nested deeper than ${MAX_DEPTH} levels`, line);
    if (this.foreignDepth > 0 || tag.uri !== this.namespace) {
      this.foreignDepth += 1;
      return;
    }
    if (this.held >= MAX_HELD_NODES)
      throw tooMuch(`more than ${MAX_HELD_NODES} elements in one record`, line);
    const attributes: Record<string, string> = Object.create(null);
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === "") attributes[attribute.local] = attribute.value;
    }
    const node = { name: tag.local, line, attributes, text: "", children: [], heldBefore: this.held };
    this.held += 1;
    this.visitor.open?.(node, this.stack);
    this.stack.push(node);
  }

  text(text: string): void {
    const top = this.stack.at(-1);
    if (top && this.foreignDepth === 0) top.text += text;
  }

  close(): void {
    if (this.foreignDepth > 0) {
      this.foreignDepth -= 1;
      return;
    }
    const node = this.stack.pop();
    if (!node) return;
    node.text = node.text.trim();
    if (this.visitor.close(node, this.stack) === "KEEP") this.stack.at(-1)?.children.push(node);
    else this.held = node.heldBefore;
  }
}

function tooMuch(what: string, line: number): BankFileError {
  return new BankFileError(
    "TOO_MANY_RECORDS",
    `At line ${line} the file has ${what}. Ask the bank to split it into several files.`,
    line,
  );
}
