import { DEMO_COMPANY, seedDemo } from "../../seeds/demo-company.js";
import type { Installation } from "../main.js";
import { todayIn } from "../platform/business-date.js";
import { createProgress, type Progress } from "../platform/terminal/progress.js";

/**
 * Seeds the demonstration company into an installation without tenants, or goes on with one that was cut off; beside
 * tenants of one's own it is never made. When told to stop, it does so between two steps and throws.
 */
export async function seedDemoCompany(
  installation: Installation,
  stop?: AbortSignal,
): Promise<"SEEDED" | "ALREADY_THERE" | "OTHER_TENANTS"> {
  const tenants = await installation.tenants();
  if (tenants.length > 0 && !tenants.some((tenant) => tenant.slug === DEMO_COMPANY.slug))
    return "OTHER_TENANTS";
  // Not shown before there is something to do: it takes the terminal over.
  let progress: Progress | undefined;
  const onProgress = (done: number, total: number) => {
    stop?.throwIfAborted();
    progress ??= createProgress({ label: "Seeding the demonstration company", unit: "steps" });
    progress.update(done, total);
  };
  const today = todayIn(DEMO_COMPANY.timeZone, new Date());
  try {
    await seedDemo(installation.application, installation.owner, { today, onProgress });
  } finally {
    progress?.finish();
  }
  return progress ? "SEEDED" : "ALREADY_THERE";
}
