/**
 * Repeatable chance for invented data: the same name gives the same draws, whatever was drawn elsewhere.
 * A counter in steps of an odd constant, each value mixed until its bits look independent. Never for secrets.
 */
export class Chance {
  #counter: number;

  constructor(name: string) {
    let hash = 0x811c9dc5;
    for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#counter = hash | 0;
  }

  /** At least 0, less than 1. */
  share(): number {
    this.#counter = (this.#counter + 0x6d2b79f5) | 0;
    let bits = this.#counter;
    bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
    bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
    return ((bits ^ (bits >>> 16)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(probability: number): boolean {
    return this.share() * 100 < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new RangeError("there is nothing to pick from");
    return found;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let rest = this.share() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      rest -= weight;
      if (rest < 0) return value;
    }
    const last = choices.at(-1);
    if (!last) throw new RangeError("there is nothing to pick from");
    return last[0];
  }

  /** Around 0 and mostly within ±1: the middle of three even draws, so that extremes are rare. */
  around(): number {
    return (this.share() + this.share() + this.share()) / 1.5 - 1;
  }
}
