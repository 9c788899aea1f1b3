export type LocalParts = {
  isDatabaseEmbedded: boolean;
  databaseUrl: string;
  host: string;
  publicUrl?: string | undefined;
};

/** Whether this is one person's own machine: our own database, listening to nobody else, known by no public name. */
export const isOwnMachine = ({ isDatabaseEmbedded, databaseUrl, host, publicUrl }: LocalParts): boolean =>
  isDatabaseEmbedded &&
  isLoopback(new URL(databaseUrl).hostname) &&
  isLoopback(host) &&
  (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname));

/**
 * Whether that person asks. A page elsewhere can make its own name point here, but then its name is in the Host
 * header. A proxy may put ours there and say no more; but then people reach us under a public name.
 */
export function isLocal(parts: LocalParts, headers: Headers): boolean {
  const isForwarded = headers.has("forwarded") || headers.has("x-forwarded-for") || headers.has("x-forwarded-host");
  return isOwnMachine(parts) && isLocalName(headers.get("host") ?? "") && !isForwarded;
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
const isLocalName = (header: string): boolean => isLoopback(header.replace(/:\d{1,5}$/, ""));
