import type { StoryOrder } from "@muejam/contracts/story";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { homeHead } from "../features/home/home-head.ts";
import { HomePage } from "../features/home/home-page.tsx";
import { orders } from "../features/home/orders.ts";
import { ContinueShelf } from "../features/reading/continue-shelf.tsx";
import { FollowingFeed } from "../features/social/following-feed.tsx";
import { ProposedShelf } from "../features/story/proposed-shelf.tsx";
import { StoryList } from "../features/story/story-list.tsx";
import { type Api, useApi } from "../lib/api.ts";
import { headOf } from "../lib/head.ts";

const listOf = (api: Api, order: StoryOrder) => api.story.list.queryOptions({ order, limit: 8 });

export const Route = createFileRoute("/")({
  staticData: { isPublic: true },
  loader: ({ context: { api, queryClient } }) =>
    Promise.all(orders.map((order) => queryClient.ensureQueryData(listOf(api, order)))),
  head: ({ match }) => (import.meta.env.SSR ? headOf(homeHead, match.context.origin) : {}),
  component: Home,
});

function Home() {
  const { data } = useSuspenseQuery(listOf(useApi(), "latest"));
  const own = {
    continued: <ContinueShelf first={data.items[0]} />,
    proposed: <ProposedShelf />,
    followed: <FollowingFeed />,
  };
  return <HomePage latest={data.items} own={own} shelf={(order) => <Shelf order={order} />} />;
}

function Shelf({ order }: { order: StoryOrder }) {
  const { data } = useSuspenseQuery(listOf(useApi(), order));
  return <StoryList stories={data.items} isAside={order !== "latest"} />;
}
