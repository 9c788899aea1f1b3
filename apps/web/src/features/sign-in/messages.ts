export const messages = {
  door: {
    home: "MueJam",
    opening: "A story told in parts, read while it is being written.",
    about: "MueJam is a home for serial fiction, chapter by chapter.",
    read: "Read without an account",
    status: "Status",
  },
  email: { label: "E-mail", wrong: "Give a whole address: name@example.org." },
  password: {
    label: "Password",
    newLabel: "New password",
    missing: "Type your password.",
    rule: "10 characters or more. A few words in a row do well.",
    reveal: { show: "Show", hide: "Hide", about: "the password" },
    wrong: {
      too_small: "Take 10 characters or more.",
      too_big: "Take at most 128 characters.",
      common: "Too many people have this password. Choose another one.",
      address: "Your address cannot be your password. Choose another one.",
    },
  },
  signIn: {
    title: "Sign in",
    act: "Sign in",
    forgotten: "Forgotten?",
    failed: "The address and the password do not go together, or the address is not confirmed yet. Check both.",
    isNew: "New here? ",
    signUp: "Make an account",
    afterNew: ". You can read everything public without one.",
  },
  signUp: {
    title: "Make an account",
    body: "An address and a password. Your name for readers comes later.",
    act: "Make the account",
    hasOne: "Been here before? ",
    signIn: "Sign in",
    sent: {
      title: "Look into your mail",
      body: (email: string) =>
        `A mail is on its way to ${email}. Its link confirms the address, with the password you just chose; then you sign in.`,
      same: "This page says the same for every address, so that nobody learns who has an account.",
    },
  },
  forgot: {
    title: "Choose a new password",
    body: "Give your address, and a link comes by mail. It works once, for 1 hour.",
    act: "Send the link",
    remembered: "Remembered it? ",
    signIn: "Sign in",
    sent: {
      title: "Look into your mail",
      body: (email: string) => `If ${email} has an account, a link to choose a new password is on its way to it.`,
      same: "This page says the same for every address, so that nobody learns who has an account.",
    },
  },
  sent: {
    nothing: "Nothing after a few minutes? Look among the unwanted mail, or check the address.",
    back: "Back to the form",
  },
  reset: {
    title: "Choose a new password",
    body: "When it is set, all devices are signed out.",
    act: "Set the new password",
    over: {
      title: "This link no longer works",
      body: "It has been used, is more than 1 hour old, or a newer password was set since. Your password is as it was.",
      act: "Send a new link",
    },
    done: {
      title: "Your new password is set",
      body: "All devices are signed out. Sign in with it from now on.",
      act: "Sign in",
    },
  },
};
