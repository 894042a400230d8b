import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import type { Story } from "../support/stories.js";

const run = promisify(execFile);

/** The text of a PDF as it stands on paper, one string for each page. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "receivables-pdf-"));
  try {
    const file = path.join(folder, "document.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run("pdftotext", ["-layout", file, "-"], { maxBuffer: 256 * 1024 * 1024 });
    return stdout.split("\f").slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Whatever a path of the server answers. */
export async function get(story: Story, target: string, token = story.token): Promise<Fetched> {
  const response = await fetch(new URL(target, story.api.url), {
    headers: token === "" ? {} : { authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** A document that must be there. */
export async function pdfAt(story: Story, target: string, token = story.token): Promise<Buffer> {
  const { status, headers, body } = await get(story, target, token);
  expect([status, headers.get("content-type"), status === 200 ? "" : body.toString()]).toEqual([
    200,
    "application/pdf",
    "",
  ]);
  return body;
}

/** The code of an error that must come instead of a document, with its status. */
export async function refusedAt(
  story: Story,
  target: string,
  token = story.token,
): Promise<[number, string]> {
  const { status, headers, body } = await get(story, target, token);
  expect(headers.get("content-type")).toContain("application/json");
  const { errors } = JSON.parse(body.toString());
  return [status, errors[0].extensions.code];
}

/** All text on one line, so that it can be found however it was broken. */
export function flat(pages: readonly string[]): string {
  return pages.join(" ").replace(/\s+/g, " ");
}
