import { m } from "#messages";

const colours =
  "paper sheet well wrapper line edge ink ink-2 ink-3 bottle bottle-deep bottle-soft on-bottle marmalade marmalade-ink " +
  "marmalade-soft currant currant-soft hl-quince hl-greengage hl-sloe hl-rosehip focus";
const steps = ["title", "h1", "h2", "h3", "h4", "lead", "talk", "body", "ui", "small", "micro"];
const voices = { display: m.kit_type_display, book: m.kit_type_book, ui: m.kit_type_ui };
const voiceOf = (step: string) => (/^(title|h\d)$/.test(step) ? "display" : step === "lead" ? "book" : "ui");
const spaces = ["4", "8", "12", "16", "24", "32", "48", "64", "96"];

export function Colours() {
  return (
    <ul className="kit-colours">
      {colours.split(" ").map((name) => (
        <li key={name}>
          <span aria-hidden="true" data-colour={name} />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

export function Types() {
  return (
    <ul className="grid gap-2">
      {steps.map((step) => (
        <li key={step} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-2">
          <span className={`kit-type kit-${voiceOf(step)}`} data-step={step}>
            {voices[voiceOf(step)]()}
          </span>
          <code>{step}</code>
        </li>
      ))}
    </ul>
  );
}

/** A press on a motion shows it. */
export function Measures() {
  return (
    <>
      <ul className="kit-spaces">
        {spaces.map((space) => (
          <li key={space}>
            <span aria-hidden="true" data-space={space} />
            <code>{space}</code>
          </li>
        ))}
      </ul>
      <ul className="kit-shapes">
        {["print", "control", "float", "sheet"].map((name) => (
          <li key={name} data-radius={name}>
            <code>{name}</code>
          </li>
        ))}
        {["quick", "calm", "page"].map((name) => (
          <li key={name} data-motion={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
