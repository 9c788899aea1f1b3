import { hasRedisServer } from "./redis.ts";

export { hasRedisServer, type PrivateRedis, startRedis } from "./redis.ts";

/** For the title of a suite that kills its own server. */
export const whyNoServer = hasRedisServer ? "" : " (no redis-server on this machine)";
