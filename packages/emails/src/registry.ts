import type { z } from "zod";
import { addressTaken } from "./templates/address-taken.ts";
import { chapterPublished } from "./templates/chapter-published.ts";
import { confirmAddress } from "./templates/confirm-address.ts";
import { emailChanged } from "./templates/email-changed.ts";
import { keyMade } from "./templates/key-made.ts";
import { kinAsked } from "./templates/kin-asked.ts";
import { kinDue } from "./templates/kin-due.ts";
import { longAway } from "./templates/long-away.ts";
import { passkeyChanged } from "./templates/passkey-changed.ts";
import { passwordChanged } from "./templates/password-changed.ts";
import { passwordReset } from "./templates/password-reset.ts";
import { providerChanged } from "./templates/provider-changed.ts";
import { recovery } from "./templates/recovery.ts";
import { refreshReused } from "./templates/refresh-reused.ts";
import { secondFactorChanged } from "./templates/second-factor-changed.ts";
import { signInLocked } from "./templates/sign-in-locked.ts";
import { signInNewDevice } from "./templates/sign-in-new-device.ts";
import { someoneTriedToSignUp } from "./templates/someone-tried-to-sign-up.ts";
import { teamInvited } from "./templates/team-invited.ts";
import { verifyEmail } from "./templates/verify-email.ts";
import { wayInChanged } from "./templates/way-in-changed.ts";

/** Every mail there is. A name stays as long as a send of it may be waiting. */
export const templates = {
  "address-taken": addressTaken,
  "chapter-published": chapterPublished,
  "confirm-address": confirmAddress,
  "email-changed": emailChanged,
  "key-made": keyMade,
  "kin-asked": kinAsked,
  "kin-due": kinDue,
  "long-away": longAway,
  "passkey-changed": passkeyChanged,
  "password-changed": passwordChanged,
  "password-reset": passwordReset,
  "provider-changed": providerChanged,
  recovery,
  "refresh-reused": refreshReused,
  "second-factor-changed": secondFactorChanged,
  "sign-in-locked": signInLocked,
  "sign-in-new-device": signInNewDevice,
  "someone-tried-to-sign-up": someoneTriedToSignUp,
  "team-invited": teamInvited,
  "verify-email": verifyEmail,
  "way-in-changed": wayInChanged,
};

export type TemplateName = keyof typeof templates;
export type PropsOf<T extends TemplateName> = z.input<(typeof templates)[T]["props"]>;

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(templates, name);
