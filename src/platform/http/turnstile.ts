import { requestError } from "../graphql/errors.js";

/** Lets only so many in at once; so many others wait, in the order in which they came. */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(
    private readonly places: number,
    private readonly waitingMost: number,
  ) {}

  /**
   * Waits for a place; the function that is given back frees it. Throws when the signal fires first, and a top-level
   * THROTTLED when too many wait already.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#inside >= this.places) await this.#turn(signal);
    else this.#inside += 1;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const next = this.#waiting.shift();
      // The place goes over to whoever waited longest.
      if (next) next();
      else this.#inside -= 1;
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.waitingMost) {
      throw requestError(
        "THROTTLED",
        `${this.waitingMost} documents are waiting to be made; ask again in a moment.`,
      );
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1);
        reject(signal.reason);
      };
      const come = () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      this.#waiting.push(come);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  }
}
