export type Hop = { peer: string | undefined; forwarded: string | undefined; trustedProxies: readonly string[] };

/** The caller's address: the last hop that is not a proxy of ours. A header from anybody else is a claim, not a fact. */
export function addressOf({ peer, forwarded, trustedProxies }: Hop): string {
  const nearest = plain(peer ?? "unknown");
  if (!trustedProxies.includes(nearest)) return nearest;
  const hops = (forwarded ?? "").split(",").map((hop) => plain(hop.trim()));
  return hops.findLast((hop) => hop !== "" && !trustedProxies.includes(hop)) ?? nearest;
}

const plain = (address: string) => address.replace(/^::ffff:/, "");
