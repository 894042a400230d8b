import { connect, type Socket } from "node:net";

/** A request, the same each time or made anew for each. */
export interface Shot {
  readonly path: string;
  readonly body: string;
}

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

/**
 * Sends requests over keep-alive connections for so many seconds, one at a time on each. Answers are counted, not
 * parsed, so that the generator takes as little of the machine as it can; anything but a 200 throws.
 */
export async function fire(
  target: Target,
  next: () => Shot | null,
  seconds: number,
  connections: number,
): Promise<Round> {
  const latencies: number[] = [];
  const started = performance.now();
  const ends = started + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const wire = new Wire(target);
      try {
        for (let now = performance.now(); now < ends; now = performance.now()) {
          const shot = next();
          if (!shot) break;
          await wire.post(shot);
          latencies.push(performance.now() - now);
        }
      } finally {
        wire.close();
      }
    }),
  );
  return { requests: latencies.length, seconds: (performance.now() - started) / 1_000, latencies };
}

const ANSWER_TIMEOUT_MS = 60_000;
const HEAD_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** One connection that speaks as much HTTP/1.1 as is needed here. */
class Wire {
  readonly #socket: Socket;
  readonly #head: string;
  #received: Buffer[] = [];
  #length = 0;
  /** Bytes of the whole answer; null until its head is there, undefined when it is chunked. */
  #expected: number | null | undefined = null;
  #answered: { resolve: () => void; reject: (error: Error) => void } | null = null;
  #broken: Error | null = null;

  constructor({ host, port, headers }: Target) {
    this.#socket = connect({ host, port, noDelay: true });
    this.#head = Object.entries({ host: `${host}:${port}`, "content-type": "application/json", ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.on("close", () => this.#fail(new Error("the server closed the connection")));
    this.#socket.setTimeout(ANSWER_TIMEOUT_MS, () => this.#fail(new Error("the server did not answer")));
  }

  post({ path, body }: Shot): Promise<void> {
    if (this.#broken) return Promise.reject(this.#broken);
    const length = Buffer.byteLength(body);
    this.#socket.write(`POST ${path} HTTP/1.1\r\n${this.#head}content-length: ${length}\r\n\r\n${body}`);
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
    });
  }

  close(): void {
    this.#answered = null;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#expected === null) this.#readHead();
    const complete =
      this.#expected === undefined
        ? chunk.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
        : this.#expected !== null && this.#length >= this.#expected;
    if (!complete) return;
    this.#received = [];
    this.#length = 0;
    this.#expected = null;
    const answered = this.#answered;
    this.#answered = null;
    answered?.resolve();
  }

  #readHead(): void {
    const bytes =
      this.#received.length === 1 ? (this.#received[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#received);
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) return;
    const head = bytes.toString("latin1", 0, end);
    if (!head.startsWith("HTTP/1.1 200")) {
      this.#fail(new Error(`answered ${bytes.toString("utf8", 0, Math.min(bytes.length, 600))}`));
      return;
    }
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    this.#expected = length === undefined ? undefined : end + HEAD_END.length + Number(length);
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    const answered = this.#answered;
    this.#answered = null;
    answered?.reject(error);
  }
}
