import { chmod, mkdir, rm, symlink } from "node:fs/promises";

/** The build's last step: makes `npx receivables` find this package's own command at once, as it does an installed one. */
const PROGRAM = "dist/src/cli.js";
const LINK = "node_modules/.bin/receivables";

await chmod(PROGRAM, 0o755);
await mkdir("node_modules/.bin", { recursive: true });
await rm(LINK, { force: true });
await symlink(`../../${PROGRAM}`, LINK);
