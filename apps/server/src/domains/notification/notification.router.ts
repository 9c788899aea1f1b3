import { LiveHint, LiveInput } from "@muejam/contracts/notification";
import { stream } from "../../rpc/stream.ts";
import { member, router } from "../../rpc/trpc.ts";
import * as live from "./notification.live.service.ts";

export const notificationRouter = router({
  live: member.input(LiveInput).subscription(stream(LiveHint, live.follow)),
});
