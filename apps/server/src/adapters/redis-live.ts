import { createLocalLive, type Live } from "../kernel/live.ts";
import { newSenderId, type RedisLink } from "./redis.ts";

const channel = "muejam:live";

/** Ids travel between the processes, and nothing else does. This process hears of its own without Redis. */
export function createRedisLive(link: RedisLink): Live {
  const me = newSenderId();
  const local = createLocalLive();
  link.listen(channel, (message) => {
    const [from, ...profileIds] = message.split(" ");
    if (from !== me) void local.announce(profileIds);
  });
  return {
    listen: local.listen,
    async announce(profileIds) {
      await local.announce(profileIds);
      await link.run((redis) => redis.publish(channel, [me, ...profileIds].join(" ")));
    },
  };
}
