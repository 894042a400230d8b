import { BankFileError } from "./bank-file.error.js";

/** An element with what it holds; names are local (without prefix), text is trimmed. */
export interface XmlNode {
  readonly name: string;
  /** Line of the file on which the element starts. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/**
 * The element found by going down one name after the other, if it is there.
 * @throws BankFileError WRONG_STRUCTURE when one of them stands more than once: nobody could say which one counts.
 */
export function elementAt(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  let current = node;
  for (const name of names) {
    if (!current) return undefined;
    current = onlyChild(current, name);
  }
  return current;
}

/** The text of the element found by `elementAt`; absent when there is no element or no text in it. */
export function textAt(node: XmlNode | undefined, ...names: readonly string[]): string | undefined {
  return elementAt(node, ...names)?.text || undefined;
}

/** All children of that name, in the order of the file. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The text that must be there. @throws BankFileError WRONG_STRUCTURE when it is not. */
export function requiredText(node: XmlNode, ...names: readonly string[]): string {
  const text = textAt(node, ...names);
  if (text !== undefined) return text;
  const path = [node.name, ...names].join("/");
  throw new BankFileError(
    "WRONG_STRUCTURE",
    `<${node.name}> at line ${node.line} has no <${names.join("/")}>, which every file of this kind must have. Ask the bank for a corrected file.`,
    node.line,
    path,
  );
}

function onlyChild(node: XmlNode, name: string): XmlNode | undefined {
  const [first, second] = childrenOf(node, name);
  if (!second) return first;
  throw new BankFileError(
    "WRONG_STRUCTURE",
    `<${node.name}> at line ${node.line} has more than one <${name}> (again at line ${second.line}), so it cannot be said which one counts. Ask the bank for a corrected file.`,
    second.line,
    `${node.name}/${name}`,
  );
}
