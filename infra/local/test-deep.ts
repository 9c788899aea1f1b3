import { run } from "./fault.ts";
import { runTests } from "./test-run.ts";

await run(() => runTests({ isDeep: true }));
