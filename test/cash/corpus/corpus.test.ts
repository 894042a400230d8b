import { afterAll, beforeAll, expect, it } from "vitest";
import { Chance } from "../../../seeds/chance.js";
import { runMatching } from "../../../src/cash/matches/run-matching.js";
import {
  type AppliedLine,
  scoreLines,
  scoreMatchProblem,
  truthOf,
} from "../../bench/matching/match-score.js";
import { type Books, Library } from "../../support/books.js";
import { type AppliedPart, appliedOf, fillBooks, receiptsOf, takeIn } from "./corpus-books.js";
import { type CorpusFile, corpusFiles, entryClassOf } from "./corpus-files.js";
import { ADVICE_CHANNELS, type Corpus, corpusOf } from "./corpus-payments.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-09-30");
});
afterAll(() => library.close());

/** What a file at a time may lose against the engine that sees every payment at once. */
const LOST_MOST = 0.03;

it("money of every format is a receipt once, applied untouched with its advice for evidence, and nothing wrongly", async () => {
  const books = await library.books("USD");
  const corpus = await fillBooks(books, corpusOf(225, 7));
  await takeAll(books, corpusFiles(corpus.payments));
  await books.does(runMatching, {});

  await expectEachReceiptOnce(books, corpus);
  const applied = await appliedOf(books, corpus);
  const [bench] = scoreMatchProblem("corpus", corpus.file);
  const score = scoreOnce(corpus, applied);
  expect(score).toMatchObject({ precision: 1, falseApply: 0 });
  expect(score.straightThrough).toBeGreaterThanOrEqual((bench?.straightThrough ?? 1) - LOST_MOST);
  expectEvidence(corpus, applied);
  expectEveryCurrency(corpus, applied);
  await books.expectSound();
}, 120_000);

it("money is a receipt once and applied right in whatever order the files come", async () => {
  const books = await library.books("USD");
  const corpus = await fillBooks(books, corpusOf(80, 11));
  await takeAll(books, shuffled(corpusFiles(corpus.payments)));
  await books.does(runMatching, {});

  await expectEachReceiptOnce(books, corpus);
  const applied = await appliedOf(books, corpus);
  const score = scoreOnce(corpus, applied);
  expect(score).toMatchObject({ precision: 1, falseApply: 0 });
  await books.expectSound();
}, 120_000);

async function takeAll(books: Books, files: readonly CorpusFile[]): Promise<void> {
  for (const file of files) await takeIn(books, file);
}

function shuffled(files: readonly CorpusFile[]): CorpusFile[] {
  const chance = new Chance("the files in another order");
  const places = files.map((file) => ({ file, at: chance.share() }));
  return places.sort((a, b) => a.at - b.at).map(({ file }) => file);
}

/** No deposit is doubled, and no statement repeats what a notice told. */
async function expectEachReceiptOnce(books: Books, { payments }: Corpus): Promise<void> {
  const expected = payments.map(({ reference, cents, currency }) => ({
    ...{ reference, amount: (cents / 100).toFixed(2), currency },
  }));
  expect(await receiptsOf(books)).toEqual(expected.sort((a, b) => (a.reference < b.reference ? -1 : 1)));
}

function scoreOnce(corpus: Corpus, applied: readonly AppliedPart[]) {
  const lines = asPaidFirst(corpus, applied);
  const pairs = lines.map(({ payment, invoice }) => `${payment} ${invoice}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  return scoreLines(lines, truthOf(corpus.file));
}

/** Of a payment that was made twice, whichever came first is the one that pays. */
function asPaidFirst({ file }: Corpus, applied: readonly AppliedPart[]): AppliedLine[] {
  const doubled = new Set(
    file.ground_truth.applications.flatMap((one) => (one.match_type === "DUPLICATE" ? one.payment_id : [])),
  );
  const likeness = ({ payer_name: name, amount, reference_info: text }: (typeof file.payments)[number]) =>
    JSON.stringify([name, amount, text]);
  const firsts = new Map(
    file.payments.flatMap((one) => (doubled.has(one.payment_id) ? [[likeness(one), one.payment_id]] : [])),
  );
  const first = new Map(
    file.payments.map((one) => [one.payment_id, firsts.get(likeness(one)) ?? one.payment_id]),
  );
  return applied.map((line) => ({ ...line, payment: first.get(line.payment) ?? line.payment }));
}

/** Also of currencies that have no decimals. */
function expectEveryCurrency({ payments }: Corpus, applied: readonly AppliedPart[]): void {
  const currencyOf = new Map(payments.map(({ id, currency }) => [id, currency]));
  const untouched = new Set(applied.map(({ payment }) => currencyOf.get(payment)));
  expect([...untouched].sort()).toEqual(["CHF", "EUR", "JPY", "USD"]);
}

const ACH_CLASSES = ["NACHA CCD", "NACHA CTX", "NACHA PPD"];

/** Lines of addenda and of every kind of advice, come before or after its payment, are what money was applied by. */
function expectEvidence({ payments }: Corpus, applied: readonly AppliedPart[]): void {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const places = new Set(
    applied.flatMap(({ payment, evidence }) => {
      const known = byId.get(payment);
      const { advice, bank } = known ?? {};
      if (advice && evidence.includes(`of ${advice.channel}-${advice.comes}`))
        return [`${advice.channel} ${advice.comes}`];
      const isInAddenda = bank === "NACHA" && /in (addenda at line|structured reference)/.test(evidence);
      return isInAddenda && known ? [`NACHA ${entryClassOf(known)}`] : [];
    }),
  );
  const advised = ADVICE_CHANNELS.flatMap((channel) => [`${channel} BEFORE`, `${channel} AFTER`]);
  expect([...places].sort()).toEqual([...ACH_CLASSES, ...advised].sort());
}
