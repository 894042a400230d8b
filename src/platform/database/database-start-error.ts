/** The embedded database could not be started; the message is one line that says what to do. */
export class DatabaseStartError extends Error {
  override readonly name = "DatabaseStartError";
}

const CAUSES: readonly { pattern: RegExp; explain: (place: string) => string }[] = [
  {
    pattern: /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
    explain: (place) =>
      `the disk that holds ${place} is full; free some space or set DATA_DIR to another disk`,
  },
  {
    pattern: /read-only file system|EROFS/i,
    explain: (place) =>
      `${place} is on a read-only file system; set DATA_DIR to a directory that can be written`,
  },
  {
    pattern: /EXDEV|EBUSY/,
    explain: (place) =>
      `${place} is a mount point of its own; mount the volume at DATA_DIR, its parent, instead`,
  },
  {
    pattern: /has wrong ownership/i,
    explain: (place) =>
      `${place} belongs to another user than the database runs as; give it back with chown -R`,
  },
  {
    pattern: /permission denied|operation not permitted|EACCES|EPERM/i,
    explain: (place) =>
      `no permission for ${place}; run as its owner, or set DATA_DIR to a directory of this user, or DATABASE_URL to a server of your own`,
  },
  {
    pattern: /could not (create|resize|map|attach).*shared memory|cannot allocate memory|ENOMEM/i,
    explain: () =>
      "there is not enough memory for the database; free some, or set DATABASE_URL to a server elsewhere",
  },
  {
    pattern:
      /required file not found|no such file or directory.*(ld-|lib)|error while loading shared libraries|ENOEXEC/i,
    explain: () =>
      "the database's programs do not run on this system (they need glibc); set DATABASE_URL to a server of your own",
  },
];

/**
 * One line for a failure of the database's programs or of the file system.
 * `place` is the path that the user knows; `detail` an error or what a program printed.
 */
export function startError(place: string, detail: unknown): DatabaseStartError {
  if (detail instanceof DatabaseStartError) return detail;
  const text = detail instanceof Error ? detail.message : String(detail);
  const known = CAUSES.find((cause) => cause.pattern.test(text));
  const message = known ? known.explain(place) : `cannot start the database in ${place}: ${lastLine(text)}`;
  return new DatabaseStartError(message, { cause: detail });
}

/** The line that tells most: the last FATAL or error, otherwise the last one that is not empty. */
function lastLine(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const telling =
    lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? "no reason given";
  return telling.replace(/^.*\b(FATAL|PANIC|error):\s*/, "");
}
