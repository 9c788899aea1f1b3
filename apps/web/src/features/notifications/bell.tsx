import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { useNews } from "./use-news.ts";

const most = 99;

export function Bell() {
  const { state } = useSession();
  return state === "member" ? <RingingBell /> : null;
}

function RingingBell() {
  const count = useNews() ?? 0;
  const isMany = count > most;
  const news =
    count === 0
      ? ""
      : isMany
        ? m.notifications_count_many({ most: formatNumber(most) })
        : m.notifications_count({ count });
  return (
    <>
      <Link to="/notifications" aria-label={news || m.notifications_title()} className="bell">
        <svg aria-hidden="true" viewBox="0 0 20 20" className="bell-shape">
          <path d="M4 14.5c1.2-1 1.6-2.3 1.6-4.6C5.6 6.6 7.3 4.5 10 4.5s4.4 2.1 4.4 5.4c0 2.3.4 3.600 1.600 4.600Z" />
          <path d="M10 4.5V3M8.4 17a1.8 1.8 0 0 0 3.2 0" />
        </svg>
        {news ? (
          <span aria-hidden="true" className="bell-count">
            {isMany ? m.notifications_badge_many({ most: formatNumber(most) }) : formatNumber(count)}
          </span>
        ) : null}
      </Link>
      <span role="status" className="sr-only">
        {news}
      </span>
    </>
  );
}
