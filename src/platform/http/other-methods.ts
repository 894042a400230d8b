import type { FastifyInstance } from "fastify";
import { requestError } from "../graphql/errors.js";
import { presentError } from "../graphql/present-error.js";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Answers every other method at the address with 405, and which are allowed; their bodies are not looked at. */
export function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const allow = allowed.join(", ");
  app.route({
    method: METHODS.filter((method) => !allowed.includes(method)),
    url,
    async onRequest(request, reply) {
      const error = requestError("BAD_REQUEST", `${request.method} is not taken here; ${allow} are.`);
      await reply
        .code(405)
        .header("allow", allow)
        .send({ errors: [presentError(error, app.log)] });
    },
    handler: () => undefined,
  });
}
