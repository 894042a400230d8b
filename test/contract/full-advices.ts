import { given, type Story } from "../support/stories.js";

/** An advice that explains the bank file's payment, by its end-to-end id. */
export async function ingestAdvice(story: Story, marker: string) {
  // The payment has the marker for its end-to-end id.
  const reference = marker;
  const segments = [
    "ST*820*0001",
    `BPR*C*4.00*C*ACH*CTX${"*".repeat(11)}20260301`,
    `TRN*1*${reference}`,
    "CUR*PR*EUR",
    `N1*PR*${marker}`,
    `RMR*IV*${marker}**4.00`,
    "SE*7*0001",
  ];
  const content = Buffer.from(`${segments.join("~\n")}~\n`).toString("base64");
  const adviceFile = { fileName: `${marker}.edi`, content };
  const { remittanceIngest } = await story.ask<{
    remittanceIngest: {
      remittanceAdviceBatch: { id: string } | null;
      remittanceAdvices: readonly { id: string }[];
    };
  }>(
    `mutation ($input: RemittanceIngestInput!) { remittanceIngest(input: $input) { userErrors { code message }
      remittanceAdviceBatch { id } remittanceAdvices { id } } }`,
    { input: { ...adviceFile, idempotencyKey: "advice-file" } },
  );
  return {
    adviceFile,
    adviceBatch: given(remittanceIngest.remittanceAdviceBatch).id,
    remittanceAdvice: given(remittanceIngest.remittanceAdvices[0]).id,
  };
}
