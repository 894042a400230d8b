import { DEMO_COMPANY, seedDemo } from "../../seeds/demo-company.js";
import type { Installation } from "../main.js";
import { todayIn } from "../platform/business-date.js";
import { createProgress } from "../platform/terminal/progress.js";

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
  const progress = createProgress({ label: "Seeding the demonstration company", unit: "steps" });
  let begun = false;
  await seedDemo(installation.application, installation.owner, {
    today: todayIn(DEMO_COMPANY.timeZone, new Date()),
    onProgress: (done, total) => {
      stop?.throwIfAborted();
      begun = true;
      progress.update(done, total);
    },
  });
  if (begun) progress.finish();
  return begun ? "SEEDED" : "ALREADY_THERE";
}
