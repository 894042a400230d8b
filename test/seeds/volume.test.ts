import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedVolume } from "../../seeds/volume.js";
import { businessDate } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { openSeedingPlace, type SeedingPlace } from "./seeding.js";

const OPTIONS = { customers: 40, invoices: 700, seed: 7, today: businessDate("2026-03-17") };

describe("the volume generator", () => {
  let place: SeedingPlace;
  let tenant: Tenant;
  const progress: number[] = [];

  beforeAll(async () => {
    place = await openSeedingPlace();
    tenant = await seedVolume(place.application, place.owner, {
      ...OPTIONS,
      onProgress: (done) => void progress.push(done),
    });
  });
  afterAll(() => place.close());

  test("leaves books in which every check of the ledger holds", async () => {
    const { checks, differences } = await place.verified(tenant.id);
    expect(checks).toBeGreaterThan(5);
    expect(differences).toEqual([]);
  });

  test("makes the invoices it was asked for, about seven of ten with a payment", async () => {
    const [made] = await place.rows<{ invoices: string; receipts: string; lines: string }>(
      tenant.id,
      sql`select (select count(*) from invoice) as invoices, (select count(*) from receipt) as receipts,
                 (select count(*) from invoice_line) as lines`,
    );
    expect(made).toMatchObject({ invoices: "700", lines: "700" });
    expect(Number(made?.receipts)).toBeGreaterThan(440);
    expect(Number(made?.receipts)).toBeLessThan(540);
    expect(progress.at(-1)).toBe(700);
  });

  test("gives the same data again for the same seed and day, and other data for another seed", async () => {
    const again = await openSeedingPlace();
    try {
      const same = await seedVolume(again.application, again.owner, OPTIONS);
      const other = await seedVolume(again.application, again.owner, { ...OPTIONS, seed: 8 });
      const first = await contents(place, tenant);
      expect(first).toHaveLength(700);
      expect(await contents(again, same)).toEqual(first);
      expect(await contents(again, other)).not.toEqual(first);
    } finally {
      await again.close();
    }
  });
});

/** Each invoice with its customer and what was paid on it, but without ids. */
function contents(place: SeedingPlace, tenant: Tenant): Promise<unknown[]> {
  return place.rows(
    tenant.id,
    sql`
      select i.number, c.number as customer, i.document_date, i.due_date, i.total,
             (select array_agg(a.amount || ' ' || a.effective_date order by o.instalment_no)
                from open_item o join application a on a.tenant_id = o.tenant_id and a.debit_item_id = o.id
               where o.tenant_id = i.tenant_id and o.invoice_id = i.id) as paid
      from invoice i join customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
      where i.tenant_id = ${tenant.id} order by i.number`,
  );
}
