/**
 * Takes what is there of a source: the next value, however long it takes, and with it those that follow without a
 * wait. Nothing is asked of the source before the consumer asks, and never more than fits.
 */
export class ArrivedTogether<T> {
  /** Asked for and not there yet; it begins the next group. */
  #pending: Promise<IteratorResult<T, unknown>> | undefined;

  constructor(
    private readonly source: AsyncIterator<T>,
    private readonly most: number,
  ) {}

  /** The next values in order, at least one; none when the source has ended. Throws what the source throws. */
  async next(): Promise<T[]> {
    const first = await this.#ask();
    this.#pending = undefined;
    if (first.done) return [];
    const values = [first.value];
    while (values.length < this.most) {
      const pending = this.#ask();
      // What is not an answer yet, or is a failure or the end, is met again when these values have been taken.
      const answer = await Promise.race([pending.catch(() => undefined), nextTurn()]);
      if (!answer || answer.done) break;
      this.#pending = undefined;
      values.push(answer.value);
    }
    return values;
  }

  /** Tells the source that nobody listens any more. */
  leave(): void {
    // Not awaited: a source that is an async generator answers only after its own wait.
    this.source.return?.()?.catch(() => undefined);
  }

  #ask(): Promise<IteratorResult<T, unknown>> {
    this.#pending ??= this.source.next();
    return this.#pending;
  }
}

/** After everything that is ready to run has run. */
function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => void setImmediate(() => resolve(undefined)));
}
