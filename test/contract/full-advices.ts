import { given, type Story } from "../support/stories.js";

/** An advice that explains the bank file's payment, by its end-to-end id. */
export function ingestAdvice(story: Story, marker: string) {
  // The payment has the marker for its end-to-end id.
  return ingest(story, marker, [adviceOf(marker, 1)]);
}

/** A file of many advices, one of which explains a payment of the long bank file, and files beside it. */
export async function ingestManyAdvices(story: Story, marker = "LONG") {
  for (let n = 0; n < 5; n++)
    await ingest(story, `${marker}-BESIDE-${n}`, [adviceOf(`${marker}-BESIDE-${n}`, 1)]);
  const advices = Array.from({ length: 8 }, (_, n) => adviceOf(`${marker}-${n}`, 2, n + 1));
  return ingest(story, marker, advices);
}

/** What an advice alone pays: nothing else is of this amount. */
export const PAID_ALONE = "6.13";

/** An advice alone; its id. It is held back when its currency is none. */
export async function ingestOne(story: Story, marker: string, currency: string): Promise<string> {
  return (await ingest(story, marker, [adviceOf(marker, 1, 1, currency).replaceAll("4.00", PAID_ALONE)]))
    .remittanceAdvice;
}

function adviceOf(reference: string, lines: number, number = 1, currency = "EUR"): string {
  const control = String(number).padStart(4, "0");
  const segments = [
    `ST*820*${control}`,
    `BPR*C*${lines * 4}.00*C*ACH*CTX${"*".repeat(11)}20260301`,
    `TRN*1*${reference}`,
    `CUR*PR*${currency}`,
    `N1*PR*${reference}`,
    ...Array.from({ length: lines }, (_, n) => `RMR*IV*${reference}${n === 0 ? "" : `-${n}`}**4.00`),
    `SE*${6 + lines}*${control}`,
  ];
  return `${segments.join("~\n")}~\n`;
}

async function ingest(story: Story, marker: string, advices: readonly string[]) {
  const content = Buffer.from(advices.join("")).toString("base64");
  const adviceFile = { fileName: `${marker}.edi`, content };
  const { remittanceIngest } = await story.ask<{
    remittanceIngest: {
      remittanceAdviceBatch: { id: string } | null;
      remittanceAdvices: readonly { id: string }[];
    };
  }>(
    `mutation ($input: RemittanceIngestInput!) { remittanceIngest(input: $input) { userErrors { code message }
      remittanceAdviceBatch { id } remittanceAdvices { id } } }`,
    { input: { ...adviceFile, idempotencyKey: `advice-file ${marker}` } },
  );
  return {
    adviceFile,
    adviceBatch: given(remittanceIngest.remittanceAdviceBatch).id,
    remittanceAdvice: given(remittanceIngest.remittanceAdvices[0]).id,
  };
}
