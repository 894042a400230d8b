import type { Chance } from "../chance.js";

/** One slip of the keyboard in the digits of a number: another digit, two swapped, one lost or doubled. */
export function misspelt(number: string, chance: Chance): string {
  const places = [...number].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = chance.pick(places);
  const [before, digit, after] = [number.slice(0, at), number[at] ?? "", number.slice(at + 1)];
  switch (chance.whole(1, 4)) {
    case 1:
      return `${before}${(Number(digit) + chance.whole(1, 9)) % 10}${after}`;
    case 2:
      return /^\d/.test(after)
        ? `${before}${after[0]}${digit}${after.slice(1)}`
        : `${before}${digit}${digit}${after}`;
    case 3:
      return `${before}${after}`;
    default:
      return `${before}${digit}${digit}${after}`;
  }
}

/** A payer's name as banks and cheques have it. */
export function roughName(name: string, chance: Chance): string {
  const words = name.split(" ");
  switch (chance.whole(1, 8)) {
    case 1:
      return name.toUpperCase();
    case 2:
      return name.slice(0, chance.pick([18, 22, 27, 35])).trim();
    case 3:
      return words.map((word) => (word.length > 5 ? word.slice(0, chance.whole(3, 5)) : word)).join(" ");
    case 4:
      return words.map((word) => word[0]?.toUpperCase() ?? "").join("");
    case 5:
      return words
        .map((word, at) => (at > 0 && word.length > 4 ? withoutVowels(word) : word))
        .join(" ")
        .toUpperCase();
    case 6:
      return words.slice(0, 2).join(" ");
    case 7:
      return slipped(name, chance);
    default:
      return words.slice(0, -1).join(" ") || name;
  }
}

function withoutVowels(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, "");
}

function slipped(name: string, chance: Chance): string {
  const at = chance.whole(1, name.length - 2);
  return chance.percent(50)
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2);
}
