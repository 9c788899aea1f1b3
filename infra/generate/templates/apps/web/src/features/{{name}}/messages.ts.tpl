export const messages = {
  title: "{{Name}} · MueJam",
  heading: "{{Name}}",
  empty: "Nothing here yet.",
  name: "Name",
  add: "Add",
  remove: (name: string) => `Remove ${name}`,
  older: "Show older",
  waiting: "The list is on its way.",
};
