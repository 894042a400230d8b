/** Elements that begin a new line; cells of a table are parted by a tab. */
const BREAKS = new Set([
  "br",
  "p",
  "div",
  "tr",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "table",
  "ul",
  "ol",
  "hr",
  "pre",
]);
const HIDDEN = new Set(["script", "style", "head", "title"]);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  euro: "€",
  gt: ">",
  lt: "<",
  nbsp: " ",
  pound: "£",
  quot: '"',
  shy: "",
  yen: "¥",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  ndash: "–",
  mdash: "—",
};

/**
 * The visible text of HTML in lines, with a tab between the cells of a table. Meant for reading numbers, not for
 * showing: nothing of it is ever interpreted. Takes time in proportion to the text, whatever it holds.
 */
export function linesOfHtml(html: string): string[] {
  const lines: string[] = [];
  let line = "";
  let hidden: string | null = null;
  let at = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = "";
  };
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (hidden === null) line += decoded(text).replace(/[ \r\n\f\v]+/g, " ");
    if (open < 0) break;
    const comment = html.startsWith("<!--", open);
    const close = comment ? html.indexOf("-->", open) : html.indexOf(">", open);
    if (close < 0) break;
    const name = /^<(\/?[a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase() ?? "";
    const bare = name.replace("/", "");
    if (HIDDEN.has(bare)) hidden = name.startsWith("/") ? null : bare;
    if (BREAKS.has(bare)) end();
    if ((name === "/td" || name === "/th") && line !== "") line += "\t";
    at = close + (comment ? 3 : 1);
  }
  end();
  return lines;
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z]{2,10});/g, (whole, name: string) => {
    if (name.startsWith("#")) {
      const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    }
    return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
  });
}
