import { createServer } from "node:net";
import { UserFacingError } from "./user-facing-error.js";

/** Fails before the database is started when the port cannot be listened on. */
export async function requireFreePort({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new UserFacingError(
      `PORT: ${port} is in use on ${host}. Stop what listens there, or give another PORT.`,
    );
  if (error.code === "EACCES")
    return new UserFacingError(`PORT: this user may not listen on ${port}. Give a PORT from 1024 up.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new UserFacingError(`HOST: this machine has no address ${host}.`);
  return error;
}
