export const messages = {
  follow: "Follow",
  following: "Following",
  followNamed: (name: string) => `Follow ${name}`,
  followingNamed: (name: string) => `Following ${name}`,
};
