import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { messages } from "./messages.ts";

export function ReleaseLine() {
  const version = useQuery(useApi().status.version.queryOptions());
  return version.data ? messages.release(version.data.release) : null;
}
