import { Redis, type RedisOptions } from "ioredis";
import { createBreaker } from "../kernel/breaker.ts";
import { randomId } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";

export type RedisLink = {
  /** Fails when patience ends, and at once for a second after a failure. */
  run<T>(work: (redis: Redis, serverId: string) => Promise<T>): Promise<T>;
  /** Messages of others and of this process, as long as the connection holds; those of a gap are lost. */
  listen(channel: string, listener: (message: string) => void): void;
  ping(): Promise<void>;
  close(): void;
};

class RedisAwayError extends Error {
  override readonly name = "RedisAwayError";
}

const shared: RedisOptions = {
  connectTimeout: 1000,
  disableClientInfo: true,
  retryStrategy: (attempts) => Math.min(attempts * 50, 500),
};

export type RedisPlace = {
  url: string;
  log: Logger;
  /** How long a command may take: all that a hung Redis costs whoever asks first. */
  patienceMs?: number;
};

/** Resolves when connected, or after a second without it: everything here works without Redis, only worse. */
export async function openRedis({ url, log, patienceMs = 100 }: RedisPlace): Promise<RedisLink> {
  const commands = new Redis(url, {
    ...shared,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    // A resent increment would count twice.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // Only the backstop: an answer that is late because this process stalled is still taken within the patience.
    commandTimeout: patienceMs + 150,
    socketTimeout: 3000,
  });
  // Its own resubscription would end the process by an unhandled rejection.
  const subscriber = new Redis(url, { ...shared, maxRetriesPerRequest: null, autoResubscribe: false });
  const breaker = createBreaker("redis", { timeoutMs: patienceMs, openAfter: 1, resetMs: 1000 });
  const listeners = new Map<string, ((message: string) => void)[]>();
  let serverId: string | null = null;

  for (const [name, redis] of [["commands", commands] as const, ["subscriber", subscriber] as const]) {
    let said = "";
    redis.on("error", (err: Error) => {
      if (err.message !== said) log.warn({ err, connection: name }, "redis connection");
      said = err.message;
    });
    redis.on("ready", () => {
      said = "";
    });
  }

  const learnServer = async () => {
    try {
      serverId = await readServerId(commands);
      commands.emit("named");
    } catch {
      commands.disconnect(true);
    }
  };
  const named = new Promise((resolve) => commands.once("named", resolve));
  commands.on("ready", () => void learnServer());
  commands.on("close", () => {
    serverId = null;
  });

  const subscribe = (channel: string) =>
    subscriber.subscribe(channel).catch((err: unknown) => log.warn({ err, channel }, "redis subscription failed"));
  subscriber.on("ready", () => {
    for (const channel of listeners.keys()) void subscribe(channel);
  });
  subscriber.on("message", (channel: string, message: string) => {
    for (const listener of listeners.get(channel) ?? []) listener(message);
  });

  const run: RedisLink["run"] = (work) => {
    const id = serverId;
    // Not a matter for the breaker: a connection that is just coming up must not be shunned for a second.
    if (id === null) return Promise.reject(new RedisAwayError("Redis is not connected."));
    return breaker.run(() => work(commands, id));
  };

  await Promise.race([named, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  return {
    run,
    listen(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      if (subscriber.status === "ready") void subscribe(channel);
    },
    ping: async () => {
      await commands.ping();
    },
    close() {
      breaker.close();
      commands.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Changes with every start of a server, so that what a restored or promoted one believes is never taken for current. */
async function readServerId(redis: Redis): Promise<string> {
  try {
    return /run_id:(\w{12})/.exec(await redis.info("server"))?.[1] ?? "unnamed";
  } catch (error) {
    if (error instanceof Error && error.message.includes("NOPERM")) return "unnamed";
    throw error;
  }
}

export const newSenderId = (): string => randomId().slice(0, 8);
