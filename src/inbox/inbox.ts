import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { MAX_FILE_BYTES } from "../cash/index.js";
import type { Actor } from "../platform/commands/command.js";
import type { CommandPipeline } from "../platform/commands/pipeline.js";
import type { Database } from "../platform/database/database.js";
import { ArrivalFolder } from "./arrived-files.js";
import { type TakenFile, takeInFile } from "./take-in-file.js";

export interface InboxOptions {
  /** Holds a folder for each tenant, named by its slug. */
  readonly dir: string;
  readonly tenants: () => Promise<readonly { readonly id: string; readonly slug: string }[]>;
  /** Sessions of the owner: one holds the lock by which only one node empties the inbox at a time. */
  readonly owner: Database;
  readonly commands: CommandPipeline;
  readonly database: Database;
  readonly log: { info(text: string): void; warn(text: string): void };
  /** Between two looks at the folders, in milliseconds. A file that is the same in two of them is complete. */
  readonly pauseMs?: number;
}

/** What stands behind a file that is dropped into the inbox: whoever may write there may import bank files and advices. */
const ACTOR = { subject: "inbox", scopes: new Set(["bank-files:import"]) };

const PAUSE_MS = 2_000;
const INBOX_LOCK = 7_230;

/**
 * Takes in what is dropped into the tenants' folders, oldest name first, until it is stopped. A file is moved only when
 * what became of it is committed: after a crash or without the database it is taken in by the next look, and what was
 * posted already is refused as a duplicate.
 */
export class Inbox {
  readonly #stopping = new AbortController();
  readonly #folders = new Map<string, ArrivalFolder>();
  #running: Promise<void> | undefined;
  #trouble = "";

  constructor(private readonly options: InboxOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Lets the file that is being taken in finish. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.#look();
      await setTimeout(this.options.pauseMs ?? PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Told once, not at every look, for as long as it lasts. */
  async #look(): Promise<void> {
    try {
      await this.#alone(() => this.#takeAll());
      this.#trouble = "";
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (trouble !== this.#trouble) this.options.log.warn(`The inbox waits and tries again: ${trouble}`);
      this.#trouble = trouble;
    }
  }

  /** The lock ends with its session, so a node that is killed leaves the inbox to the others. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const client = await this.options.owner.pool.connect();
    try {
      const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [INBOX_LOCK]);
      if (rows[0]?.mine !== true) return;
      try {
        await work();
      } finally {
        await client.query("select pg_advisory_unlock($1)", [INBOX_LOCK]);
      }
    } finally {
      client.release();
    }
  }

  async #takeAll(): Promise<void> {
    for (const tenant of await this.options.tenants()) {
      const folder = await this.#folderOf(tenant.slug);
      for (const file of await folder.settled()) {
        if (this.#stopping.signal.aborted) return;
        const { fate, report } = await this.#take(folder, file, { tenantId: tenant.id, ...ACTOR });
        await folder.settle(file.name, fate, report, new Date());
        const tell = `${file.name} of ${tenant.slug} is ${fate}: ${report.join(" ")}`;
        if (fate === "taken") this.options.log.info(tell);
        else this.options.log.warn(tell);
      }
    }
  }

  async #folderOf(slug: string): Promise<ArrivalFolder> {
    const known = this.#folders.get(slug);
    const folder = known ?? new ArrivalFolder(path.join(this.options.dir, slug));
    await folder.prepare();
    this.#folders.set(slug, folder);
    return folder;
  }

  async #take(
    folder: ArrivalFolder,
    { name, bytes }: { readonly name: string; readonly bytes: number },
    actor: Actor,
  ): Promise<TakenFile> {
    if (bytes > MAX_FILE_BYTES) {
      const report = `The file has ${bytes} bytes; at most ${MAX_FILE_BYTES} are read. Ask who sent it to split it.`;
      return { fate: "refused", report: [report, "Nothing was posted."] };
    }
    return takeInFile(this.options, actor, name, await readFile(path.join(folder.path, name)));
  }
}
