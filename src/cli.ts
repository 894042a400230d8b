#!/usr/bin/env node
import "./cli/environment.js";
import { enableCompileCache } from "node:module";

// Compiling its hundreds of modules is most of what a short command takes: from the second run on, Node.js has them compiled.
enableCompileCache();
await import("./cli/program.js");
