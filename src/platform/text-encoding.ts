/** UTF-8 where all bytes are, else Windows-1252, which every byte is and ISO-8859-1 is part of. A UTF-8 mark is left off. */
export function decodeText(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}
