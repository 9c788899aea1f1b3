#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// Prisma's command line starts this in place of its native schema engine, which would have to be downloaded: the same
// arguments and the same JSON-RPC over stdin and stdout, answered by Prisma's own engine compiled to WebAssembly.
import { readArguments } from "./arguments.ts";
import { canConnect, createDatabase } from "./one-shot.ts";
import { serve } from "./rpc.ts";

const { datamodels, datasource, command } = readArguments(process.argv.slice(2));

switch (command) {
  case "version":
    console.log("schema-engine-cli wasm");
    break;
  case "can-connect-to-database":
    process.exitCode = await canConnect(datasource);
    break;
  case "create-database":
    process.exitCode = await createDatabase(datasource);
    break;
  case "serve":
    await serve(datasource, datamodels);
}
