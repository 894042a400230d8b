import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { GraphQLError } from "graphql";
import {
  type ConfirmationSelection,
  chooseAnyNumber,
  confirmationDocument,
  confirmationsDocument,
  type NamedCustomer,
  type StatementKind,
  statementCustomers,
  statementDocument,
} from "../documents/index.js";
import type { Installation } from "../main.js";
import type { Principal } from "../platform/auth/principal.js";
import { sql } from "../platform/database/sql.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { encodeId } from "../platform/graphql/ids.js";
import { DocumentParameters } from "../platform/http/document-parameters.js";
import type { DocumentSource } from "../platform/http/document-source.js";
import { PdfWriter } from "../platform/pdf/pdf-writer.js";
import { createProgress } from "../platform/terminal/progress.js";
import { operatorOf } from "./operator.js";
import { makeFolder } from "./output-place.js";
import { UserFacingError } from "./user-facing-error.js";

export interface DocumentsOptions {
  readonly customer?: readonly string[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly paper?: string;
  readonly out: string;
  readonly tenant?: string;
}

export interface StatementsOptions extends DocumentsOptions {
  readonly all?: boolean;
  readonly kind: string;
  readonly from?: string;
  readonly currency?: string;
}

export interface ConfirmationsOptions extends DocumentsOptions {
  readonly minimumBalance?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly merged?: boolean;
}

/** Writes a statement for each customer that is named, or for all. */
export async function writeStatements(
  installation: Installation,
  options: StatementsOptions,
): Promise<boolean> {
  const { customer, all, kind, from, currency, out } = options;
  if ((customer === undefined) === (all === undefined)) {
    throw new UserFacingError("Name customers with --customer, or take all with --all.");
  }
  const desk = await Desk.open(installation, options);
  const what: StatementKind = kind === "activity" ? "ACTIVITY" : "OPEN_ITEM";
  const given = desk.given({ from, currency, kind: what });
  const customers = await desk.read(statementDocument, given, (context, asked) =>
    customer
      ? desk.numbered(context, customer)
      : statementCustomers(context, what, {
          from: asked.date("from"),
          asOf: asked.date("asOf"),
          knownAt: asked.instant("knownAt"),
          currency: asked.currency("currency"),
        }),
  );
  await desk.writeEach(statementDocument, given, customers, { label: "Writing statements", out });
  return true;
}

/** Writes a letter for each customer that is named, large enough or drawn; in one file if that is wanted. */
export async function writeConfirmations(
  installation: Installation,
  options: ConfirmationsOptions,
): Promise<boolean> {
  const { customer, minimumBalance, sample, seed, merged, out } = options;
  const desk = await Desk.open(installation, options);
  const given = desk.given({});
  const asked = desk.given({ minimumBalance, sampleSize: sample, seed });
  const chosen = await desk.read(confirmationsDocument, asked, async (context, parameters) => {
    const named = customer ? await desk.numbered(context, customer) : null;
    const selection: ConfirmationSelection = {
      customerIds: named?.map(({ customerId }) => customerId) ?? null,
      minimumBalance: parameters.decimal("minimumBalance"),
      sampleSize: parameters.integer("sampleSize"),
      seed: parameters.text("seed"),
    };
    const at = { asOf: parameters.date("asOf"), knownAt: parameters.instant("knownAt") };
    return { named, ...(await chooseAnyNumber(context, selection, at)) };
  });
  const { customers, named, populationCount } = chosen;
  warn(`${customers.length} of ${populationCount} customers with something open are asked.`);
  if (merged) {
    const ids = named?.map(({ customerId }) => encodeId("cus", customerId));
    await desk.writeOne(confirmationsDocument, { ...asked, ...(ids ? { customer: ids } : {}) }, out);
  } else {
    await desk.writeEach(confirmationDocument, given, customers, { label: "Writing letters", out });
  }
  return true;
}

type Given = Readonly<Record<string, string | readonly string[]>>;

/** Where documents are written: all of one run tell what was known at the same instant. */
class Desk {
  readonly #taken = new Set<string>();
  readonly #lacking: string[] = [];

  private constructor(
    private readonly installation: Installation,
    private readonly principal: Principal,
    private readonly options: DocumentsOptions,
    private readonly knownAt: string,
  ) {}

  static async open(installation: Installation, options: DocumentsOptions): Promise<Desk> {
    const actor = await operatorOf(installation, options.tenant);
    const principal: Principal = {
      tenantId: actor.tenantId,
      subject: actor.subject,
      roles: actor.roles ?? [],
      scopes: actor.scopes,
      person: actor.subject,
      kind: "USER",
      customerIds: null,
      expiresAt: null,
    };
    const context = contextOf(installation, principal);
    try {
      const horizon = options.knownAt ?? (await context.reads.knownAt(null)) ?? "";
      const knownAt = options.knownAt ?? new Date(horizon).toISOString();
      return new Desk(installation, principal, options, knownAt);
    } finally {
      await context.end();
    }
  }

  /** Parameters of a document, without those that were not given. */
  given(more: Readonly<Record<string, string | undefined>>): Given {
    const { asOf, paper } = this.options;
    const all = { asOf, paper: paper?.toUpperCase(), knownAt: this.knownAt, ...more };
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }

  /** The customers of these numbers; throws when there is none of one. */
  async numbered({ reads }: RequestContext, numbers: readonly string[]): Promise<NamedCustomer[]> {
    const found = await reads.rows<NamedCustomer>(sql`
      select id as "customerId", number from customer
      where tenant_id = ${this.principal.tenantId} and number = any(${numbers}) order by number`);
    const missing = numbers.filter((number) => !found.some((one) => one.number === number));
    if (missing.length === 0) return found;
    throw new UserFacingError(`There is no customer ${missing.join(", ")}.`);
  }

  async writeEach(
    source: DocumentSource,
    given: Given,
    customers: readonly NamedCustomer[],
    { label, out }: { readonly label: string; readonly out: string },
  ): Promise<void> {
    const progress = createProgress({ label, unit: "documents", total: customers.length });
    for (const [index, { customerId }] of customers.entries()) {
      await this.#write(source, { ...given, customer: encodeId("cus", customerId) }, out);
      progress.update(index + 1);
    }
    progress.finish(`${customers.length} in ${path.resolve(out)}, as known at ${this.knownAt}`);
    this.#tellLacking();
  }

  async writeOne(source: DocumentSource, given: Given, out: string): Promise<void> {
    const file = await this.#write(source, given, out);
    warn(`Written to ${file}, as known at ${this.knownAt}.`);
    this.#tellLacking();
  }

  /** Does work in a snapshot, with the parameters that a document of the source would have. */
  async read<Value>(
    source: DocumentSource,
    given: Given,
    work: (context: RequestContext, parameters: DocumentParameters) => Promise<Value>,
  ): Promise<Value> {
    const context = contextOf(this.installation, this.principal);
    try {
      return await work(context, new DocumentParameters(given, source.parameters));
    } catch (error) {
      throw error instanceof GraphQLError ? new UserFacingError(error.message) : error;
    } finally {
      await context.end();
    }
  }

  /** Writes a document under another name until it is whole; the path of its file. */
  #write(source: DocumentSource, given: Given, out: string): Promise<string> {
    return this.read(source, given, async (context, parameters) => {
      const document = await source.open(context, parameters);
      const file = path.resolve(out, this.#unused(document.fileName));
      await makeFolder("--out", out);
      const pdf = await PdfWriter.open(document.options);
      const written = document.write(pdf).then(
        () => pdf.end(),
        (error: unknown) => pdf.abandon(error instanceof Error ? error : new Error(String(error))),
      );
      try {
        await Promise.all([pipeline(pdf.stream, createWriteStream(`${file}.part`)), written]);
        await rename(`${file}.part`, file);
      } catch (error) {
        await rm(`${file}.part`, { force: true });
        throw error;
      }
      if (pdf.lacking.length > 0) this.#lacking.push(path.basename(file));
      return file;
    });
  }

  /** Two customers' numbers may differ only in characters that no file's name has. */
  #unused(fileName: string): string {
    const { name, ext } = path.parse(fileName);
    let unused = fileName;
    for (let n = 2; this.#taken.has(unused.toLowerCase()); n++) unused = `${name}-${n}${ext}`;
    this.#taken.add(unused.toLowerCase());
    return unused;
  }

  #tellLacking(): void {
    if (this.#lacking.length === 0) return;
    const some = this.#lacking.slice(0, 10).join(", ");
    const more = this.#lacking.length > 10 ? " …" : "";
    warn(
      `${this.#lacking.length} have characters that the font lacks; they are printed as □ and told at the end: ${some}${more}`,
    );
  }
}

function contextOf({ application }: Installation, principal: Principal): RequestContext {
  return application.createContext(principal, {
    requestId: "command line",
    query: "",
    signal: new AbortController().signal,
    isUnhurried: true,
    tellsKnowledge: true,
  });
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
