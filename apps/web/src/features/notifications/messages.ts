import { formatNumber, plural } from "../../lib/format.ts";

const shown = (count: number) => (count > 99 ? "99+" : formatNumber(count));

export const messages = {
  title: "Notifications",
  count: (count: number) => `${shown(count)} ${plural(count, { one: "new notification", other: "new notifications" })}`,
  shown,
  isNew: "New",
  chapter: (number: number, title: string) => `${formatNumber(number)}. ${title}`,
  published: "published",
  of: "of",
  follows: "follows you",
  markRead: "Mark all as read",
  older: "Older",
  fetching: "Fetching older ones",
  end: "That is all of them.",
  empty: "Nothing yet",
  emptyBody: "New chapters of what you follow, and whoever follows you, are told here.",
  failed: "Your notifications could not be fetched.",
  tryAgain: "Fetch them again",
  reference: (id: string) => `Request ${id}`,
};
