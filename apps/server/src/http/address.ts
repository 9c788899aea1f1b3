import { isIPv6 } from "node:net";

export type Hop = { peer: string | undefined; forwarded: string | undefined; trustedProxies: readonly string[] };

/** The caller's address: the last hop that is not a proxy of ours. A header from anybody else is a claim, not a fact. */
export function addressOf(hop: Hop): string {
  return householdOf(lastHop(hop));
}

function lastHop({ peer, forwarded, trustedProxies }: Hop): string {
  const nearest = plain(peer ?? "unknown");
  if (!trustedProxies.includes(nearest)) return nearest;
  const hops = (forwarded ?? "").split(",").map((hop) => plain(hop.trim()));
  return hops.findLast((hop) => hop !== "" && !trustedProxies.includes(hop)) ?? nearest;
}

const plain = (address: string) => address.replace(/^::ffff:/, "");

/** Providers give each household 2^64 addresses. Whoever took another one for each request would know no limit. */
function householdOf(address: string): string {
  if (!isIPv6(address) || address === "::1") return address;
  const [before = [], after] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = after ? Array.from({ length: 8 - before.length - after.length }, () => "0") : [];
  const groups = [...before, ...zeros, ...(after ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::`;
}
