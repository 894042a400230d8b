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

  it("says what others have named in one line, without letting it command the terminal", () => {
    const { stream, text } = terminal();
    const log = openLog({ logLevel: undefined }, stream);
    log.warn({ file: "b\u009b2Jc" }, "a\n12:00:00  info  all is well\u001b[31m\u202etxt is rejected");
    expect(text()).toMatch(
      /a\\u\{a\}12:00:00 {2}info {2}all is well\\u\{1b\}\[31m\\u\{202e\}txt is rejected/,
    );
    expect(text()).toMatch(/ {2}file=b\\u\{9b\}2Jc\n$/);
    log.error({ err: new RangeError("too\u001b[2Jfar") }, "fault");
    expect(text()).toMatch(/fault\nRangeError: too\\u\{1b\}\[2Jfar\n {4}at /);
  });
});
