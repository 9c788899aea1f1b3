import { refreshSeconds } from "../domains/account/account.refresh.service.ts";

/** By which a browser is known again, however often somebody signs out of it. */
const deviceSeconds = 400 * 86_400;

export const refreshCookie = (publicUrl: string) => ownCookie(publicUrl, { name: "refresh", seconds: refreshSeconds });
export const deviceCookie = (publicUrl: string) => ownCookie(publicUrl, { name: "device", seconds: deviceSeconds });

/** For as long as somebody is away at a provider. */
const awaySeconds = 10 * 60;
export const providerCookie = (publicUrl: string) => ownCookie(publicUrl, { name: "provider", seconds: awaySeconds });

/** `__Host-` binds the cookie to this very host over https. Plain http, on a developer's machine, cannot have it. */
function ownCookie(publicUrl: string, { name: plain, seconds }: { name: string; seconds: number }) {
  const isSecure = publicUrl.startsWith("https:");
  const name = isSecure ? `__Host-muejam-${plain}` : `muejam-${plain}`;
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
  return {
    set: (word: string) => `${name}=${word}; Max-Age=${seconds}; ${attributes}`,
    clear: `${name}=; Max-Age=0; ${attributes}`,
    read(header: string | undefined): string | null {
      const found = (header ?? "").split(/; */).find((pair) => pair.startsWith(`${name}=`));
      return found?.slice(name.length + 1) || null;
    },
  };
}
