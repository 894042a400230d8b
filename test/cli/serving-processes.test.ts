import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, ProgramUnderTest } from "../support/program.js";

let program: ProgramUnderTest;

beforeAll(async () => {
  buildProgram();
  program = await ProgramUnderTest.create();
});
afterAll(() => program.remove());

const START_MS = 30_000;

/** All of them, once each has been at its work. */
async function running(count: number): Promise<number[]> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const found = program.servingProcesses();
    const listening = program.printed().match(/is ready\./) !== null;
    if (found.length === count && listening) return found;
    if (Date.now() > deadline) throw new Error(`${found.length} processes serve, not ${count}`);
    await delay(50);
  }
}

async function without(gone: number, count: number): Promise<number[]> {
  for (;;) {
    const found = await running(count);
    if (!found.includes(gone)) return found;
    await delay(20);
  }
}

describe.skipIf(process.platform !== "linux")("a server of several processes", () => {
  it("replaces one that is killed while the other answers, and ends with all of them", async () => {
    await program.serve({ SERVER_PROCESSES: "2" });
    const [first = 0, second] = await running(2);
    process.kill(first, "SIGKILL");
    // Whoever was connected to it has to connect again.
    while (!(await program.answers())) await delay(20);
    const [kept, added] = await without(first, 2);
    expect(kept).toBe(second);
    expect(added).not.toBe(first);
    expect(await program.end("SIGINT")).toBe(0);
    expect(await program.answers()).toBe(false);
    expect(program.postmaster()).toBeNull();
  });

  it("leaves no process that answers when the one that started them is killed, and starts again", async () => {
    await program.serve({ SERVER_PROCESSES: "3" });
    const processes = await running(3);
    await program.kill();
    for (const pid of processes) while (isAlive(pid)) await delay(20);
    await program.serve({ SERVER_PROCESSES: "1" });
    expect(await running(0)).toEqual([]);
    expect(await program.end("SIGTERM")).toBe(0);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
