import { verifyLedger } from "../ledger/index.js";
import type { Installation } from "../main.js";
import { ReadSession } from "../platform/database/read-session.js";
import { tenantOf } from "./operator.js";

/** Recomputes every invariant of the ledger and tells what was checked. Returns whether all of them hold. */
export async function verify(
  installation: Installation,
  options: { readonly tenant?: string },
): Promise<boolean> {
  const tenants = options.tenant
    ? [await tenantOf(installation, options.tenant)]
    : await installation.tenants();
  let sound = true;
  for (const tenant of tenants) {
    say(`Tenant ${tenant.slug} (${tenant.name})`);
    const reads = new ReadSession(installation.application.database, tenant.id);
    try {
      for await (const { check, rowsChecked, differences } of verifyLedger(reads, tenant.id)) {
        const ok = differences.length === 0;
        sound &&= ok;
        say(`  ${ok ? "ok " : "BAD"} ${check}: ${rowsChecked} checked, ${differences.length} differences`);
        for (const d of differences) say(`      ${d.what}: expected ${d.expected}, found ${d.found}`);
      }
    } finally {
      await reads.close();
    }
  }
  say(sound ? "Every check holds." : "The ledger has differences.");
  return sound;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
