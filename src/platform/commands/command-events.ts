import { sql } from "../database/sql.js";
import type { WriteTransaction } from "../database/write-transaction.js";
import type { DomainEvent } from "./command.js";

/** Events of one statement: those of a large file together are more than one JSON value may hold. */
const EVENTS_AT_A_TIME = 5_000;

/** What a command tells has happened, on its way to the outbox. */
export class CommandEvents {
  #told: DomainEvent[] = [];
  #anyWritten = false;

  constructor(
    private readonly tx: WriteTransaction,
    private readonly tenantId: string,
  ) {}

  tell(event: DomainEvent): void {
    this.#told.push(event);
  }

  /** Whether any were written; the transaction may still undo them. */
  get anyWritten(): boolean {
    return this.#anyWritten;
  }

  /** Writes what was told since the last time, in the order in which it was told, and holds it no more. */
  async write(): Promise<void> {
    const events = this.#told;
    if (events.length === 0) return;
    this.#told = [];
    this.#anyWritten = true;
    for (let start = 0; start < events.length; start += EVENTS_AT_A_TIME)
      await this.#insert(events.slice(start, start + EVENTS_AT_A_TIME));
  }

  async #insert(events: readonly DomainEvent[]): Promise<void> {
    const rows = events.map((e, n) => ({
      n,
      type: e.type,
      customer: e.customerId,
      subject: e.subjectId,
      payload: e.payload,
    }));
    await this.tx.rows(sql`
      insert into outbox_event (tenant_id, type, customer_id, subject_id, payload)
      select ${this.tenantId}, type, customer, subject, payload
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(n integer, type text, customer uuid, subject uuid, payload jsonb)
      order by n`);
  }
}
