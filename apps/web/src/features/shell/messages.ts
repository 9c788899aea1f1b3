export const messages = {
  skip: "Skip to the page",
  home: "MueJam, home",
  release: (release: string) => `Release ${release}`,
  offline: "No network. What you see is what was known before.",
  account: {
    ways: "Your account",
    signIn: "Sign in",
    signUp: "Sign up",
    open: (name: string) => `${name}, your menu`,
    nobodyYet: "Your menu",
    handle: (handle: string) => `@${handle}`,
    faces: "Speak as",
    signOut: "Sign out",
  },
  fault: {
    title: "This page stopped working",
    body: "A mistake of ours, not of yours. Nothing that was kept before is lost.",
    retry: "Show the page again",
    reference: (id: string) => `Request ${id}`,
  },
  missing: {
    title: "There is no page here",
    body: "The address may be mistyped, or what was here has moved away.",
    back: "Go to the status page",
  },
};
