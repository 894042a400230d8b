import { seedDemo } from "../../seeds/demo-company.js";
import type { Installation } from "../main.js";
import { todayIn } from "../platform/business-date.js";
import { createProgress } from "../platform/terminal/progress.js";

/** Seeds the demonstration company unless it, or any other tenant, is there; goes on with one that was cut off. */
export async function seedDemoCompany(installation: Installation): Promise<void> {
  const progress = createProgress({ label: "Seeding the demonstration company" });
  let begun = false;
  await seedDemo(installation.application, installation.owner, {
    today: todayIn("America/New_York", new Date()),
    onProgress: (done, total) => {
      begun = true;
      progress.update(done, total);
    },
  });
  if (begun) progress.finish();
}
