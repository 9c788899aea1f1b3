/** Zod compiles its checks with `eval` where it may; here the policy forbids it, and asking would be reported as a breach. */
Reflect.set(globalThis, "__zod_globalConfig", { jitless: true });
