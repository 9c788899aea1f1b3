import type { SecurityKind } from "@muejam/contracts/security-event";
import { formatDay, formatNumber, plural } from "../../lib/format.ts";

const kinds: Record<SecurityKind, string> = {
  account_closed: "The account was closed.",
  account_opened: "The account was opened.",
  backup_code_used: "A backup code was used to sign in or to change the second step.",
  backup_codes_renewed: "New backup codes were made. The former ones open nothing.",
  birth_date_given: "The day of birth was given.",
  email_changed: "The address that signs in was changed or confirmed.",
  key_created: "A key for programs was made.",
  key_revoked: "A key for programs was ended.",
  key_rotated: "A key for programs was replaced by a new one.",
  way_in_changed: "The account was brought along to another way of signing in.",
  keys_revoked: "All keys for programs were ended.",
  password_changed: "The password was changed.",
  password_reset: "A new password was chosen by mail.",
  role_ended: "A role was taken from you.",
  role_granted: "A role was given to you.",
  second_factor_off: "The second step was switched off.",
  second_factor_on: "The second step was switched on.",
  session_ended: "A session ended.",
};

const endings: Record<string, string> = {
  "signed-out": "Somebody signed out.",
  revoked: "A device was signed out from the settings.",
  password: "A device was signed out, since the password was changed.",
  reset: "A device was signed out, since a new password was chosen by mail.",
  restored: "A device was signed out, since a former address was brought back.",
  stolen: "A device was signed out, since an old key of it was used again.",
};

const password = {
  label: "Current password",
  newLabel: "New password",
  missing: "Type your password.",
  isWrong: "This is not your password.",
  rule: "10 characters or more. A few words in a row do well.",
  reveal: { show: "Show", hide: "Hide", about: "the password" },
  unfit: {
    too_small: "Take 10 characters or more.",
    too_big: "Take at most 128 characters.",
    common: "Too many people have this password. Choose another one.",
    address: "Your address cannot be your password. Choose another one.",
  },
};

export const messages = {
  title: "Security",
  back: "All settings",
  retry: "Try again",
  password: {
    ...password,
    title: "Password",
    body: "When it is changed, all other devices are signed out, and a mail tells you.",
    act: "Change the password",
    done: "Your password is changed. All other devices are signed out.",
    forgotten: "Forgotten?",
  },
  address: {
    title: "Address",
    body: "The e-mail address that you sign in with. It changes when you have confirmed the new one.",
    label: "New e-mail address",
    wrong: "Give a whole address: name@example.org.",
    same: "This is the address that you sign in with already.",
    act: "Send the link",
    sent: (email: string) =>
      `A link is on its way to ${email}. It works once, for 24 hours, and asks for your password. Until then nothing changes.`,
    after: "Your former address is told of it, and can undo it for 7 days.",
  },
  factor: {
    title: "Second step",
    body: "After the password, a code from an app on your phone: whoever learns your password still cannot get in.",
    isOff: "It is switched off.",
    isOn: (since: string) => `Switched on since ${formatDay(since)}.`,
    codesLeft: (count: number) =>
      `${formatNumber(count)} backup ${plural(count, { one: "code is", other: "codes are" })} left.`,
    begin: "Set it up",
    password,
    goOn: "Go on",
    cancel: "Cancel",
    scan: "Read this picture with an app for such codes, on your phone.",
    picture: "A picture for the app to read",
    orType: "Or type this into it:",
    sameDevice: "Or open the app on this device",
    code: {
      label: "Code from the app",
      either: "Code from the app, or a backup code",
      form: "Give the six digits, or the ten letters of a backup code.",
      isWrong: "This code is not right, or it was used before. Take the next one.",
    },
    confirm: "Switch it on",
    expired: "This took too long. Begin again.",
    codes: {
      title: "Your backup codes",
      body: "Each of them takes the place of the app once, for when the phone is lost. Write them down or print them: they are shown this once, and no mail can replace them.",
      copy: "Copy them",
      copied: "Copied.",
      done: "I have kept them",
    },
    renew: { act: "Make new backup codes", confirm: "Make new codes", body: "The former ones then open nothing." },
    remove: { act: "Switch it off", confirm: "Switch it off", body: "From then on the password alone signs in." },
    removed: "The second step is switched off.",
  },
  events: {
    title: "What happened lately",
    body: "Everything about the safety of your account in the last 90 days. Only you see this.",
    empty: "Nothing happened in the last 90 days.",
    older: "Older",
    told: (kind: SecurityKind, reason: unknown) =>
      (kind === "session_ended" && typeof reason === "string" && endings[reason]) || kinds[kind],
  },
};
