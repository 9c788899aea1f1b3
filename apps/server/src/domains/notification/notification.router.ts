import {
  Choices,
  ChoicesChange,
  LiveHint,
  LiveInput,
  MarkRead,
  NotificationPage,
  Unread,
} from "@muejam/contracts/notification";
import { PageInput } from "@muejam/contracts/page";
import { stream } from "../../rpc/stream.ts";
import { member, router } from "../../rpc/trpc.ts";
import * as choices from "./notification.choices.service.ts";
import * as live from "./notification.live.service.ts";
import * as notification from "./notification.service.ts";

export const notificationRouter = router({
  list: member
    .input(PageInput)
    .output(NotificationPage)
    .query(({ ctx, input }) => notification.list(ctx, input)),
  unread: member.output(Unread).query(({ ctx }) => notification.unread(ctx)),
  markRead: member
    .input(MarkRead)
    .output(Unread)
    .mutation(({ ctx, input }) => notification.markRead(ctx, input)),
  choices: member.output(Choices).query(({ ctx }) => choices.choices(ctx)),
  choose: member
    .input(ChoicesChange)
    .output(Choices)
    .mutation(({ ctx, input }) => choices.choose(ctx, input)),
  live: member.input(LiveInput).subscription(stream(LiveHint, live.follow)),
});
