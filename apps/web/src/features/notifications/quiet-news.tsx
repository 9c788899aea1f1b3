import { useNews } from "./use-news.ts";

/** Hears what is new where no bell hangs. */
export function QuietNews() {
  useNews();
  return null;
}
