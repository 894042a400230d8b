import { decodeText } from "../../platform/text-encoding.js";
import { AdviceFileError } from "./advice-file.error.js";

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where the bytes are, else Windows-1252, which every byte is.
 * The mark is left off.
 * @throws AdviceFileError UNSUPPORTED_ENCODING for text with NUL characters, which is UTF-16 without a mark or binary
 */
export function textOf(content: Uint8Array): string {
  const text = decoded(content);
  if (text.slice(0, HEAD_CHARACTERS).includes("\u0000")) {
    throw new AdviceFileError(
      "UNSUPPORTED_ENCODING",
      "The file holds NUL characters, so it is no text in UTF-8, UTF-16 with a mark, or Windows-1252. Ask the sender for it in UTF-8.",
      1,
    );
  }
  return text;
}

const HEAD_CHARACTERS = 4_096;

function decoded(content: Uint8Array): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(content);
  return decodeText(content);
}
