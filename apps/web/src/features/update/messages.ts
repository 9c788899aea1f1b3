export const messages = {
  label: "A newer MueJam",
  sentence: "A newer MueJam is here.",
  detail: "This page is shown anew, with what you have typed.",
  now: "Update now",
  later: "Later",
};
