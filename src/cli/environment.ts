// The first import of the command line: what must stand before any library is loaded.

/** graphql and others leave their checks for developers out when this is set. */
process.env.NODE_ENV ??= "production";

const NODE_MAJOR_MIN = 22;
if (Number(process.versions.node.split(".", 1)[0]) < NODE_MAJOR_MIN) {
  process.stderr.write(
    `This needs Node.js ${NODE_MAJOR_MIN} or later and runs on ${process.versions.node}. Run "npm start" or "npx receivables …" instead: they use the Node.js that "npm ci" installed with this package.\n`,
  );
  process.exit(1);
}

export {};
