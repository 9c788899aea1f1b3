import type { Hono } from "hono";
import { disown } from "../domains/account/account.devices.service.ts";
import { confirmMove, undoMove } from "../domains/account/account.moving.service.ts";
import { stopByLink } from "../domains/account/account.recovery.service.ts";
import type { AuthParts } from "./auth.ts";
import { linkPage } from "./link-page.ts";
import type { Edge } from "./request.ts";

export const confirmAddressPage = (parts: AuthParts): Hono<Edge> =>
  linkPage(parts, {
    title: "Confirm your new address",
    words: "Type the password of your account, and from now on you sign in with this address.",
    button: "Use this address",
    asksPassword: true,
    done: {
      title: "This is your address now",
      words: "You sign in with it from now on. Your former address was told, and can undo this for 7 days.",
    },
    async act(ctx, given) {
      await confirmMove(ctx, given);
      return { label: "To your security settings", path: "/settings/security" };
    },
  });

/** From the mail that tells of a sign-in. */
export const notMePage = (parts: AuthParts): Hono<Edge> =>
  linkPage(parts, {
    title: "This was not you?",
    words:
      "All devices are signed out, all keys end, and the password opens nothing any more. Then you choose a new one. Your stories and drafts are kept.",
    button: "Shut everybody out",
    asksPassword: false,
    done: {
      title: "Everybody is signed out",
      words: "Now choose a new password, one that you use nowhere else.",
    },
    async act(ctx, { token }) {
      const word = await disown(ctx, { token });
      return { label: "Choose a new password", path: `/reset-password?token=${word}` };
    },
  });

/** From the mail that tells of what staff were asked for. */
export const stopRecoveryPage = (parts: AuthParts): Hono<Edge> =>
  linkPage(parts, {
    title: "Stop this?",
    words: "Staff were asked to take the second step away from your account. If you did not ask, stop it here.",
    button: "Stop it",
    asksPassword: false,
    done: {
      title: "It is stopped",
      words: "The second step guards your account as before. Choose a new password now.",
    },
    async act(ctx, given) {
      await stopByLink(ctx, given);
      return { label: "Choose a new password", path: "/forgot-password" };
    },
  });

/** No password: whoever took the account may have changed it. */
export const undoAddressPage = (parts: AuthParts): Hono<Edge> =>
  linkPage(parts, {
    title: "Bring your address back",
    words:
      "You sign in with this address again. All devices are signed out, all keys end, and the password must be chosen anew.",
    button: "Bring it back",
    asksPassword: false,
    done: {
      title: "Your address is back",
      words: "Everybody is signed out. Now choose a new password, since the former one opens nothing any more.",
    },
    async act(ctx, { token }) {
      const word = await undoMove(ctx, { token });
      return { label: "Choose a new password", path: `/reset-password?token=${word}` };
    },
  });
