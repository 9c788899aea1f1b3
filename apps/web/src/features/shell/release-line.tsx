import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";

export function ReleaseLine() {
  const version = useQuery(useApi().status.version.queryOptions());
  return version.data ? m.shell_release({ release: version.data.release }) : null;
}
