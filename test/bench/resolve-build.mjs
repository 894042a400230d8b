// Files here name each other with ".js", as the build does, and are ".ts"; the program's sources are taken from dist.
import { registerHooks } from "node:module";

const HERE = new URL("./", import.meta.url).href;
const ROOT = new URL("../../", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? "";
    if (!specifier.startsWith(".") || !from.startsWith(HERE) || from.includes("/node_modules/")) {
      return next(specifier, context);
    }
    const { href } = new URL(specifier, from);
    if (!href.endsWith(".js")) return next(specifier, context);
    if (href.startsWith(HERE)) return next(href.replace(/\.js$/, ".ts"), context);
    return next(href.startsWith(ROOT) ? `${ROOT}dist/${href.slice(ROOT.length)}` : href, context);
  },
});
