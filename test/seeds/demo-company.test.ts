import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planDemo } from "../../seeds/demo/plan.js";
import { DEMO_COMPANY, seedDemo } from "../../seeds/demo-company.js";
import type { PaymentTerms } from "../../src/customers/index.js";
import { type BusinessDate, businessDate } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import { listTenants, type Tenant } from "../../src/platform/database/tenancy.js";
import { openSeedingPlace, type SeedingPlace } from "./seeding.js";

const TODAY = businessDate("2026-03-17");

describe("the plan of the demonstration company", () => {
  const net = (code: string, netDays: number): PaymentTerms => ({
    id: code,
    code,
    name: code,
    discountPercent: null,
    discountDays: null,
    instalments: [{ percent: "100", netDays }],
  });
  const terms = [
    net("NET14", 14),
    net("NET30", 30),
    net("NET45", 45),
    net("NET60", 60),
    net("2/10NET30", 30),
    net("30/50/20", 90),
  ];

  test("is the same for the same day", () => {
    expect(JSON.stringify(planDemo(TODAY, terms))).toBe(JSON.stringify(planDemo(TODAY, terms)));
  });

  test.each(["2026-03-17", "2028-02-29", "2025-12-31", "2026-01-01"])("has nothing dated after %s", (day) => {
    const today = businessDate(day);
    const { months } = planDemo(today, terms);
    const dates = months.flatMap((m) => [
      ...m.invoices.flatMap((i) => [i.documentDate, i.voidedOn]),
      ...m.receipts.flatMap((r) => [r.receivedOn, r.returnedOn]),
    ]);
    const last = dates
      .filter((d): d is BusinessDate => d !== null)
      .sort()
      .at(-1);
    expect(last !== undefined && last <= today).toBe(true);
    expect(months.at(-1)?.startsOn.slice(0, 7)).toBe(day.slice(0, 7));
  });

  test("never pays more on an instalment than it asks for, nor before the invoice is there", () => {
    const { months } = planDemo(TODAY, terms);
    const invoices = new Map(months.flatMap((m) => m.invoices).map((i) => [i.number, i]));
    const standing = months.flatMap((m) => m.receipts).filter((r) => r.returnedOn === null);
    const paid = new Map<string, number>();
    for (const receipt of standing) {
      for (const { invoiceNumber, instalmentNo, amount } of receipt.applications) {
        const invoice = invoices.get(invoiceNumber);
        expect(invoice && invoice.documentDate <= receipt.receivedOn).toBe(true);
        const key = `${invoiceNumber}.${instalmentNo}`;
        paid.set(key, (paid.get(key) ?? 0) + amount.times(100).toNumber());
      }
    }
    for (const invoice of invoices.values()) {
      for (const { no, amount } of invoice.instalments) {
        expect(paid.get(`${invoice.number}.${no}`) ?? 0).toBeLessThanOrEqual(amount.times(100).toNumber());
      }
    }
  });
});

describe("seeding that was cut off", () => {
  let place: SeedingPlace;
  let tenant: Tenant;

  beforeAll(async () => {
    place = await openSeedingPlace();
    const cutOff = seedDemo(place.application, place.owner, {
      today: TODAY,
      onProgress: (done) => {
        if (done === 9) throw new Error("pulled the plug");
      },
    });
    await expect(cutOff).rejects.toThrow("pulled the plug");
    // The next start is on another day; the company keeps the day that it was planned for.
    tenant = await seedDemo(place.application, place.owner, { today: businessDate("2026-04-02") });
  }, 300_000);
  afterAll(() => place.close());

  test("is gone on with to a complete company whose every check of the ledger holds", async () => {
    expect(tenant).toMatchObject(DEMO_COMPANY);
    expect(await listTenants(place.owner)).toHaveLength(1);
    const { checks, differences } = await place.verified(tenant.id);
    expect(checks).toBeGreaterThan(5);
    expect(differences).toEqual([]);
  });

  test("has each invoice once, numbered without a gap, up to the day it was planned for", async () => {
    const [made] = await place.rows<{ count: string; last: string; newest: string }>(
      tenant.id,
      sql`select count(*), max(sequence_no) as last, max(document_date) as newest from invoice`,
    );
    expect(Number(made?.count)).toBeGreaterThan(3_000);
    expect(made?.last).toBe(made?.count);
    expect(made?.newest).toBe("2026-03-17");
  });

  test("has open items in every bucket of age, and money that waits to be applied or identified", async () => {
    const ages = await place.rows<{ bucket: number }>(
      tenant.id,
      sql`select distinct width_bucket(${TODAY}::date - due_date, array[1, 31, 61, 91]) as bucket
          from open_item where open_amount > 0 order by 1`,
    );
    expect(ages.map((a) => a.bucket)).toEqual([0, 1, 2, 3, 4]);
    const [waiting] = await place.rows<{
      unapplied: boolean;
      unidentified: boolean;
      returned: boolean;
      voided: boolean;
    }>(
      tenant.id,
      sql`select exists (select from open_item where open_amount < 0 and customer_id is not null) as unapplied,
                 exists (select from open_item where open_amount < 0 and customer_id is null) as unidentified,
                 exists (select from receipt where reversed_on is not null) as returned,
                 exists (select from invoice where status = 'VOID') as voided`,
    );
    expect(waiting).toEqual({ unapplied: true, unidentified: true, returned: true, voided: true });
  });

  test("has money of its bank's last statement in the queue, proposed, suspected and unknown, and some that applied itself", async () => {
    const found = await place.rows<{ status: string; reason: string | null }>(
      tenant.id,
      sql`select distinct status, remainder_reason as reason from receipt_match`,
    );
    const told = found.map(({ status, reason }) => `${status} ${reason}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "APPLIED null",
        "APPLIED OVERPAID",
        "OPEN null",
        "NONE DUPLICATE_SUSPECTED",
        "NONE NOTHING_FITS",
        "NONE PAYER_UNKNOWN",
      ]),
    );
  });

  test("has days sales outstanding of 35 to 60", async () => {
    const [ratio] = await place.rows<{ dso: string }>(
      tenant.id,
      sql`select round((select sum(functional_open) from open_item where open_amount > 0) * 90
                / (select sum(total * booking_rate) from invoice
                   where status = 'ISSUED' and document_date > ${TODAY}::date - 90), 1) as dso`,
    );
    expect(Number(ratio?.dso)).toBeGreaterThan(35);
    expect(Number(ratio?.dso)).toBeLessThan(60);
  });

  test("does nothing when it is asked again", async () => {
    const steps: number[] = [];
    const again = await seedDemo(place.application, place.owner, {
      today: TODAY,
      onProgress: (done) => void steps.push(done),
    });
    expect(again.id).toBe(tenant.id);
    expect(steps).toEqual([]);
  });
});
