import autocannon from "autocannon";
import { Fault } from "../local/fault.ts";

type Load = { network: number; seconds: number; accepts: string };
export type Figure = { perSecond: number; p50Ms: number; p99Ms: number; kB: number };

const ADDRESSES = 200;

/** As many callers as can be at once, each with an address of its own; any answer but 2xx spoils the figure. */
export async function load(url: string, { network, seconds, accepts }: Load): Promise<Figure> {
  let caller = 0;
  const result = await autocannon({
    url,
    connections: ADDRESSES,
    duration: seconds,
    setupClient: (client) => {
      caller += 1;
      client.setHeaders({ "accept-encoding": accepts, "x-forwarded-for": `10.${network}.0.${caller}` });
    },
  });
  const { non2xx, errors, timeouts } = result;
  if (non2xx + errors + timeouts > 0)
    throw new Fault(`${url}: ${non2xx} answers were not 2xx, ${errors} broke, ${timeouts} did not come.`);
  const { requests, latency, throughput } = result;
  const kB = throughput.total / Math.max(1, requests.total) / 1024;
  return { perSecond: requests.average, p50Ms: latency.p50, p99Ms: latency.p99, kB };
}
