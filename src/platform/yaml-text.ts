import { isMap, isScalar, type Node, parseDocument, visit } from "yaml";

/** Profiles of people have one or two thousand characters; the longest that ship have less than ten thousand. */
export const MAX_YAML_CHARACTERS = 65_536;

/** A text that is not YAML (or JSON, which is YAML), or too long; the message says which. */
export class YamlTextError extends Error {
  override readonly name = "YamlTextError";
}

/**
 * What a YAML or JSON text says. The time it takes grows with the length of the text, not with its square.
 * @throws YamlTextError
 */
export function readYaml(content: string): unknown {
  if (content.length > MAX_YAML_CHARACTERS) {
    const message = `has ${content.length} characters; at most ${MAX_YAML_CHARACTERS} are read`;
    throw new YamlTextError(message);
  }
  try {
    // The parser compares each key with all before it.
    const document = parseDocument(content, { uniqueKeys: false });
    const [error] = document.errors;
    if (error) throw error;
    refuseTwins(document.contents);
    return document.toJS();
  } catch (error) {
    if (error instanceof YamlTextError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new YamlTextError(`is not YAML or JSON: ${why}`);
  }
}

function refuseTwins(contents: Node | null): void {
  if (!contents) return;
  visit(contents, (_, node) => {
    if (!isMap(node)) return;
    const names = new Set<unknown>();
    for (const { key } of node.items) {
      const name = isScalar(key) ? key.value : key;
      if (names.has(name)) throw new YamlTextError(`is not YAML or JSON: \`${name}\` is there twice`);
      names.add(name);
    }
  });
}
