export const messages = {
  skip: "Skip to the page",
  home: "MueJam, status",
  release: (release: string) => `Release ${release}`,
  offline: "No network. What you see is what was known before.",
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
