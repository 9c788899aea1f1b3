import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Whoever is signed in, here or in another tab, goes on to where they wanted to be. */
export function GoOn({ to = "/" }: { to: string | undefined }) {
  const { history } = useRouter();
  useEffect(() => history.replace(to), [history, to]);
  return null;
}
