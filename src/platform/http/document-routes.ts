import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Authenticate } from "../auth/authenticate.js";
import type { Admission } from "../graphql/admission.js";
import type { ContextFactory } from "../graphql/context.js";
import { PdfWriter } from "../pdf/pdf-writer.js";
import { DocumentParameters } from "./document-parameters.js";
import { authoriseDocument, type DocumentSource, type OpenedDocument } from "./document-source.js";
import { Turnstile } from "./turnstile.js";

export interface DocumentOptions {
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  readonly createContext: ContextFactory;
}

/** What a document costs its principal, in the points of operations. */
const DOCUMENT_POINTS = 1_000;

/** Documents that are written at the same time: each holds a connection, and all share one processor. */
const WRITTEN_AT_ONCE = 3;
const WAITING_MOST = 100;

/** Serves each source's documents as PDF. */
export function mountDocuments(
  app: FastifyInstance,
  sources: readonly DocumentSource[],
  options: DocumentOptions,
): void {
  const turnstile = new Turnstile(WRITTEN_AT_ONCE, WAITING_MOST);
  for (const source of sources) {
    app.route({
      method: "GET",
      url: source.path,
      exposeHeadRoute: false,
      handler: (request, reply) => answer(source, options, turnstile, request, reply),
    });
  }
}

async function answer(
  source: DocumentSource,
  { admission, authenticate, createContext }: DocumentOptions,
  turnstile: Turnstile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header("cache-control", "no-store");
  const principal = authoriseDocument(source, await authenticate(request.headers));
  const parameters = new DocumentParameters(recordOf(request.query), source.parameters);
  admission.charge(principal, DOCUMENT_POINTS);
  const signal = goneSignal(reply);
  const leave = await turnstile.enter(signal);
  const context = createContext(principal, {
    requestId: request.id,
    query: "",
    signal,
    tellsKnowledge: true,
  });
  const done = async () => {
    leave();
    await context.end();
  };
  try {
    const document = await source.open(context, parameters);
    const pdf = await PdfWriter.open({ ...document.options, signal });
    void writeAll(document, pdf, request).finally(done);
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="${document.fileName}"`)
      .send(pdf.stream);
  } catch (error) {
    await done();
    throw error;
  }
}

/** A fault after the first byte cannot be told any more: the connection is cut, so that nobody takes a part for the whole. */
async function writeAll(document: OpenedDocument, pdf: PdfWriter, request: FastifyRequest): Promise<void> {
  try {
    await document.write(pdf);
    pdf.end();
  } catch (error) {
    if (error instanceof Error && error.name !== "AbortError") {
      request.log.error({ err: error, reference: request.id }, "fault in writing a document");
    }
    pdf.abandon(error instanceof Error ? error : new Error(String(error)));
  }
}

function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function recordOf(query: unknown): Record<string, unknown> {
  return typeof query === "object" && query !== null ? { ...query } : {};
}
