import { formatNumber, plural } from "../../lib/format.ts";

const face = {
  name: { label: "Name", wrong: "Give a name of 1 to 100 letters, without signs that cannot be seen." },
  handle: {
    label: "Handle",
    hint: "3 to 30 letters from a to z, digits or underscores. It is the address of your page.",
    wrong: "Take 3 to 30 letters from a to z, digits or underscores.",
    taken: "Somebody has this handle, or had it lately. Choose another one.",
  },
  bio: {
    label: "About you",
    hint: "Stands on your page.",
    wrong: "Take at most 500 letters.",
  },
  counter: (length: number, max: number) => `${formatNumber(length)} of ${formatNumber(max)}`,
};

const genres = {
  legend: "What do you like to read?",
  count: (count: number) =>
    count === 0
      ? "None chosen yet. Three or more make a better choice of stories."
      : `${formatNumber(count)} chosen. ${count < 3 ? "Three or more make a better choice of stories." : "These decide which stories are proposed to you."}`,
};

export const messages = {
  face,
  genres,
  retry: "Try again",
  welcome: {
    title: "Welcome",
    progress: (step: number, steps: number) => `Step ${step} of ${steps}`,
    later: "Not now",
    goOn: "Save and go on",
    onwards: "Go on",
    skip: "Skip this step",
    back: "Back",
    name: {
      title: "What shall readers call you?",
      body: "A name to stand under what you write and say, and a handle for the address of your page. You can change both at any time.",
    },
    birth: {
      title: "When were you born?",
      body: "MueJam is for people of thirteen and older, and some stories are for adults only.",
      sealed:
        "The day is asked once and kept sealed: nobody sees it, not even on your own pages, and it is used for nothing else.",
      label: "Day of birth",
      wrong: "Give the whole date: day, month and year.",
      impossible: "Nobody who reads this was born on that day. Look at the year.",
      underAge:
        "MueJam is for people of thirteen and older. You can read everything here that is for everyone, and we would love to see you then.",
      done: "Your day of birth is kept and sealed. There is nothing more to say.",
    },
    genres: {
      title: "What do you like to read?",
      body: "Stories of these genres are proposed to you. Nobody else sees what you choose.",
    },
    follow: {
      title: "Follow a few stories",
      body: "When a story that you follow goes on, you are told.",
      why: (genre: string) => `${genre}, the newest chapter first`,
      whyAll: "The newest chapter first",
      empty: "There are no stories of these genres yet. Yours may be the first.",
      chapters: (count: number) => `${formatNumber(count)} ${plural(count, { one: "chapter", other: "chapters" })}`,
      by: "by",
      read: "Read",
      begin: "Begin a story",
    },
  },
  settings: {
    title: "Settings",
    ways: "Parts of the settings",
    profile: {
      title: "Profile",
      body: (name: string) => `As ${name} you write and speak. Everybody can see this.`,
      save: "Save the profile",
      saved: "Saved. Readers see it from now on.",
      page: "See your page",
    },
    reading: {
      title: "What I read",
      body: "Only you see this.",
      saved: "Saved.",
      mature: {
        label: "Show stories for adults",
        hint: "They are in no list and behind a gate as long as this is off.",
        noDay: "For this your day of birth is needed, once.",
        giveDay: "Say when you were born",
        tooYoung: "Can be switched on from the age of eighteen.",
      },
    },
    mail: {
      title: "Mail",
      chapters: {
        label: "A mail for each new chapter",
        hint: "Of the stories and authors that you follow. The bell in the bar tells of them either way.",
      },
      guard: "Mails that guard your account come always.",
      saved: "Saved.",
    },
    appearance: { title: "Appearance", body: "Kept on this device." },
    sessions: {
      title: "Where you are signed in",
      body: "Each browser that you signed in with. One that you do not know should be signed out, and the password changed.",
      here: "This one",
      unknownDevice: "A device that does not say what it is",
      facts: (since: string, seen: string) => `Signed in on ${since}. Last here ${seen}.`,
      address: (address: string) => `From ${address}`,
      end: "Sign out",
      endNamed: (device: string) => `Sign out ${device}`,
      endOthers: "Sign out all others",
      ended: (device: string) => `${device} is signed out.`,
      endedOthers: "All others are signed out.",
      none: "You are signed in nowhere else.",
      security: "Password, address and second step",
    },
  },
};
