import type { Measured } from "./rounds.js";

/** Ours beside one peer. Requests per second are medians over the rounds; times are milliseconds over all requests. */
export interface Comparison {
  readonly case: string;
  readonly title: string;
  readonly peerName: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly target: number;
  readonly met: boolean;
  readonly p50: number;
  readonly p99: number;
  readonly peerP50: number;
  readonly peerP99: number;
}

export function compare(measured: readonly Measured[]): Comparison[] {
  const [ours, ...peers] = measured;
  if (!ours) return [];
  const own = summaryOf(ours);
  return peers.map((peer) => {
    const its = summaryOf(peer);
    const ratio = own.perSecond / its.perSecond;
    const target = peer.target ?? 0;
    return {
      case: ours.case,
      title: ours.title,
      peerName: peer.name,
      ours: rounded(own.perSecond, 1),
      peer: rounded(its.perSecond, 1),
      ratio: rounded(ratio, 2),
      target,
      met: ratio >= target,
      p50: rounded(own.p50, 2),
      p99: rounded(own.p99, 2),
      peerP50: rounded(its.p50, 2),
      peerP99: rounded(its.p99, 2),
    };
  });
}

const COLUMNS = [
  "case",
  "peer",
  "ours req/s",
  "peer req/s",
  "ratio",
  "target",
  "",
  "p50 ms",
  "p99 ms",
  "peer p50",
  "peer p99",
];

export function table(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((c) => [
    `(${c.case}) ${c.title}`,
    c.peerName,
    c.ours.toFixed(1),
    c.peer.toFixed(1),
    c.ratio.toFixed(2),
    `≥ ${c.target}`,
    c.met ? "met" : "MISSED",
    ...[c.p50, c.p99, c.peerP50, c.peerP99].map((ms) => ms.toFixed(1)),
  ]);
  const all = [COLUMNS, ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

function summaryOf({ rounds }: Measured): { perSecond: number; p50: number; p99: number } {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  return {
    perSecond: median(rounds.map((round) => round.requests / round.seconds)),
    p50: at(latencies, 0.5),
    p99: at(latencies, 0.99),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
