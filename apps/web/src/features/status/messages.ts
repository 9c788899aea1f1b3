import type { Component } from "@muejam/contracts/status";
import { formatList, formatNumber, plural } from "../../lib/format.ts";

const names: Record<Component, string> = { database: "Database", cache: "Cache", jobs: "Jobs" };
const named: Record<Component, string> = { database: "the database", cache: "the cache", jobs: "the jobs" };

export const messages = {
  title: (headline: string | null) => (headline ? `${headline} · MueJam` : "Status · MueJam"),
  names,
  headline: {
    allUp: "Everything is up",
    allDown: "Everything is down",
    down: (components: readonly Component[]) => {
      const list = formatList(components.map((component) => named[component]));
      const areMany = components.length > 1 || components[0] === "jobs";
      return `${capitalised(list)} ${areMany ? "are" : "is"} down`;
    },
    unseen: (isAll: boolean) => `${isAll ? "Nothing" : "Not all"} was looked at yet`,
    stale: (isAll: boolean) => `${isAll ? "Nothing" : "Not all"} was looked at lately`,
    upWithReports: (count: number) =>
      `All up, with ${formatNumber(count)} ${plural(count, { one: "report", other: "reports" })} of trouble`,
    silent: "MueJam does not answer",
    offline: "There is no network",
  },
  facts: {
    looked: (ago: string) => `Last look ${ago}`,
    renews: "Renews every 30 s.",
    heard: (time: string) => `What you see is from ${time}.`,
    nothingHeard: "It is asked again every 30 s.",
    tryAgain: "Ask again",
    reference: (id: string) => `Request ${id}`,
  },
  purpose: {
    database: "Keeps every story, draft and account.",
    cache: "Keeps what many people read close at hand.",
    jobs: "Sends notices and does all that can wait a moment.",
  } satisfies Record<Component, string>,
  effect: {
    database: "Nothing can be read or written until it is back.",
    cache: "Pages come more slowly until it is back.",
    jobs: "Notices come late until they are back.",
  } satisfies Record<Component, string>,
  state: { up: "Up", down: "Down", unseen: "Not looked at yet", stale: "Not looked at", unknown: "Not known" },
  took: (latencyMs: number) => `${formatNumber(latencyMs)} ms`,
  noFigure: "–",
  answered: (ago: string) => `to answer, ${ago}`,
  unanswered: (ago: string) => `no answer, ${ago}`,
  notLooked: "to answer",
  reports: (count: number) => `${plural(count, { one: "report", other: "reports" })} in the last hour`,
  report: {
    see: "I see trouble",
    seeToo: "I see trouble too",
    takeBack: "Take it back",
    about: (component: Component) => ` with ${named[component]}`,
    reported: (ago: string) => `You reported it ${ago}.`,
    takenBack: "Your report is taken back.",
  },
  history: {
    heading: "Every look",
    filter: "Show looks at",
    all: "All parts",
    renewing: "Newest first. The list renews by itself.",
    still: "Newest first. The list stands still while older looks are open.",
    newest: "Back to the newest",
    time: "Time",
    today: "Today",
    older: "Show older looks",
    fetching: "Fetching older looks",
    end: "These are all the looks that are kept.",
    empty: "No look yet",
    emptyBody: "The first one comes within a minute, and this page shows it by itself.",
    failed: "The looks could not be fetched.",
    tryAgain: "Fetch them again",
    notLooked: "not looked at",
  },
  about: {
    heading: "How this is known",
    looks:
      "Once a minute MueJam looks at each of its parts, and writes down whether it answered and how long that took.",
    reports:
      "A report makes it look again at once. From one address it counts once for each part, for an hour, and until then you can take it back.",
    kept: (zone: string) => `Looks are kept for 35 days. Times are shown in ${zone}.`,
  },
};

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
