/** Colours of this page as Clerk's forms take them, which know no other way of writing one. */
export function clerkLook() {
  const page = getComputedStyle(document.documentElement);
  const colour = (token: string) => asRgb(page.getPropertyValue(token));
  return {
    variables: {
      colorPrimary: colour("--bottle"),
      colorPrimaryForeground: colour("--on-bottle"),
      colorDanger: colour("--currant"),
      colorBackground: colour("--paper"),
      colorForeground: colour("--ink"),
      colorMutedForeground: colour("--ink-2"),
      colorNeutral: colour("--ink"),
      colorInput: colour("--paper"),
      colorInputForeground: colour("--ink"),
      fontFamily: page.getPropertyValue("--font-ui"),
      borderRadius: page.getPropertyValue("--r-control"),
    },
    // They stand in a frame of ours, under a title of ours.
    elements: { cardBox: { boxShadow: "none", borderRadius: 0 }, header: { display: "none" } },
  };
}

function asRgb(colour: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d");
  if (!brush) return colour;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
