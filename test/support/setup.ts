import "reflect-metadata";
import fc from "fast-check";

/** One seed by default, so that a run says the same twice; PROPERTY_SEED explores others. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_260_101);

fc.configureGlobal({ seed });
