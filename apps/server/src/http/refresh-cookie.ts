import { refreshSeconds } from "../domains/account/account.refresh.service.ts";

/** `__Host-` binds the cookie to this very host over https. Plain http, on a developer's machine, cannot have it. */
export function cookieFor(publicUrl: string) {
  const isSecure = publicUrl.startsWith("https:");
  const name = isSecure ? "__Host-muejam-refresh" : "muejam-refresh";
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
  return {
    set: (token: string) => `${name}=${token}; Max-Age=${refreshSeconds}; ${attributes}`,
    clear: `${name}=; Max-Age=0; ${attributes}`,
    read(header: string | undefined): string | null {
      const found = (header ?? "").split(/; */).find((pair) => pair.startsWith(`${name}=`));
      return found?.slice(name.length + 1) || null;
    },
  };
}
