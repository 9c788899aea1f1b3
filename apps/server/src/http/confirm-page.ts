import type { Hono } from "hono";
import { verifyEmail } from "../domains/account/account.joining.service.ts";
import type { AuthParts } from "./auth.ts";
import { linkPage } from "./link-page.ts";
import type { Edge } from "./request.ts";

export const confirmPage = (parts: AuthParts): Hono<Edge> =>
  linkPage(parts, {
    title: "Confirm your address",
    words: "Type the password that you chose for MueJam, and this address is yours.",
    button: "Confirm this address",
    asksPassword: true,
    done: { title: "Your address is confirmed", words: "You can sign in now." },
    async act(ctx, given) {
      await verifyEmail(ctx, given);
      return { label: "Sign in", path: "/sign-in" };
    },
  });
