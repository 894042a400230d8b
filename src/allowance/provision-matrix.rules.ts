import { schemeFault } from "../aging/index.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Decimal } from "../platform/money.js";

/** What of a customer tells its segment. */
export const SEGMENTATIONS = {
  NONE: "All customers are one segment.",
  RISK_CLASS: "The customer's risk class, as it is when it is asked.",
  REGION: "The customer's region, as it is when it is asked.",
} as const;

export type Segmentation = keyof typeof SEGMENTATIONS;

/** The loss rates of a segment, one for each bucket of the scheme in its order, in per cent from 0 to 100. */
export interface SegmentRates {
  /** Null for the default segment: customers of no other. */
  readonly segment?: string | null;
  readonly lossPercents: readonly string[];
}

export interface MatrixInput {
  /** The first day on which it counts. */
  readonly effectiveFrom: string;
  /** Upper bounds of the buckets in days past due. */
  readonly scheme: readonly number[];
  readonly segmentBy: Segmentation;
  readonly segments: readonly SegmentRates[];
  readonly note?: string | null;
}

/** A percentage has at most so many decimals. */
export const PERCENT_DECIMALS_MAX = 6;

const SEGMENTS_MAX = 100;

/** Everything that is wrong with a matrix; nothing when it is one. */
export function checkMatrix({ effectiveFrom, scheme, segmentBy, segments, note }: MatrixInput): InputChecks {
  const checks = new InputChecks();
  checks.date(effectiveFrom, "effectiveFrom");
  const fault = schemeFault(scheme);
  if (fault !== null) checks.add("INVALID_VALUE", "scheme", fault);
  if (note != null) checks.text(note, "note", "the note", 1_000);
  if (segments.length > SEGMENTS_MAX) {
    return checks.add("INVALID_VALUE", "segments", `A matrix has at most ${SEGMENTS_MAX} segments.`);
  }
  if (!segments.some(({ segment }) => segment == null)) {
    const message = "Give the default segment, without a name: customers of no other segment are in it.";
    checks.add("REQUIRED", "segments", message);
  }
  if (segmentBy === "NONE" && segments.length > 1) {
    checks.add("INVALID_VALUE", "segments", "With segmentation NONE there is only the default segment.");
  }
  for (const [index, one] of segments.entries()) {
    checkSegment(checks, one, `segments.${index}`, fault === null ? scheme.length + 2 : null);
    const earlier = segments.findIndex((other) => (other.segment ?? null) === (one.segment ?? null));
    if (earlier < index) {
      const name = one.segment == null ? "The default segment" : `The segment "${one.segment}"`;
      checks.add("INVALID_VALUE", `segments.${index}.segment`, `${name} is given twice.`);
    }
  }
  return checks;
}

function checkSegment(
  checks: InputChecks,
  { segment, lossPercents }: SegmentRates,
  path: string,
  buckets: number | null,
): void {
  if (segment != null) checks.text(segment, `${path}.segment`, "the segment");
  if (buckets !== null && lossPercents.length !== buckets) {
    const message = `The scheme makes ${buckets} buckets, so there are as many loss rates, not ${lossPercents.length}.`;
    checks.add("INVALID_VALUE", `${path}.lossPercents`, message);
  }
  for (const [bucket, percent] of lossPercents.entries()) {
    checkPercent(checks, percent, `${path}.lossPercents.${bucket}`);
  }
}

/** A percentage from 0 to 100, refused rather than rounded. */
export function checkPercent(checks: InputChecks, percent: string, path: string): void {
  const value = new Decimal(percent);
  if (value.isNegative() && !value.isZero()) {
    checks.add("INVALID_VALUE", path, `A percentage is from 0 to 100, not ${percent}.`);
  } else if (value.gt(100)) {
    checks.add("INVALID_VALUE", path, `A percentage is from 0 to 100, not ${percent}.`);
  } else if (value.decimalPlaces() > PERCENT_DECIMALS_MAX) {
    const message = `A percentage has at most ${PERCENT_DECIMALS_MAX} decimals; ${percent} has more.`;
    checks.add("INVALID_VALUE", path, message);
  }
}
