#!/usr/bin/env node
import "./cli/environment.js";
import nodeModule from "node:module";

// Compiling its hundreds of modules is most of what a short command takes: from the second run on, Node.js has them compiled.
nodeModule.enableCompileCache();
await import("./cli/program.js");
