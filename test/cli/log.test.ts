import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type LogStream, openLog } from "../../src/cli/log.js";

/** A terminal that remembers what was written to it. */
function terminal(): { stream: LogStream; text: () => string } {
  let written = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, fd: 2 });
  stream.on("data", (chunk) => {
    written += String(chunk);
  });
  return { stream, text: () => written };
}

describe("the log on a terminal", () => {
  it("says warnings in plain lines, and nothing of requests", () => {
    const { stream, text } = terminal();
    const log = openLog({ logLevel: undefined }, stream);
    log.info({ method: "POST", path: "/graphql" }, "request");
    log.warn({ tries: 2 }, "the database is gone");
    expect(text()).toMatch(/^\d\d:\d\d:\d\d {2}warning {2}the database is gone {2}tries=2\n$/);
  });

  it("says requests when LOG_LEVEL asks for them", () => {
    const { stream, text } = terminal();
    openLog({ logLevel: "info" }, stream).info({ method: "POST", path: "/graphql", status: 200 }, "request");
    expect(text()).toMatch(/info {2}request {2}method=POST {2}path=\/graphql {2}status=200\n$/);
  });

  it("shows an error with its stack", () => {
    const { stream, text } = terminal();
    openLog({ logLevel: undefined }, stream).error({ err: new RangeError("too far") }, "fault");
    expect(text()).toMatch(/error {2}fault\nRangeError: too far\n {4}at /);
  });
});
