import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { DatabaseStartError } from "./database-start-error.js";
import type { Binaries } from "./embedded-binaries.js";

/** How PostgreSQL's programs are run: as whom, and with which rights. */
export interface Runner {
  /** The system user that the files must belong to; null when it is this process's own. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  readonly description: string;
  spawn(file: string, args: readonly string[], options?: Pick<SpawnOptions, "stdio">): ChildProcess;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another user: the owner of existing data, else "postgres", else "nobody".
 * When that user cannot reach the programs or the data (a checkout below /root, a mktemp -d), its processes keep one
 * capability of root's, to pass by file permissions.
 */
export function chooseRunner(binaries: Binaries, dataDir: string, cluster: string): Runner {
  if (process.getuid?.() !== 0) {
    return {
      user: null,
      description: "this user",
      spawn: (file, args, options) => launch(file, args, options),
    };
  }
  const user = ownerOf(cluster) ?? findUser("postgres") ?? findUser("nobody");
  if (!user) {
    throw new DatabaseStartError(
      'PostgreSQL does not run as root and there is no user "postgres" or "nobody" to lend it; ' +
        "start as an ordinary user, or set DATABASE_URL to a server of your own",
    );
  }
  if (canReach(binaries, dataDir, user)) {
    return {
      user,
      description: `user ${user.name}`,
      spawn: (file, args, options) => launch(file, args, { ...options, uid: user.uid, gid: user.gid }),
    };
  }
  return privilegedRunner(binaries, dataDir, user);
}

interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function ownerOf(cluster: string): SystemUser | null {
  const found = statSync(cluster, { throwIfNoEntry: false });
  if (!found || found.uid === 0) return null;
  return { name: `uid ${found.uid}`, uid: found.uid, gid: found.gid };
}

function findUser(name: string): SystemUser | null {
  const number = (option: string): number =>
    Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
  try {
    return { name, uid: number("-u"), gid: number("-g") };
  } catch {
    return null;
  }
}

/** Tried, not computed from modes, so that access lists and mount options count too. */
const REACH = '"$1" --version && "$2" --version && cd "$3" && if [ -e "$4" ]; then cd "$4"; fi';
const reachArgs = (binaries: Binaries, dataDir: string): string[] => [
  ...["-c", REACH, "sh", binaries.postgres, binaries.initdb, dataDir, path.join(dataDir, "postgres")],
];

function canReach(binaries: Binaries, dataDir: string, user: SystemUser): boolean {
  const tried = spawnSync("/bin/sh", reachArgs(binaries, dataDir), {
    cwd: "/",
    uid: user.uid,
    gid: user.gid,
    env: environment(),
    encoding: "utf8",
  });
  if (tried.error) {
    throw new DatabaseStartError(
      `PostgreSQL does not run as root, and this root may not become ${user.name} (${tried.error.message}); ` +
        "start as an ordinary user, or set DATABASE_URL to a server of your own",
      { cause: tried.error },
    );
  }
  return tried.status === 0;
}

function privilegedRunner(binaries: Binaries, dataDir: string, user: SystemUser): Runner {
  const setpriv = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    // initdb looks for its companions with access(2), which heeds the capabilities of an ordinary user only with this.
    "--securebits=+no_setuid_fixup",
  ];
  const tried = spawnSync("setpriv", [...setpriv, "/bin/sh", ...reachArgs(binaries, dataDir)], {
    cwd: "/",
    env: environment(),
    encoding: "utf8",
  });
  if (tried.status !== 0) {
    throw new DatabaseStartError(
      `PostgreSQL does not run as root, and ${user.name} can reach neither ${binaries.directory} nor ${dataDir}; ` +
        "set DATA_DIR (and move the checkout) to a directory that every user may enter, " +
        "or set DATABASE_URL to a server of your own",
      { cause: tried.error ?? tried.stderr },
    );
  }
  return {
    user,
    description: `user ${user.name}, with leave to pass by file permissions (CAP_DAC_OVERRIDE)`,
    spawn: (file, args, options) => launch("setpriv", [...setpriv, file, ...args], options),
  };
}

/** A process in a session of its own, so that Ctrl-C in the terminal does not reach the database before we have drained. */
function launch(file: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(file, args, {
    ...options,
    cwd: path.parse(process.cwd()).root,
    env: environment(),
    detached: true,
    windowsHide: true,
  });
}

/** A bare environment: PGPORT, PGDATA, LC_ALL and their like must not change the server. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" };
}
