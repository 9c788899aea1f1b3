import { Hono } from "hono";
import { AppError } from "../kernel/errors.ts";
import { confirmAddressPage, notMePage, stopRecoveryPage, undoAddressPage } from "./address-pages.ts";
import { type AuthParts, auth } from "./auth.ts";
import { confirmPage } from "./confirm-page.ts";
import { type DevMailParts, devMail } from "./dev-mail.ts";
import { type EdgeParts, holdCeiling, limitAddress, limitSize, limitTime, trace } from "./edge.ts";
import { faults } from "./faults.ts";
import { type HealthParts, health } from "./health.ts";
import { pictures } from "./media.ts";
import { metrics } from "./metrics.ts";
import { allowOrigins } from "./origins.ts";
import { answerError, refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { searchers } from "./searchers.ts";
import { trpc } from "./trpc.ts";
import { unsubscribePage } from "./unsubscribe-page.ts";
import { clerkHook } from "./webhooks/clerk.ts";
import { type ResendParts, resend } from "./webhooks/resend.ts";

export type HttpParts = EdgeParts &
  HealthParts &
  AuthParts &
  DevMailParts &
  ResendParts & { metricsToken: string | undefined; web: Hono<Edge> };

/** Below these nothing is a page, however it is spelled. */
const ours = ["/api/*", "/dev/*", "/health/*", "/media/*", "/metrics/*", "/webhooks/*"];

export function createHttp(parts: HttpParts): Hono<Edge> {
  const app = new Hono<Edge>();
  app.onError((error, c) => {
    // Whoever hung up in the middle of a body has broken nothing.
    if (c.env.incoming.destroyed && !c.env.incoming.complete) return refuse(c, "INPUT_INVALID");
    if (!(error instanceof AppError)) c.get("log").error({ err: error }, "request failed");
    return answerError(c, error);
  });
  app.notFound((c) => refuse(c, "NOT_FOUND"));

  app.use(trace(parts));
  app.route("/health", health(parts));
  app.route("/metrics", metrics({ registry: parts.metrics.registry, token: parts.metricsToken }));
  app.use(allowOrigins(parts), limitTime(parts), limitSize, holdCeiling(parts), limitAddress(parts));
  app.all("/trpc/*", trpc(parts));
  app.route("/media", pictures(parts));
  app.route("/api/faults", faults({ ...parts, publicUrl: parts.signIn.publicUrl }));
  app.route("/webhooks/resend", resend(parts));
  app.route("/dev/mail", devMail(parts));
  app.route("/unsubscribe", unsubscribePage(parts));
  const { readNews } = parts.signIn;
  if (readNews) app.route("/webhooks/clerk", clerkHook({ ...parts, readNews }));
  else
    app
      .route("/api/auth", auth(parts))
      .route("/verify-email", confirmPage(parts))
      .route("/confirm-address", confirmAddressPage(parts))
      .route("/undo-address", undoAddressPage(parts))
      .route("/not-me", notMePage(parts))
      .route("/stop-recovery", stopRecoveryPage(parts));
  app.on("ALL", [...ours], (c) => refuse(c, "NOT_FOUND"));
  app.route("/", searchers(parts)).route("/", parts.web);
  return app;
}
