import { once } from "node:events";
import type { WebSocket } from "ws";

/** A socket that speaks the protocol by hand, so that its close codes and messages are seen as they are. */
export class RawClient {
  readonly messages: Record<string, unknown>[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  #waiting: (() => void)[] = [];

  constructor(readonly socket: WebSocket) {
    socket.on("message", (data) => {
      this.messages.push(JSON.parse(String(data)));
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.closed = once(socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(query: string, id = "1", rest: object = {}): void {
    this.send({ type: "subscribe", id, payload: { query, ...rest } });
  }

  async receive(type: string): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.messages.find((message) => message.type === type);
      if (found) {
        this.messages.splice(this.messages.indexOf(found), 1);
        return found;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
