import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";

/** Each part of the settings is a page of its own. */
export const parts = [
  {
    to: "/settings/profile",
    title: m.settings_profile_title,
    brief: m.settings_profile_brief,
  },
  {
    to: "/settings/profiles",
    title: m.settings_faces_title,
    brief: m.settings_faces_brief,
  },
  {
    to: "/settings/account",
    title: m.settings_account_title,
    brief: m.settings_account_brief,
  },
  {
    to: "/settings/security",
    title: m.settings_security_title,
    brief: m.settings_security_brief,
  },
  {
    to: "/settings/sessions",
    title: m.settings_sessions_title,
    brief: m.settings_sessions_brief,
    isOwnIssuers: true,
  },
  {
    to: "/settings/keys",
    title: m.settings_keys_title,
    brief: m.settings_keys_brief,
  },
  {
    to: "/settings/reading",
    title: m.settings_reading_title,
    brief: m.settings_reading_brief,
  },
  {
    to: "/settings/language",
    title: m.settings_language_title,
    brief: m.settings_language_brief,
  },
  {
    to: "/settings/mail",
    title: m.settings_mail_title,
    brief: m.settings_mail_brief,
  },
  {
    to: "/settings/followers",
    title: m.settings_followers_title,
    brief: m.settings_followers_brief,
  },
  {
    to: "/settings/blocked",
    title: m.settings_blocked_title,
    brief: m.settings_blocked_brief,
  },
  {
    to: "/settings/appearance",
    title: m.settings_appearance_title,
    brief: m.settings_appearance_brief,
  },
  {
    to: "/settings/privacy",
    title: m.settings_privacy_title,
    brief: m.settings_privacy_brief,
  },
] as const;

/** Those that there are here: where Clerk signs people in, it keeps what is its own under "Security". */
export function useParts(): readonly Part[] {
  const { meetClerk } = useSession();
  return parts.filter((part) => !(meetClerk && "isOwnIssuers" in part));
}

export type Part = (typeof parts)[number];
